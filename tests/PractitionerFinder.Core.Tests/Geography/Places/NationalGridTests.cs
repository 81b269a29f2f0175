using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class NationalGridTests
{
    // Ordnance Survey's worked example (Caister water tower, annexes C.1 and C.2): the grid place on Airy 1830 exactly.
    [Fact]
    public void The_worked_example_of_the_projection_comes_out_to_a_tenth_of_a_millimetre()
    {
        var (latitude, longitude) = NationalGrid.ToOsgb36(651_409.903, 313_177.270);
        Assert.Equal(52 + 39 / 60d + 27.2531 / 3600, latitude, 1e-8);
        Assert.Equal(1 + 43 / 60d + 4.5177 / 3600, longitude, 1e-8);
    }

    // The same point in WGS 84, which the Helmert shift reaches to about 5 m (0.00005 degrees).
    [Fact]
    public void The_shift_to_WGS_84_is_good_to_five_metres()
    {
        var point = NationalGrid.ToPoint(651_409.903, 313_177.270);
        Assert.Equal(52.657977, point.Latitude, 0.00005);
        Assert.Equal(1.716038, point.Longitude, 0.00008);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(700_001, 0)]
    [InlineData(0, 1_300_001)]
    [InlineData(double.NaN, 0)]
    public void A_place_off_the_grid_is_refused(double easting, double northing)
    {
        Assert.False(NationalGrid.IsOnGrid(easting, northing));
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.ToPoint(easting, northing));
    }
}
