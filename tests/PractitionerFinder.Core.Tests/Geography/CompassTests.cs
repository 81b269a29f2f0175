using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class CompassTests
{
    [Theory]
    [InlineData(53.7965, -1.5478, 53.9055, -1.6938, "north-west")]
    [InlineData(53.9055, -1.6938, 53.7965, -1.5478, "south-east")]
    [InlineData(51.5085, -0.1257, 51.7517, -0.3360, "north-west")]
    [InlineData(53.4809, -2.2374, 53.4106, -2.9779, "west")]
    [InlineData(55.9521, -3.1965, 56.4691, -2.9749, "north")]
    [InlineData(48.8534, 2.3488, 48.8049, 2.1204, "west")]
    [InlineData(-16.8, 179.9, -16.8, -179.9, "east")]
    [InlineData(-16.8, -179.9, -16.8, 179.9, "west")]
    [InlineData(89, 0, 89, 180, "north")]
    [InlineData(-90, 0, 0, 20, "north")]
    [InlineData(10, 10, 10, 10, "north")]
    public void A_direction_is_where_the_other_lies(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, string direction) =>
        Assert.Equal(direction, Compass.Direction(new GeoPoint(fromLatitude, fromLongitude), new GeoPoint(toLatitude, toLongitude)));

    [Fact]
    public void Every_pair_of_points_has_one_of_eight_directions() => Earth.Holds(
        from a in Earth.Points from b in Earth.Points select (a, b),
        pair => Compass.Bearing(pair.a, pair.b) is >= 0 and < 360 && Compass.Direction(pair.a, pair.b).Length > 3);
}
