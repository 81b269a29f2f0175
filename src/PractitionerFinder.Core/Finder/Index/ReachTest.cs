using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// Whether points lie within a radius, from a haversine of the central angle that costs no trigonometry: short series stand for the
/// functions, in single precision. Its error is below <see cref="DoubtOf"/>; who falls into the doubt is measured exactly.
/// </summary>
internal readonly struct ReachTest
{
    // Up to here, somewhat more than the 200 miles that are the widest the ladder offers, the series hold: their first terms left out come to some
    // millimetres.
    private const int FurthestMetres = 330_000;
    private const double WidestDegrees = 12;

    private readonly GeoPoint origin;
    private readonly bool isShort;
    private readonly float sine;
    private readonly float cosine;

    public ReachTest(GeoPoint origin, int within)
    {
        this.origin = origin;
        isShort = within <= FurthestMetres;
        var (sine, cosine) = Math.SinCos(origin.Latitude * Math.PI / 180);
        (this.sine, this.cosine) = ((float)sine, (float)cosine);
        SurelyInside = Haversine(within + 0.5 - DoubtOf(within));
        MaybeInside = Haversine(within + 0.5 + DoubtOf(within));
    }

    /// <summary>Haversines below this are within the radius.</summary>
    public float SurelyInside { get; }

    /// <summary>Haversines above this are not.</summary>
    public float MaybeInside { get; }

    /// <summary>The haversine above which a point is surely farther than a step of the order.</summary>
    public static float Beyond(int step)
    {
        var metres = (step + 1) * (double)SearchRules.StepMetres;
        return Haversine(metres + DoubtOf(metres));
    }

    /// <summary>The test of points between two longitudes, in degrees.</summary>
    public Part Along(double west, double east)
    {
        if (!isShort || east - west > WidestDegrees)
        {
            return default;
        }

        // Beyond the antimeridian, the origin is looked at from the other side.
        var turn = (west + east) / 2 - origin.Longitude is var away && away > 180 ? 360 : away < -180 ? -360 : 0;
        return new Part(
            (int)Math.Round(origin.Latitude * WayTable.PerDegree), (int)Math.Round((origin.Longitude + turn) * WayTable.PerDegree), sine, cosine);
    }

    /// <summary>
    /// Metres by which a quick distance may be wrong: the origin and a rare row are each rounded by up to half a millionth of a degree
    /// (0.06 m) both ways, and single precision loses less than two millionths of the distance.
    /// </summary>
    private static double DoubtOf(double metres) => 0.5 + metres * 2e-6;

    private static float Haversine(double metres)
    {
        var sine = Math.Sin(Math.Clamp(metres / (2 * GreatCircle.EarthRadiusMetres), 0, Math.PI / 2));
        return (float)(sine * sine);
    }

    /// <summary>The test of a stretch of a band: sin²(Δφ/2) + cos φ₀ cos φ sin²(Δλ/2), with sin²x = x² − x⁴/3 + 2x⁶/45 and cos φ by the series around φ₀.</summary>
    /// <param name="Latitude">Of the origin, in the unit of the table.</param>
    /// <param name="Longitude">Of the origin, in the unit of the table.</param>
    /// <param name="Sine">Of the origin's latitude.</param>
    /// <param name="Cosine">Of the origin's latitude.</param>
    public readonly record struct Part(int Latitude, int Longitude, float Sine, float Cosine)
    {
        private const float Radians = (float)(Math.PI / 180 / WayTable.PerDegree);

        /// <summary>Whether there is a quick test here; otherwise points are measured.</summary>
        public bool IsRough => Cosine != 0 || Sine != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float Haversine(int latitude, int longitude) => Haversines(Vector256.Create(latitude), Vector256.Create(longitude)).ToScalar();

        /// <summary>Of eight points.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Haversines(Vector256<int> latitudes, Vector256<int> longitudes)
        {
            // Differences of up to 16 degrees are exact in single precision.
            var north = Vector256.ConvertToSingle(latitudes - Vector256.Create(Latitude)) * Radians;
            var east = Vector256.ConvertToSingle(longitudes - Vector256.Create(Longitude)) * (Radians / 2);
            var north2 = north * north;
            var cosine = Cosine * (Vector256<float>.One - north2 * (Vector256.Create(0.5f) - north2 * (1f / 24)))
                - Sine * north * (Vector256<float>.One - north2 * (1f / 6));
            return SquaredSine(north2 * 0.25f) + Cosine * cosine * SquaredSine(east * east);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SquaredSine(Vector256<float> squared) =>
            squared * (Vector256<float>.One - squared * (Vector256.Create(1f / 3) - squared * (2f / 45)));
    }
}
