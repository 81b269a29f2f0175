using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Data.Providers.Sqlite;

/// <summary>
/// Bands of latitude an eighth of a degree (13.9 km) high, and which part of each a circle touches: an index over band
/// and longitude then finds everything in the circle and little else.
/// </summary>
public static class LatitudeBands
{
    /// <summary>Bands to a degree: a power of two, so that SQL and C# put every latitude into the same band.</summary>
    public const int PerDegree = 8;

    // 0.11 m, far more than rounding can lose: a span may be too wide, never too narrow.
    private const double Margin = 1e-6;

    /// <summary>A part of a band.</summary>
    /// <param name="Band">0 at the south pole.</param>
    /// <param name="West">Degrees; never more than <paramref name="East"/>.</param>
    /// <param name="East">Degrees.</param>
    public readonly record struct Span(double Band, double West, double East);

    /// <summary>The parts of bands that hold every point whose whole metres from an origin are at most a number.</summary>
    public static IEnumerable<Span> Touching(GeoPoint origin, int metres)
    {
        // Distances are rounded to whole metres, so that half a metre more may still belong.
        var radius = (metres + 0.5) / GreatCircle.EarthRadiusMetres + Margin * Math.PI / 180;
        var degrees = radius * 180 / Math.PI;
        var south = Math.Max(-90, origin.Latitude - degrees);
        var north = Math.Min(90, origin.Latitude + degrees);
        for (var band = Of(south); band <= Of(north); band++)
        {
            var from = Math.Max(south, (double)band / PerDegree - 90);
            var to = Math.Min(north, (double)(band + 1) / PerDegree - 90);
            var half = HalfWidth(origin.Latitude, radius, from, to) + Margin;
            if (half >= 180)
            {
                yield return new Span(band, -180, 180);
                continue;
            }

            var west = origin.Longitude - half;
            var east = origin.Longitude + half;
            yield return new Span(band, Math.Max(-180, west), Math.Min(180, east));
            if (west < -180)
            {
                yield return new Span(band, west + 360, 180);
            }

            if (east > 180)
            {
                yield return new Span(band, -180, east - 360);
            }
        }
    }

    /// <summary>
    /// The widest that a circle gets between two latitudes, in degrees to either side of its centre. On the circle,
    /// cos r = sin φ₀ sin φ + cos φ₀ cos φ cos Δλ (the spherical law of cosines), and Δλ is greatest where
    /// sin φ = sin φ₀ / cos r.
    /// </summary>
    private static double HalfWidth(double centre, double radius, double from, double to)
    {
        const double radians = Math.PI / 180;
        if (Math.Abs(centre) * radians + radius >= Math.PI / 2)
        {
            return 180;
        }

        var middle = centre * radians;
        var widest = Math.Clamp(Math.Asin(Math.Sin(middle) / Math.Cos(radius)), from * radians, to * radians);
        var cosine = (Math.Cos(radius) - Math.Sin(middle) * Math.Sin(widest)) / (Math.Cos(middle) * Math.Cos(widest));
        return Math.Acos(Math.Clamp(cosine, -1, 1)) / radians;
    }

    private static int Of(double latitude) => (int)((latitude + 90) * PerDegree);
}
