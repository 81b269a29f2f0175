using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Web.Shared.Map;

/// <summary>
/// What stands on a map, as GeoJSON (RFC 7946). Every feature says in its property <c>kind</c> what it is: a point, an area (where
/// somebody is whose address is private), a cover (where visits are made) or a radius.
/// </summary>
public static class MapShapes
{
    // Six decimals are 0.1 m: neighbours among the finest cells stay apart.
    private const int Decimals = 6;

    private static readonly GeometryFactory Plane = new();

    /// <summary>Several features as one text.</summary>
    public static string Collection(params IEnumerable<JsonObject> features) =>
        new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) }.ToJsonString();

    /// <summary>A public place.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="name">What it is, in words.</param>
    /// <param name="label">One or two signs that stand in the pin.</param>
    /// <param name="href">Where a press on it leads.</param>
    public static JsonObject Point(GeoPoint at, string? name = null, string? label = null, string? href = null) =>
        Feature("point", At(at), name, label, href);

    /// <summary>The area around the centre of a coarse cell that holds the whole cell: a private address is somewhere in it.</summary>
    /// <param name="cell">The cell of the private address.</param>
    /// <param name="name">What it is, in words.</param>
    /// <param name="label">One or two signs that stand in its middle.</param>
    /// <param name="href">Where a press on those leads.</param>
    public static JsonObject Area(CoarseCell cell, string? name = null, string? label = null, string? href = null) =>
        Area(cell.Centre, cell.ReachMetres, name, label, href);

    /// <summary>The same of what the public knows of a private place: the middle of its cell, and how far it may be from that in metres.</summary>
    public static JsonObject Area(GeoPoint centre, int reachMetres, string? name = null, string? label = null, string? href = null) =>
        Feature("area", At(centre), name, label, href, reachMetres);

    /// <summary>All that lies within a distance: its middle, and how far it reaches in metres. The circle is drawn where it is shown.</summary>
    public static JsonObject Radius(GeoPoint centre, int metres) => Feature("radius", At(centre), reach: metres);

    /// <summary>Where visits are made: the outline of all cells of a cover together.</summary>
    /// <param name="cells">Numbers of cells, as a listing keeps them.</param>
    public static JsonObject Cover(IEnumerable<long> cells)
    {
        var squares = cells.Select(QuadCell.Numbered).Select(c => Plane.ToGeometry(new Envelope(c.West, c.East, c.South, c.North))).ToList();
        if (squares.Count == 0)
        {
            return Feature("cover", new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = new JsonArray() });
        }

        // Where a side of a wide cell meets the corner of a narrow one, the union keeps a corner that turns nowhere.
        var union = DouglasPeuckerSimplifier.Simplify(CascadedPolygonUnion.Union(squares), 0);
        var polygons = Enumerable.Range(0, union.NumGeometries).Select(i => (Polygon)union.GetGeometryN(i));
        return Feature("cover", new JsonObject
        {
            ["type"] = "MultiPolygon",
            ["coordinates"] = new JsonArray([.. polygons.Select(Rings)]),
        });
    }

    private static JsonArray Rings(Polygon polygon) => new(
    [
        Line(Turning(polygon.Shell, isLeft: true)),
        .. polygon.Holes.Select(hole => Line(Turning(hole, isLeft: false))),
    ]);

    // RFC 7946, 3.1.6: outlines turn left, holes right.
    private static IEnumerable<Coordinate> Turning(LinearRing ring, bool isLeft) =>
        ring.IsCCW == isLeft ? ring.Coordinates : ring.Coordinates.Reverse();

    private static JsonArray Line(IEnumerable<Coordinate> corners) => new([.. corners.Select(c => Position(c.X, c.Y))]);

    private static JsonObject At(GeoPoint point) => new() { ["type"] = "Point", ["coordinates"] = Position(point.Longitude, point.Latitude) };

    private static JsonArray Position(double longitude, double latitude) => [Math.Round(longitude, Decimals), Math.Round(latitude, Decimals)];

    private static JsonObject Feature(string kind, JsonObject geometry, string? name = null, string? label = null, string? href = null, int? reach = null)
    {
        var properties = new JsonObject { ["kind"] = kind };
        foreach (var (key, value) in new[] { ("name", name), ("label", label), ("href", href) })
        {
            if (value is not null)
            {
                properties[key] = value;
            }
        }

        if (reach is { } metres)
        {
            properties["reach"] = metres;
        }

        return new JsonObject { ["type"] = "Feature", ["properties"] = properties, ["geometry"] = geometry };
    }
}
