using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class BodyOutlineTests
{
    private static readonly IReadOnlyList<(double X, double Y)> Outline = DrawnPath.Flatten(BodyOutline.Outline).Single();

    [Fact]
    public void Fills_its_height_and_its_reach()
    {
        Assert.Equal(0, Outline.Min(p => p.Y), 0.5);
        Assert.Equal(BodyOutline.Height, Outline.Max(p => p.Y), 0.5);
        Assert.InRange(Outline.Max(p => p.X), BodyOutline.Reach - 1, BodyOutline.Reach);
    }

    [Fact]
    public void Both_halves_are_alike() => Assert.All(
        Outline.Where((_, i) => i % 8 == 0),
        p => Assert.Contains(Outline, other => Math.Abs(other.X + p.X) < 0.2 && Math.Abs(other.Y - p.Y) < 0.2));

    [Fact]
    public void Fibres_stay_under_the_skin() =>
        Assert.All(DrawnPath.Flatten(BodyOutline.BackFibres).SelectMany(fibre => fibre), p => Assert.True(DrawnPath.Holds(Outline, p), $"{p}"));

    [Fact]
    public void Every_dot_of_the_plate_lies_on_the_body() => Assert.All(
        PlateLabel.All,
        label => Assert.True(DrawnPath.Holds(Outline, (label.X, label.Y - PlateLabel.Margin)), label.Area));
}
