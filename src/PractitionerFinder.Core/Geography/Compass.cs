namespace PractitionerFinder.Core.Geography;

/// <summary>The direction from one point to another.</summary>
public static class Compass
{
    private static readonly string[] Winds = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

    /// <summary>
    /// The bearing at which the great circle to another point sets out, in degrees clockwise from north, 0 to less than 360; 0 for
    /// the same point (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, equation 5-4b).
    /// </summary>
    public static double Bearing(GeoPoint from, GeoPoint to)
    {
        const double radians = Math.PI / 180;
        var (sinFrom, cosFrom) = Math.SinCos(from.Latitude * radians);
        var (sinTo, cosTo) = Math.SinCos(to.Latitude * radians);
        var (sinEast, cosEast) = Math.SinCos((to.Longitude - from.Longitude) * radians);
        var degrees = Math.Atan2(sinEast * cosTo, cosFrom * sinTo - sinFrom * cosTo * cosEast) / radians;
        return degrees < 0 ? (degrees + 360) % 360 : degrees;
    }

    /// <summary>The nearest of eight directions in words: where the second point lies, seen from the first, such as north-west.</summary>
    public static string Direction(GeoPoint from, GeoPoint to) => Winds[(int)Math.Round(Bearing(from, to) / 45) % 8];
}
