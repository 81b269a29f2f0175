using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class LatitudeBandsTests
{
    private static readonly Gen<double> Fractions = Gen.Choose(0, 1_000_000_000).Select(n => n / 1e9);

    // Where spheres go wrong, and anywhere.
    private static readonly Gen<GeoPoint> Points = Gen.Frequency(
        (1, from latitude in Gen.Elements(-90, -89.999999, -89.875, 0, 53.875, 89.875, 89.99, 90)
            from longitude in Gen.Elements(-180, -179.999999, -90, 0, 1e-9, 179.875, 179.999999, 180)
            select new GeoPoint(latitude, longitude)),
        (2, from latitude in Fractions from longitude in Fractions select new GeoPoint(latitude * 180 - 90, longitude * 360 - 180)));

    private static readonly Gen<int> Radii = Gen.Frequency(
        (1, Gen.Elements(0, 1, GreatCircle.FurthestMetres / 2, GreatCircle.FurthestMetres - 1, GreatCircle.FurthestMetres)),
        (3, Fractions.Select(f => (int)Math.Pow(10, f * 7.3))));

    private static readonly Gen<(GeoPoint Origin, int Metres, GeoPoint Point)> Cases =
        from origin in Points
        from metres in Radii
        from bearing in Fractions
        from share in Gen.Frequency((1, Gen.Constant(1.0)), (1, Fractions))
        from elsewhere in Points
        from isNear in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (origin, metres, isNear ? Towards(origin, bearing * 2 * Math.PI, metres * share) : elsewhere);

    [Fact]
    public void Hold_every_point_within_the_radius_wherever_it_lies() =>
        Prop.ForAll(Arb.From(Cases), c => c.Origin.MetresTo(c.Point) > c.Metres || Holds(c.Origin, c.Metres, c.Point))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Hold_nothing_that_is_far_outside() =>
        Prop.ForAll(Arb.From(Cases), c =>
                Math.Abs(c.Origin.Latitude) > 60 || c.Metres > 1_000_000 || c.Origin.MetresTo(c.Point) < 2 * c.Metres + 40_000 || !Holds(c.Origin, c.Metres, c.Point))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Parts_are_sound_and_none_lies_within_another() =>
        Prop.ForAll(Arb.From(Cases), c => Fits(LatitudeBands.Touching(c.Origin, c.Metres).ToList())).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static bool Holds(GeoPoint origin, int metres, GeoPoint point)
    {
        // As the database computes it.
        var band = (int)((point.Latitude + 90) * LatitudeBands.PerDegree);
        return LatitudeBands.Touching(origin, metres).ToList().Any(s => s.Band == band && point.Longitude >= s.West && point.Longitude <= s.East);
    }

    /// <summary>A point in two parts would be found twice.</summary>
    private static bool Fits(IReadOnlyList<LatitudeBands.Span> spans) =>
        spans.All(s => s.West <= s.East && s.West >= -180 && s.East <= 180)
        && spans.GroupBy(s => s.Band).All(b => b.OrderBy(s => s.West).Zip(b.OrderBy(s => s.West).Skip(1)).All(p => p.First.East < p.Second.West));

    private static GeoPoint Towards(GeoPoint from, double bearing, double metres)
    {
        var angle = metres / GreatCircle.EarthRadiusMetres;
        var latitude = from.Latitude * Math.PI / 180;
        var sin = Math.Sin(latitude) * Math.Cos(angle) + Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing);
        var east = Math.Atan2(Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - Math.Sin(latitude) * sin) * 180 / Math.PI;
        var longitude = from.Longitude + east;
        return new GeoPoint(
            Math.Clamp(Math.Asin(Math.Clamp(sin, -1, 1)) * 180 / Math.PI, -90, 90),
            Math.Clamp(longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, -180, 180));
    }
}
