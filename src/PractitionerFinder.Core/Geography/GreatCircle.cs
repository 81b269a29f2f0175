namespace PractitionerFinder.Core.Geography;

/// <summary>
/// Distances on a sphere of the earth's mean radius. The ellipsoid differs from it by at most 0.56 %, and every
/// engine can compute the sphere alike.
/// </summary>
public static class GreatCircle
{
    /// <summary>
    /// Mean radius R₁ = (2a + b) / 3 of the WGS 84 ellipsoid, in metres, as the International Union of Geodesy and
    /// Geophysics defines it (Moritz, Geodetic Reference System 1980, Journal of Geodesy 74, 2000).
    /// </summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Half the way round, in whole metres: no two points are further apart.</summary>
    public const int FurthestMetres = 20_015_115;

    /// <summary>
    /// Distance between two points in whole metres, 0 to <see cref="FurthestMetres"/>. It is rounded here, once:
    /// membership of a radius, order and display all use this integer.
    /// </summary>
    public static int Metres(GeoPoint a, GeoPoint b) =>
        (int)Math.Floor(ExactMetres(a.Latitude, a.Longitude, b.Latitude, b.Longitude) + 0.5);

    /// <summary>
    /// Where a great circle from a point has come to after a distance (Snyder, Map Projections: A Working Manual, USGS Professional
    /// Paper 1395, 1987, equations 5-5 and 5-6).
    /// </summary>
    /// <param name="from">Where it sets out.</param>
    /// <param name="bearing">The direction at which it does, in degrees clockwise from north.</param>
    /// <param name="metres">How far it goes.</param>
    public static GeoPoint Towards(GeoPoint from, double bearing, double metres)
    {
        const double radians = Math.PI / 180;
        var (sinFrom, cosFrom) = Math.SinCos(from.Latitude * radians);
        var (sinWay, cosWay) = Math.SinCos(metres / EarthRadiusMetres);
        var (sinBearing, cosBearing) = Math.SinCos(bearing * radians);
        var sinLatitude = Math.Clamp(sinFrom * cosWay + cosFrom * sinWay * cosBearing, -1, 1);
        var east = Math.Atan2(sinBearing * sinWay * cosFrom, cosWay - sinFrom * sinLatitude) / radians;
        return new GeoPoint(Math.Asin(sinLatitude) / radians, Math.IEEERemainder(from.Longitude + east, 360));
    }

    /// <summary>
    /// The haversine formula (Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984), in metres.
    /// The spatial SQL of both databases repeats it step by step, so that they round alike.
    /// </summary>
    internal static double ExactMetres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        const double radians = Math.PI / 180;
        var north = Math.Sin((latitudeB - latitudeA) * radians / 2);
        var east = Math.Sin((longitudeB - longitudeA) * radians / 2);
        var h = north * north + Math.Cos(latitudeA * radians) * Math.Cos(latitudeB * radians) * east * east;

        // Rounding may carry h of antipodes just over 1, where asin is not defined.
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }
}
