using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
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
    /// <exception cref="ArgumentException">Fewer than three corners, or an outline that crosses itself or has no inside.</exception>
    public static IReadOnlyList<long> OfOutline(IReadOnlyList<GeoPoint> outline)
    {
        if (outline.Count < 3)
        {
            throw new ArgumentException("Draw at least three corners.", nameof(outline));
        }

        var corners = new List<Coordinate> { new(outline[0].Longitude, outline[0].Latitude) };
        foreach (var point in outline.Skip(1))
        {
            corners.Add(new Coordinate(ShortWay(corners[^1].X, point.Longitude), point.Latitude));
        }

        corners.Add(corners[0].Copy());
        var polygon = Plane.CreatePolygon([.. corners]);
        return polygon is { IsValid: true, Area: > 0 }
            ? Cover(polygon)
            : throw new ArgumentException("Draw an outline that does not cross itself.", nameof(outline));
    }

    private static Geometry Circle(GeoPoint centre, int radiusMetres)
    {
        // The chords between corners lie inside the circle; the corners stand far enough out for the chords to touch it.
        var angle = radiusMetres / GreatCircle.EarthRadiusMetres / Math.Cos(Math.PI / CircleCorners);
        var latitude = centre.Latitude * Math.PI / 180;
        if (Math.Abs(latitude) + angle >= Math.PI / 2)
        {
            // A circle around a pole is a band of every longitude.
            var edge = Math.Max(0, Math.Abs(centre.Latitude) - angle * 180 / Math.PI);
            return Plane.ToGeometry(centre.Latitude > 0 ? new Envelope(-180, 180, edge, 90) : new Envelope(-180, 180, -90, -edge));
        }

        var corners = new Coordinate[CircleCorners + 1];
        for (var i = 0; i < CircleCorners; i++)
        {
            var bearing = 2 * Math.PI * i / CircleCorners;
            var sin = Math.Sin(latitude) * Math.Cos(angle) + Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing);
            var east = Math.Atan2(
                Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - Math.Sin(latitude) * sin);
            corners[i] = new Coordinate(centre.Longitude + east * 180 / Math.PI, Math.Asin(sin) * 180 / Math.PI);
        }

        corners[^1] = corners[0].Copy();
        return Plane.CreatePolygon(corners);
    }

    /// <summary>Splits the coarsest cells first, where they stick out most, until the number of cells is reached.</summary>
    private static List<long> Cover(Geometry area)
    {
        var shape = PreparedGeometryFactory.Prepare(OnOneEarth(area));
        var whole = new List<QuadCell>();
        var edge = new PriorityQueue<QuadCell, double>();
        Place(QuadCell.Root);
        while (edge.TryPeek(out var widest, out _) && widest.Level < QuadCell.MaxLevel)
        {
            var children = widest.Children().Where(c => shape.Intersects(Box(c))).ToList();
            if (whole.Count + edge.Count - 1 + children.Count > MostCells)
            {
                break;
            }

            edge.Dequeue();
            children.ForEach(Place);
        }

        return [.. whole.Concat(edge.UnorderedItems.Select(i => i.Element)).Select(c => c.Number).Order()];

        void Place(QuadCell cell)
        {
            var box = Box(cell);
            if (shape.Contains(box))
            {
                whole.Add(cell);
            }
            else
            {
                edge.Enqueue(cell, -Outside(cell, box));
            }
        }

        double Outside(QuadCell cell, Geometry box) =>
            (box.Area - box.Intersection(shape.Geometry).Area) * Math.Cos((cell.South + cell.North) / 2 * Math.PI / 180);
    }

    /// <summary>An area that runs over the antimeridian continues on the other side.</summary>
    private static Geometry OnOneEarth(Geometry area)
    {
        var earth = Plane.ToGeometry(new Envelope(-180, 180, -90, 90));
        if (earth.Contains(area))
        {
            return area;
        }

        var copies = new[] { -360.0, 0, 360 }
            .Select(east => AffineTransformation.TranslationInstance(east, 0).Transform(area).Intersection(earth))
            .Where(part => part.Area > 0);
        return Plane.BuildGeometry(copies).Union();
    }

    private static Geometry Box(QuadCell cell) => Plane.ToGeometry(new Envelope(cell.West, cell.East, cell.South, cell.North));

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
