namespace PractitionerFinder.Core.Geography;

/// <summary>
/// Bands of latitude and which part of each a circle touches: an index over band and longitude then finds everything in the
/// circle and little else.
/// </summary>
public static class LatitudeBands
{
    /// <summary>Bands to a degree unless said otherwise, each 13.9 km high: a power of two, so that SQL and C# put every latitude into the same band.</summary>
    public const int PerDegree = 8;

    // 0.11 m, far more than rounding can lose: a span may be too wide, never too narrow.
    private const double Margin = 1e-6;
    private const double Radians = Math.PI / 180;

    /// <summary>A part of a band.</summary>
    /// <param name="Band">0 at the south pole.</param>
    /// <param name="West">Degrees; never more than <paramref name="East"/>.</param>
    /// <param name="East">Degrees.</param>
    public readonly record struct Span(double Band, double West, double East);

    /// <summary>The band of a latitude.</summary>
    /// <param name="latitude">Degrees, −90 to 90.</param>
    /// <param name="perDegree">Bands to a degree, a power of two.</param>
    public static int Of(double latitude, int perDegree = PerDegree) => (int)((latitude + 90) * perDegree);

    /// <summary>The parts of bands that hold every point whose whole metres from an origin are at most a number.</summary>
    /// <param name="origin">The centre.</param>
    /// <param name="metres">The radius, in whole metres.</param>
    /// <param name="perDegree">Bands to a degree, a power of two.</param>
    public static Circle Touching(GeoPoint origin, int metres, int perDegree = PerDegree) => new(origin, metres, perDegree);

    /// <summary>The parts of bands that a circle touches, from the south; to be gone through once.</summary>
    public struct Circle
    {
        private readonly GeoPoint origin;
        private readonly int perDegree;
        private readonly double south;
        private readonly double north;
        private readonly double sine;
        private readonly double cosine;
        private readonly double cosineOfRadius;

        // Where the circle is widest, in radians; it has no widest latitude when it holds a pole.
        private readonly double? widest;
        private readonly int last;
        private int band;

        // Of a part that crosses the antimeridian, what lies beyond it.
        private Span? rest;

        internal Circle(GeoPoint origin, int metres, int perDegree)
        {
            // Distances are rounded to whole metres, so that half a metre more may still belong.
            var radius = (metres + 0.5) / GreatCircle.EarthRadiusMetres + Margin * Radians;
            this.origin = origin;
            this.perDegree = perDegree;
            south = Math.Max(-90, origin.Latitude - radius / Radians);
            north = Math.Min(90, origin.Latitude + radius / Radians);
            (sine, cosine) = Math.SinCos(origin.Latitude * Radians);
            cosineOfRadius = Math.Cos(radius);
            widest = Math.Abs(origin.Latitude) * Radians + radius >= Math.PI / 2 ? null : Math.Asin(Math.Clamp(sine / cosineOfRadius, -1, 1));
            band = Of(south, perDegree) - 1;
            last = Of(north, perDegree);
        }

        /// <summary>The part that was come to.</summary>
        public Span Current { get; private set; }

        /// <summary>All parts.</summary>
        public readonly IReadOnlyList<Span> ToList()
        {
            var parts = new List<Span>();
            foreach (var part in this)
            {
                parts.Add(part);
            }

            return parts;
        }

        /// <summary>For `foreach`.</summary>
        public readonly Circle GetEnumerator() => this;

        /// <summary>Goes to the next part, when there is one.</summary>
        public bool MoveNext()
        {
            if (rest is { } beyond)
            {
                Current = beyond;
                rest = null;
                return true;
            }

            if (++band > last)
            {
                return false;
            }

            var half = HalfWidth(Math.Max(south, (double)band / perDegree - 90), Math.Min(north, (double)(band + 1) / perDegree - 90)) + Margin;
            var west = origin.Longitude - half;
            var east = origin.Longitude + half;
            Current = half >= 180 ? new Span(band, -180, 180) : new Span(band, Math.Max(-180, west), Math.Min(180, east));
            rest = half >= 180 ? null
                : west < -180 ? new Span(band, west + 360, 180)
                : east > 180 ? new Span(band, -180, east - 360)
                : null;
            return true;
        }

        /// <summary>
        /// The widest that the circle gets between two latitudes, in degrees to either side of its centre. On the circle,
        /// cos r = sin φ₀ sin φ + cos φ₀ cos φ cos Δλ (the spherical law of cosines), and Δλ is greatest where
        /// sin φ = sin φ₀ / cos r.
        /// </summary>
        private readonly double HalfWidth(double from, double to)
        {
            if (widest is not { } latitude)
            {
                return 180;
            }

            var (sineThere, cosineThere) = Math.SinCos(Math.Clamp(latitude, from * Radians, to * Radians));
            return Math.Acos(Math.Clamp((cosineOfRadius - sine * sineThere) / (cosine * cosineThere), -1, 1)) / Radians;
        }
    }
}
