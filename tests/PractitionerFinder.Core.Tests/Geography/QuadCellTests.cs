using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class QuadCellTests
{
    [Fact]
    public void A_cell_holds_the_point_that_it_was_asked_for() => Earth.Holds(
        from point in Earth.Points from level in Gen.Choose(0, QuadCell.MaxLevel) select (point, level),
        c => Holds(QuadCell.Containing(c.point, c.level), c.point) && QuadCell.Containing(c.point, c.level).Level == c.level);

    [Fact]
    public void The_ancestry_of_a_point_is_its_cell_of_every_level() => Earth.Holds(
        Earth.Points,
        p => QuadCell.Ancestry(p).SequenceEqual(Enumerable.Range(0, QuadCell.MaxLevel + 1).Select(level => QuadCell.Containing(p, level).Number)));

    [Fact]
    public void A_parent_is_the_number_two_bits_shorter() => Earth.Holds(
        from point in Earth.Points from level in Gen.Choose(1, QuadCell.MaxLevel) select (point, level),
        c => QuadCell.Containing(c.point, c.level).Number >> 2 == QuadCell.Containing(c.point, c.level - 1).Number);

    [Fact]
    public void Four_children_fill_their_parent_and_one_of_them_holds_the_point() => Earth.Holds(
        from point in Earth.Points from level in Gen.Choose(0, QuadCell.MaxLevel - 1) select (point, level),
        c =>
        {
            var parent = QuadCell.Containing(c.point, c.level);
            var (width, height) = ((parent.East - parent.West) / 2, (parent.North - parent.South) / 2);
            var corners = parent.Children().Select(k => (k.West, k.South, k.East - k.West, k.North - k.South));
            return corners.SequenceEqual(
                [
                    (parent.West, parent.South, width, height), (parent.West + width, parent.South, width, height),
                    (parent.West, parent.South + height, width, height), (parent.West + width, parent.South + height, width, height),
                ])
                && parent.Children().Contains(QuadCell.Containing(c.point, c.level + 1));
        });

    [Fact]
    public void Cells_of_two_levels_share_no_number() =>
        Assert.Equal(QuadCell.MaxLevel + 1, QuadCell.Ancestry(new GeoPoint(-90, -180)).Distinct().Count());

    [Fact]
    public void The_outermost_edges_belong_to_the_outermost_cells()
    {
        var corner = QuadCell.Containing(new GeoPoint(90, 180), QuadCell.MaxLevel);

        Assert.Equal((180, 90), (corner.East, corner.North));
        Assert.Equal((-180, -90, 180, 90), (QuadCell.Root.West, QuadCell.Root.South, QuadCell.Root.East, QuadCell.Root.North));
    }

    [Fact]
    public void There_is_nothing_finer_than_the_finest_level()
    {
        var finest = QuadCell.Containing(new GeoPoint(0, 0), QuadCell.MaxLevel);

        Assert.Throws<InvalidOperationException>(() => finest.Children());
        Assert.Throws<ArgumentOutOfRangeException>(() => QuadCell.Containing(new GeoPoint(0, 0), QuadCell.MaxLevel + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuadCell.Containing(new GeoPoint(0, 0), -1));
    }

    [Fact]
    public void A_cell_is_found_again_by_its_number() => Earth.Holds(
        from point in Earth.Points from level in Gen.Choose(0, QuadCell.MaxLevel) select QuadCell.Containing(point, level),
        cell => QuadCell.Numbered(cell.Number) == cell);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(1L << 42)]
    [InlineData(long.MaxValue)]
    public void A_number_that_is_no_cells_is_refused(long number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuadCell.Numbered(number));

    private static bool Holds(QuadCell cell, GeoPoint point) =>
        point.Longitude >= cell.West && point.Latitude >= cell.South
        && (point.Longitude < cell.East || point.Longitude == 180) && (point.Latitude < cell.North || point.Latitude == 90);
}
