using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class BodyPartsTests
{
    // The width in pixels that a picture has on a page of 390: the page without its gutters, or half of that without the gap.
    private const double Wide = 358;
    private const double Half = 175;
    private const double Finger = 24;

    private static readonly GeometryFactory Shapes = new();

    // On the front, between ribs and hips, is the belly, which is no area.
    private static readonly Envelope Belly = new(-46, 46, 145, 215);

    public static TheoryData<BodyViews, int> Pictures { get; } = new(
        from view in new[] { BodyViews.Front, BodyViews.Back }
        from i in Enumerable.Range(0, 3)
        select (view, i));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void No_two_parts_share_a_place(BodyViews view, int picture)
    {
        var parts = Shaped(BodyPicture.Of(view)[picture]);

        Assert.Empty(
            from i in Enumerable.Range(0, parts.Count)
            from j in Enumerable.Range(0, i)
            let shared = parts[i].Shape.Intersection(parts[j].Shape).Area
            where shared > 0.01 * Math.Min(parts[i].Shape.Area, parts[j].Shape.Area)
            select $"{Name(parts[i].Part)} and {Name(parts[j].Part)} share {shared:0.0}");
    }

    [Theory]
    [InlineData(BodyViews.Front)]
    [InlineData(BodyViews.Back)]
    public void A_name_beside_the_body_lies_over_no_part(BodyViews view) => Assert.Empty(
        from label in WideLabel.All
        let room = Shapes.ToGeometry(new Envelope(WideLabel.Edge - label.Reach, WideLabel.Edge, label.Y - WideLabel.Height / 2, label.Y + WideLabel.Height / 2))
        from part in Shaped(BodyPicture.Of(view)[0])
        where part.Shape.Intersects(room)
        select $"{label.Area} over {Name(part.Part)}");

    [Theory]
    [InlineData(BodyViews.Front)]
    [InlineData(BodyViews.Back)]
    public void Wherever_the_body_is_pressed_there_is_an_area(BodyViews view)
    {
        var body = Skin(BodyPicture.Of(view)[0]);
        var parts = Shaped(BodyPicture.Of(view)[0]).Select(p => PreparedGeometryFactory.Prepare(p.Shape)).ToList();
        var pressed = Grid(body.EnvelopeInternal, 2).Where(p => body.Contains(p) && !(view == BodyViews.Front && Belly.Contains(p.Coordinate))).ToList();

        var missed = pressed.Where(p => !parts.Any(shape => shape.Intersects(p))).ToList();

        Assert.True(missed.Count <= 0.03 * pressed.Count, $"{missed.Count} of {pressed.Count}: {string.Join(", ", missed.Take(10))}");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_part_is_seen_on_the_skin_and_lies_in_the_picture(BodyViews view, int picture)
    {
        var shown = BodyPicture.Of(view)[picture];
        var skin = Skin(shown);
        var box = new Envelope(shown.Box.X, shown.Box.X + shown.Box.Width, shown.Box.Y, shown.Box.Y + shown.Box.Height);

        Assert.Empty(Shaped(shown).Where(p => p.Shape.Intersection(skin).Area < 0.1 * p.Shape.Area).Select(p => Name(p.Part)));
        Assert.Empty(Shaped(shown).Where(p => !box.Contains(p.Shape.EnvelopeInternal)).Select(p => Name(p.Part)));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_finger_finds_every_part_on_a_narrow_page(BodyViews view, int picture)
    {
        var shown = BodyPicture.Of(view)[picture];
        var side = Finger * shown.Box.Width / (picture == 0 ? Wide : Half);

        Assert.Empty(Shaped(shown).Where(p => !HasRoom(p.Shape, side)).Select(p => Name(p.Part)));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Sides_are_those_of_the_person(BodyViews view, int picture) => Assert.All(
        Shaped(BodyPicture.Of(view)[picture]).Where(p => p.Part.Side is not null),
        p => Assert.Equal((view == BodyViews.Front) == (p.Shape.Centroid.X > 0) ? "left" : "right", p.Part.Side));

    private static string Name(BodyPart part) => $"{part.Area} {part.Side}";

    private static bool HasRoom(Geometry shape, double side)
    {
        var prepared = PreparedGeometryFactory.Prepare(shape);
        return Grid(shape.EnvelopeInternal, 0.25).Any(p => prepared.Covers(Shapes.ToGeometry(new Envelope(p.X, p.X + side, p.Y, p.Y + side))));
    }

    private static IEnumerable<Point> Grid(Envelope area, double step) =>
        from y in Enumerable.Range(0, (int)(area.Height / step))
        from x in Enumerable.Range(0, (int)(area.Width / step))
        select Shapes.CreatePoint(new Coordinate(area.MinX + (x + 0.5) * step, area.MinY + (y + 0.5) * step));

    private static Geometry Skin(BodyPicture picture) => Shape(picture.Outline);

    private static List<(BodyPart Part, Geometry Shape)> Shaped(BodyPicture picture) => [.. picture.Parts.Select(p => (p, Shape(p.Path)))];

    private static Geometry Shape(string path) => Shapes.CreateMultiPolygon(
    [
        .. DrawnPath.Flatten(path).Select(ring => Shapes.CreatePolygon([.. ring.Append(ring[0]).Select(p => new Coordinate(p.X, p.Y))])),
    ]).Buffer(0);
}
