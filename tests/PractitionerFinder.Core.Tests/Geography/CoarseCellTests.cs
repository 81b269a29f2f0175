using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class CoarseCellTests
{
    private static readonly Gen<(GeoPoint Point, bool IsTown)> Places = from point in Earth.Points from isTown in Gen.Elements(true, false) select (point, isTown);

    [Fact]
    public void Nothing_in_a_cell_is_further_from_its_centre_than_it_says() =>
        Earth.Holds(Places, p => Cell(p).Centre.MetresTo(p.Point) <= Cell(p).ReachMetres);

    [Fact]
    public void The_centre_of_a_cell_lies_in_that_cell() => Earth.Holds(Places, p => Cell((Cell(p).Centre, p.IsTown)) == Cell(p));

    [Fact]
    public void Everything_near_the_centre_has_the_same_cell() => Earth.Holds(
        from place in Places from north in Earth.Fractions from east in Earth.Fractions select (place, north, east),
        c =>
        {
            var cell = Cell(c.place);
            var (height, width) = Sides(cell);
            var within = new GeoPoint(
                cell.Centre.Latitude + (c.north - 0.5) * 0.999 * height, Math.Clamp(cell.Centre.Longitude + (c.east - 0.5) * 0.999 * width, -180, 180));
            return Cell((within, c.place.IsTown)) == cell && cell.Centre.MetresTo(within) <= cell.ReachMetres;
        });

    [Fact]
    public void Sides_are_a_kilometre_in_towns_and_three_elsewhere_wherever_people_live() => Earth.Holds(Places, p =>
    {
        var cell = Cell(p);
        if (Math.Abs(cell.Centre.Latitude) > 75)
        {
            return true;
        }

        const double metresPerDegree = GreatCircle.EarthRadiusMetres * Math.PI / 180;
        var (height, width) = Sides(cell);
        var (north, east) = (height * metresPerDegree, width * metresPerDegree * Math.Cos(cell.Centre.Latitude * Math.PI / 180));
        var side = p.IsTown ? 1_000 : 3_000;
        return cell.Size == side / 1000 && Math.Abs(north - side) < side * 0.1 && Math.Abs(east - side) < side * 0.1;
    });

    [Fact]
    public void Whether_people_live_there_is_asked_of_the_same_point_for_everything_in_a_wide_cell() => Earth.Holds(Places, p =>
    {
        var wide = CoarseCell.Containing(p.Point, _ => false);
        GeoPoint? asked = null;
        CoarseCell.Containing(p.Point, point =>
        {
            asked = point;
            return true;
        });
        return asked == wide.Centre;
    });

    [Fact]
    public void Nine_town_cells_make_one_wide_cell() => Earth.Holds(Earth.Points, p =>
    {
        var town = Cell((p, true));
        return Cell((town.Centre, false)) == new CoarseCell(town.Row / 3, town.Column / 3, 3);
    });

    [Theory]
    [InlineData(53.8)]
    [InlineData(0)]
    [InlineData(-74.9)]
    [InlineData(89.9999)]
    public void The_grid_closes_at_the_antimeridian(double latitude)
    {
        foreach (var isTown in (bool[])[true, false])
        {
            var (west, east) = (Cell((new GeoPoint(latitude, -180), isTown)), Cell((new GeoPoint(latitude, 180), isTown)));
            var (_, width) = Sides(east);

            Assert.Equal(0, west.Column);
            Assert.Equal(180, east.Centre.Longitude + width / 2, tolerance: 1e-9);
            Assert.Equal(360 / width, Math.Round(360 / width), tolerance: 1e-6);
        }
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void The_last_rows_end_at_the_poles(double pole)
    {
        foreach (var isTown in (bool[])[true, false])
        {
            var cell = Cell((new GeoPoint(pole, 12), isTown));

            Assert.Equal(90, Math.Abs(cell.Centre.Latitude) + Sides(cell).Height / 2, tolerance: 1e-9);
            Assert.True(cell.ReachMetres >= cell.Centre.MetresTo(new GeoPoint(pole, 12)));
        }
    }

    private static CoarseCell Cell((GeoPoint Point, bool IsTown) place) => CoarseCell.Containing(place.Point, _ => place.IsTown);

    /// <summary>Degrees, found from the centres of neighbours.</summary>
    private static (double Height, double Width) Sides(CoarseCell cell) => (
        2 * (cell.Centre.Latitude + 90) / (2 * cell.Row + 1), 2 * (cell.Centre.Longitude + 180) / (2 * cell.Column + 1));
}
