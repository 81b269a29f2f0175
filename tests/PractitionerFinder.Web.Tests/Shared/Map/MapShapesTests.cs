using System.Text.Json.Nodes;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Tests.Shared.Map;

public sealed class MapShapesTests
{
    private static readonly GeoPoint Town = new(53.905, -1.691);

    [Fact]
    public void The_outline_of_a_cover_is_as_large_as_its_cells_together()
    {
        var cells = VisitCover.OfRadius(Town, 8_000);

        var polygon = Assert.Single(Polygons(MapShapes.Cover(cells)));

        Assert.Equal(cells.Select(QuadCell.Numbered).Sum(c => (c.East - c.West) * (c.North - c.South)), polygon.Sum(Area), 6);
        Assert.InRange(Area(polygon[0]), double.Epsilon, 1);
        Assert.All(polygon, ring => Assert.Equal(ring[0], ring[^1]));
    }

    [Fact]
    public void No_corner_of_an_outline_turns_nowhere() => Assert.All(
        Polygons(MapShapes.Cover(VisitCover.OfRadius(Town, 8_000))).SelectMany(p => p),
        ring => Assert.All(Enumerable.Range(1, ring.Length - 2), i => Assert.False(
            (ring[i - 1].East, ring[i].East) == (ring[i].East, ring[i + 1].East) || (ring[i - 1].North, ring[i].North) == (ring[i].North, ring[i + 1].North))));

    [Fact]
    public void Cells_around_one_that_is_not_there_have_a_hole()
    {
        var middle = QuadCell.Containing(Town, 10);
        var around = new[] { -1, 0, 1 }.SelectMany(north => new[] { -1, 0, 1 }.Select(east => (north, east))).Where(step => step != (0, 0))
            .Select(step => QuadCell.Containing(new GeoPoint((middle.South + middle.North) / 2 + step.north * (middle.North - middle.South), (middle.West + middle.East) / 2 + step.east * (middle.East - middle.West)), 10).Number);

        var polygon = Assert.Single(Polygons(MapShapes.Cover(around)));

        Assert.Equal(2, polygon.Length);
        Assert.True(Area(polygon[0]) > 0 && Area(polygon[1]) < 0, "Outlines turn left, holes right.");
    }

    [Fact]
    public void Areas_that_do_not_touch_stay_apart_and_none_is_nothing()
    {
        Assert.Equal(2, Polygons(MapShapes.Cover([QuadCell.Containing(Town, 12).Number, QuadCell.Containing(new GeoPoint(51.5, -0.1), 12).Number])).Count);
        Assert.Empty(Polygons(MapShapes.Cover([])));
    }

    [Fact]
    public void A_circle_is_its_middle_and_how_far_it_reaches()
    {
        var circle = MapShapes.Radius(Town, 16_093);

        Assert.Equal("""{"kind":"radius","reach":16093}""", circle["properties"]!.ToJsonString());
        Assert.Equal("""{"type":"Point","coordinates":[-1.691,53.905]}""", circle["geometry"]!.ToJsonString());
    }

    [Fact]
    public void The_area_of_a_private_address_holds_its_whole_cell_and_is_the_same_for_everybody_in_it()
    {
        var cell = CoarseCell.Containing(Town, _ => true);
        var (south, west, north, east) = cell.Bounds;

        var area = MapShapes.Area(cell);
        var middle = area["geometry"]!["coordinates"]!;

        foreach (var corner in new[] { (south, west), (south, east), (north, west), (north, east) })
        {
            // The middle is written to a tenth of a metre.
            Assert.True(new GeoPoint((double)middle[1]!, (double)middle[0]!).MetresTo(new GeoPoint(corner.Item1, corner.Item2)) <= (int)area["properties"]!["reach"]! + 1);
        }

        var other = CoarseCell.Containing(new GeoPoint(south + 0.0001, west + 0.0001), _ => true);
        Assert.Equal(MapShapes.Area(cell).ToJsonString(), MapShapes.Area(other).ToJsonString());
    }

    [Fact]
    public void What_is_there_says_what_it_is_and_only_what_is_known_of_it()
    {
        var all = JsonNode.Parse(MapShapes.Collection(MapShapes.Point(Town, "Clinic", "1", "/practitioners/amira"), MapShapes.Point(Town)))!;

        Assert.Equal("FeatureCollection", (string?)all["type"]);
        Assert.Equal("""{"kind":"point","name":"Clinic","label":"1","href":"/practitioners/amira"}""", all["features"]![0]!["properties"]!.ToJsonString());
        Assert.Equal("""{"kind":"point"}""", all["features"]![1]!["properties"]!.ToJsonString());
        Assert.Equal("[-1.691,53.905]", all["features"]![0]!["geometry"]!["coordinates"]!.ToJsonString());
    }

    private static List<(double East, double North)[][]> Polygons(JsonObject feature) =>
        [.. feature["geometry"]!["coordinates"]!.AsArray().Select(p => p!.AsArray().Select(r => Corners(r!)).ToArray())];

    private static (double East, double North)[] Corners(JsonNode ring) => [.. ring.AsArray().Select(c => ((double)c![0]!, (double)c[1]!))];

    /// <summary>Positive when the ring turns left (the shoelace formula).</summary>
    private static double Area((double East, double North)[] ring) =>
        ring.Zip(ring.Skip(1)).Sum(s => s.First.East * s.Second.North - s.Second.East * s.First.North) / 2;
}
