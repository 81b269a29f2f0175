using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// Whether points lie within a radius, from a haversine of the central angle that costs no trigonometry: short series stand for the
/// functions. Its error is far below <see cref="Doubt"/>; who falls into the doubt is measured exactly.
/// </summary>
internal readonly struct ReachTest
{
    /// <summary>Metres by which a quick distance may be wrong: half a millionth of a degree of the rounded coordinates of a rare row, and the series.</summary>
    private const double Doubt = 0.5;

    // Up to here the series hold: their first terms left out come to a millimetre.
    private const int FurthestMetres = 300_000;
    private const double WidestDegrees = 12;
    private const double Radians = Math.PI / 180 / WayTable.PerDegree;

    private readonly GeoPoint origin;
    private readonly bool isShort;

    public ReachTest(GeoPoint origin, int within)
    {
        this.origin = origin;
        isShort = within <= FurthestMetres;
        SurelyInside = Haversine(within + 0.5 - Doubt);
        MaybeInside = Haversine(within + 0.5 + Doubt);
    }

    /// <summary>Haversines below this are within the radius.</summary>
    public double SurelyInside { get; }

    /// <summary>Haversines above this are not.</summary>
    public double MaybeInside { get; }

    /// <summary>The haversine above which a point is surely farther than a step of the order.</summary>
    public static double Beyond(int step) => Haversine((step + 1) * (double)SearchRules.StepMetres + Doubt);

    /// <summary>The test of points between two longitudes, in degrees.</summary>
    public Part Along(double west, double east)
    {
        if (!isShort || east - west > WidestDegrees)
        {
            return default;
        }

        // Beyond the antimeridian, the origin is looked at from the other side.
        var turn = (west + east) / 2 - origin.Longitude is var away && away > 180 ? 360 : away < -180 ? -360 : 0;
        var (sine, cosine) = Math.SinCos(origin.Latitude * Math.PI / 180);
        return new Part(origin.Latitude * WayTable.PerDegree, (origin.Longitude + turn) * WayTable.PerDegree, sine, cosine);
    }

    private static double Haversine(double metres)
    {
        var sine = Math.Sin(Math.Min(Math.PI / 2, metres / (2 * GreatCircle.EarthRadiusMetres)));
        return Math.Max(0, metres) == 0 ? 0 : sine * sine;
    }

    /// <summary>The test of a stretch of a band.</summary>
    /// <param name="Latitude">Of the origin, in the unit of the table.</param>
    /// <param name="Longitude">Of the origin, in the unit of the table.</param>
    /// <param name="Sine">Of the origin's latitude.</param>
    /// <param name="Cosine">Of the origin's latitude.</param>
    public readonly record struct Part(double Latitude, double Longitude, double Sine, double Cosine)
    {
        /// <summary>Whether there is a quick test here; otherwise points are measured.</summary>
        public bool IsRough => Cosine != 0 || Sine != 0;

        /// <summary>
        /// sin²(Δφ/2) + cos φ₀ cos φ sin²(Δλ/2), with sin²x = x² − x⁴/3 + 2x⁶/45 and cos φ by the series around φ₀.
        /// </summary>
        public double Haversine(int latitude, int longitude)
        {
            var north = (latitude - Latitude) * Radians;
            var half = north * 0.5;
            var east = (longitude - Longitude) * (Radians * 0.5);
            var (n, e) = (half * half, east * east);
            var north2 = north * north;
            var cosine = Cosine * (1 - north2 * (0.5 - north2 * (1.0 / 24))) - Sine * north * (1 - north2 * (1.0 / 6));
            return SquaredSine(n) + Cosine * cosine * SquaredSine(e);
        }

        private static double SquaredSine(double squared) => squared * (1 - squared * (1.0 / 3 - squared * (2.0 / 45)));
    }
}
