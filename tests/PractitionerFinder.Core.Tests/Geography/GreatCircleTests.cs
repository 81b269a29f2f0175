using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class GreatCircleTests
{
    [Fact]
    public void The_ellipsoid_it_is_compared_with_is_right_itself()
    {
        // The test line of Geoscience Australia's Geodetic Calculations: Flinders Peak to Buninyong, 54 972.271 m.
        var flindersPeak = new GeoPoint(-(37 + 57 / 60.0 + 3.72030 / 3600), 144 + 25 / 60.0 + 29.52440 / 3600);
        var buninyong = new GeoPoint(-(37 + 39 / 60.0 + 10.15610 / 3600), 143 + 55 / 60.0 + 35.38390 / 3600);

        Assert.Equal(54_972.271, Vincenty.Metres(flindersPeak, buninyong)!.Value, tolerance: 0.001);
    }

    [Fact]
    public void Differs_from_the_ellipsoid_by_less_than_six_in_a_thousand() => Earth.Holds(
        from a in Earth.Points from b in Earth.Points select (a, b),
        p => p.a.MetresTo(p.b) > 19_900_000
            || Vincenty.Metres(p.a, p.b) is not { } exact
            || Math.Abs(p.a.MetresTo(p.b) - exact) <= exact * 0.006 + 1);

    [Fact]
    public void Is_the_same_both_ways() => Earth.Holds(
        from a in Earth.Points from b in Earth.Points select (a, b), p => p.a.MetresTo(p.b) == p.b.MetresTo(p.a));

    [Fact]
    public void Is_nothing_from_a_point_to_itself() => Earth.Holds(Earth.Points, p => p.MetresTo(p) == 0);

    [Fact]
    public void Who_goes_so_far_is_so_far_away() => Earth.Holds(
        from a in Earth.Points from bearing in Gen.Choose(0, 359) from metres in Gen.Choose(0, GreatCircle.FurthestMetres) select (a, bearing, metres),
        c => Math.Abs(c.a.MetresTo(GreatCircle.Towards(c.a, c.bearing, c.metres)) - c.metres) <= 1);

    [Fact]
    public void Who_sets_out_in_a_direction_is_seen_there() => Earth.Holds(
        from a in Earth.Points from bearing in Gen.Choose(0, 359) from metres in Gen.Choose(1_000, 10_000_000) where Math.Abs(a.Latitude) < 89 select (a, bearing, metres),
        c => Math.Abs(Math.IEEERemainder(Compass.Bearing(c.a, GreatCircle.Towards(c.a, c.bearing, c.metres)) - c.bearing, 360)) < 0.01);

    [Fact]
    public void Is_never_more_than_half_the_way_round() => Earth.Holds(
        from a in Earth.Points from b in Earth.Points select (a, b), p => p.a.MetresTo(p.b) is >= 0 and <= GreatCircle.FurthestMetres);

    [Fact]
    public void Is_never_longer_over_a_third_point_but_for_rounding() => Earth.Holds(
        from a in Earth.Points from b in Earth.Points from c in Earth.Points select (a, b, c),
        p => p.a.MetresTo(p.b) <= p.a.MetresTo(p.c) + p.c.MetresTo(p.b) + 2);

    [Theory]
    [InlineData(0, 0, 0, 180)]
    [InlineData(90, 0, -90, 0)]
    [InlineData(45, -90, -45, 90)]
    public void Between_antipodes_is_half_the_way_round(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        Assert.Equal((int)Math.Round(Math.PI * GreatCircle.EarthRadiusMetres), new GeoPoint(latitude, longitude).MetresTo(new GeoPoint(otherLatitude, otherLongitude)));

    [Theory]
    [InlineData(0, 180, 0, -180)]
    [InlineData(52.5, -180, 52.5, 180)]
    [InlineData(90, 0, 90, 137)]
    [InlineData(-90, -180, -90, 12.5)]
    public void One_point_under_two_names_is_one_point(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        Assert.Equal(0, new GeoPoint(latitude, longitude).MetresTo(new GeoPoint(otherLatitude, otherLongitude)));

    [Fact]
    public void Goes_the_short_way_over_the_antimeridian_and_the_pole()
    {
        Assert.Equal(222, new GeoPoint(0, 179.999).MetresTo(new GeoPoint(0, -179.999)));
        Assert.Equal(222, new GeoPoint(89.999, 0).MetresTo(new GeoPoint(89.999, 180)));
    }

    [Fact]
    public void Is_rounded_once_half_a_metre_upwards()
    {
        // Along a meridian the distance is the radius times the angle.
        static int North(double metres) => new GeoPoint(0, 0).MetresTo(new GeoPoint(metres / GreatCircle.EarthRadiusMetres * 180 / Math.PI, 0));

        Assert.Equal((1000, 1001), (North(1000.4999), North(1000.5001)));
    }

    [Theory]
    [InlineData(90.000001, 0)]
    [InlineData(-91, 0)]
    [InlineData(0, 180.000001)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Of_what_is_no_point_on_the_earth_there_is_none(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeoPoint(latitude, longitude));
}
