namespace PractitionerFinder.Core.Geography;

/// <summary>
/// Whole metres from one point to many, the same as <see cref="GreatCircle.Metres"/> gives. To points up to some 300 km away series stand for its sines and its
/// arcsine; they are good to a millionth of a metre, and where that could decide how a distance is rounded, the formula itself is asked.
/// </summary>
/// <param name="origin">The point, WGS 84.</param>
public readonly struct MetresFrom(GeoPoint origin)
{
    // Within so many degrees both ways the first terms that the series leave out come to less than 1e-13 of the distance.
    private const double Near = 3;
    private const double Radians = Math.PI / 180;

    // A hundred times what the series and the formula could differ by.
    private const double Doubt = 1e-4;

    private readonly double sine = Math.Sin(origin.Latitude * Radians);
    private readonly double cosine = Math.Cos(origin.Latitude * Radians);

    /// <summary>Whole metres to another point.</summary>
    public int To(GeoPoint point)
    {
        var (north, east) = (point.Latitude - origin.Latitude, point.Longitude - origin.Longitude);
        if (!(Math.Abs(north) < Near && Math.Abs(east) < Near))
        {
            return GreatCircle.Metres(origin, point);
        }

        var (up, along) = (Sine(north * (Radians / 2)), Sine(east * (Radians / 2)));
        var up2 = up * up;

        // cos(φ + 2x) = cos φ (1 − 2 sin² x) − sin φ · 2 sin x cos x
        var there = cosine * (1 - 2 * up2) - sine * (2 * up * Math.Sqrt(1 - up2));
        var h = up2 + cosine * there * along * along;
        var rounded = 2 * GreatCircle.EarthRadiusMetres * Arcsine(Math.Sqrt(h), h) + 0.5;
        var whole = Math.Floor(rounded);
        return rounded - whole is > Doubt and < 1 - Doubt ? (int)whole : GreatCircle.Metres(origin, point);
    }

    private static double Sine(double x)
    {
        var square = x * x;
        return x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))));
    }

    /// <param name="x">Up to 0.04.</param>
    /// <param name="square">Its square.</param>
    private static double Arcsine(double x, double square) =>
        x * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * (15.0 / 336 + square * (105.0 / 3456)))));
}
