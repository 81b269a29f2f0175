using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

/// <summary>Points for properties: anywhere, and where spheres and grids go wrong.</summary>
internal static class Earth
{
    public static readonly Gen<double> Fractions = Gen.Choose(0, 1_000_000_000).Select(n => n / 1e9);

    public static readonly Gen<GeoPoint> Points = Gen.Frequency(
        (1, from latitude in Gen.Elements(-90, -89.999999, -45, 0, 53.875, 89.999999, 90)
            from longitude in Gen.Elements(-180, -179.999999, -90, 0, 1e-9, 179.999999, 180)
            select new GeoPoint(latitude, longitude)),
        (3, from latitude in Fractions from longitude in Fractions select new GeoPoint(latitude * 180 - 90, longitude * 360 - 180)));

    public static void Holds<T>(Gen<T> cases, Func<T, bool> property, int tests = 5_000) =>
        Prop.ForAll(Arb.From(cases), property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
