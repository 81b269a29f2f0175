using NetTopologySuite.Geometries;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Listings;

/// <summary>
/// Turns a home-visit area into quadtree cells. The cells cover the whole area and a little more at its edge; from
/// then on the cells are the area, so that whether it holds a point is a comparison of numbers everywhere.
/// </summary>
public static class VisitCover
{
    /// <summary>Most cells of one cover.</summary>
    public const int MostCells = 64;

    private const int CircleCorners = 72;
    private static readonly GeometryFactory Plane = new();

    /// <summary>The cover of a circle.</summary>
    /// <param name="centre">Degrees WGS 84; for a private address, the coarse cell's centre.</param>
    /// <param name="radiusMetres">1 to <see cref="VisitArea.MostRadiusMetres"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is out of range.</exception>
    public static IReadOnlyList<long> OfRadius(GeoPoint centre, int radiusMetres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radiusMetres, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radiusMetres, VisitArea.MostRadiusMetres);
        return Cover(Circle(centre, radiusMetres));
    }

    /// <summary>The cover of a drawn outline, its sides straight on a plane of longitude and latitude.</summary>
    /// <param name="outline">At least three corners in order, degrees WGS 84. Two neighbours never lie more than 180° of longitude apart: the side goes the short way round.</param>
    /// <param name="around">
    /// The coarse cell of a private base: where the outline touches it, the area holds the whole of it, so that no side of
    /// the area runs through the cell and tells which part of it somebody lives in. Null where the base is public.
    /// </param>
    /// <exception cref="ArgumentException">Fewer than three corners, or an outline that crosses itself or has no inside.</exception>
    public static IReadOnlyList<long> OfOutline(IReadOnlyList<GeoPoint> outline, CoarseCell? around = null)
    {
        if (outline.Count < 3)
        {
            throw new ArgumentException("Draw at least three corners.", nameof(outline));
        }

        var corners = new PlanePoint[outline.Count];
        for (var i = 0; i < corners.Length; i++)
        {
            var east = outline[i].Longitude;
            corners[i] = new PlanePoint(i == 0 ? east : ShortWay(corners[i - 1].East, east), outline[i].Latitude);
        }

        var polygon = Plane.CreatePolygon([.. corners.Append(corners[0]).Select(c => new Coordinate(c.East, c.North))]);
        if (polygon is not { IsValid: true, Area: > 0 })
        {
            throw new ArgumentException("Draw an outline that does not cross itself.", nameof(outline));
        }

        return Cover(around is { } cell ? Around(polygon, cell, corners) : corners);
    }

    private static PlanePoint[] Around(Polygon polygon, CoarseCell cell, PlanePoint[] corners)
    {
        var (south, west, north, east) = cell.Bounds;
        var shift = ShortWay(corners[0].East, west) - west;
        var square = Plane.ToGeometry(new Envelope(west + shift, east + shift, south, north));
        return polygon.Intersects(square) && polygon.Union(square) is Polygon both
            ? [.. both.Shell.Coordinates[..^1].Select(c => new PlanePoint(c.X, c.Y))]
            : corners;
    }

    private static PlanePoint[] Circle(GeoPoint centre, int radiusMetres)
    {
        // The chords between corners lie inside the circle; the corners stand far enough out for the chords to touch it,
        // and a little further, because a side straight on this plane bends away from the pole where the great circle
        // does not (less than 0.1 % of the radius, as long as the pole is further off than the radius).
        const double outset = 1.002;
        var angle = radiusMetres / GreatCircle.EarthRadiusMetres;
        var latitude = centre.Latitude * Math.PI / 180;
        if (Math.Abs(latitude) + 2 * angle >= Math.PI / 2)
        {
            // A circle at a pole, or nearly, is a band of every longitude.
            var edge = Math.Max(0, Math.Abs(centre.Latitude) - outset * angle * 180 / Math.PI);
            return centre.Latitude > 0 ? Band(edge, 90) : Band(-90, -edge);
        }

        angle *= outset / Math.Cos(Math.PI / CircleCorners);
        var corners = new PlanePoint[CircleCorners];
        for (var i = 0; i < CircleCorners; i++)
        {
            var bearing = 2 * Math.PI * i / CircleCorners;
            var sin = Math.Sin(latitude) * Math.Cos(angle) + Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing);
            var east = Math.Atan2(
                Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - Math.Sin(latitude) * sin);
            corners[i] = new PlanePoint(centre.Longitude + east * 180 / Math.PI, Math.Asin(sin) * 180 / Math.PI);
        }

        return corners;
    }

    private static PlanePoint[] Band(double south, double north) =>
        [new(-180, south), new(180, south), new(180, north), new(-180, north)];

    /// <summary>Splits the coarsest cells first, where they stick out most, until the number of cells is reached.</summary>
    private static List<long> Cover(PlanePoint[] outline)
    {
        var whole = new List<QuadCell>();
        var edge = new PriorityQueue<ClippedCell, double>();
        Place(ClippedCell.Earth(outline));
        while (edge.TryPeek(out var widest, out _) && widest.Cell.Level < QuadCell.MaxLevel)
        {
            var children = widest.Children();
            if (whole.Count + edge.Count - 1 + children.Count > MostCells)
            {
                break;
            }

            edge.Dequeue();
            children.ForEach(Place);
        }

        return [.. whole.Concat(edge.UnorderedItems.Select(i => i.Element.Cell)).Select(c => c.Number).Order()];

        void Place(ClippedCell cell)
        {
            if (cell.IsWhole)
            {
                whole.Add(cell.Cell);
            }
            else
            {
                edge.Enqueue(cell, -cell.Outside);
            }
        }
    }

    private static double ShortWay(double from, double to)
    {
        while (to - from > 180)
        {
            to -= 360;
        }

        while (to - from < -180)
        {
            to += 360;
        }

        return to;
    }
}
