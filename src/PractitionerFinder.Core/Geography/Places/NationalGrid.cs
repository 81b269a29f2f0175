namespace PractitionerFinder.Core.Geography.Places;

/// <summary>
/// The British National Grid (OSGB36) to WGS 84, good to about 5 m: inverse transverse Mercator on Airy 1830, then a
/// seven-parameter Helmert shift.
/// </summary>
/// <remarks>
/// Ordnance Survey, A guide to coordinate systems in Great Britain, v3.6: annexes A.1 (ellipsoids and the projection),
/// C.2 (grid to latitude and longitude), B.1 and B.2 (Cartesian coordinates) and section 6.6 (the shift, here reversed).
/// </remarks>
public static class NationalGrid
{
    private const double AiryA = 6_377_563.396;
    private const double AiryB = 6_356_256.909;
    private const double AiryE2 = 1 - AiryB * AiryB / (AiryA * AiryA);
    private const double Wgs84A = 6_378_137.0;
    private const double Wgs84B = 6_356_752.3142;
    private const double Wgs84E2 = 1 - Wgs84B * Wgs84B / (Wgs84A * Wgs84A);
    private const double Scale = 0.9996012717;
    private const double OriginEast = 400_000;
    private const double OriginNorth = -100_000;
    private const double OriginLatitude = 49 * Radian;
    private const double OriginLongitude = -2 * Radian;
    private const double Radian = Math.PI / 180;

    /// <summary>The point at a place of the grid.</summary>
    /// <param name="easting">Metres east of the false origin; Great Britain is within 0 to 700,000.</param>
    /// <param name="northing">Metres north of the false origin; Great Britain is within 0 to 1,300,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is not on the grid.</exception>
    public static GeoPoint ToPoint(double easting, double northing)
    {
        if (!IsOnGrid(easting, northing))
        {
            throw new ArgumentOutOfRangeException(nameof(easting), $"{easting}, {northing} is not on the British National Grid.");
        }

        var (latitude, longitude) = ToOsgb36(easting, northing);
        return ToWgs84(latitude * Radian, longitude * Radian);
    }

    /// <summary>Whether a pair of metres lies on the grid's squares (700 km by 1,300 km).</summary>
    public static bool IsOnGrid(double easting, double northing) =>
        easting is >= 0 and <= 700_000 && northing is >= 0 and <= 1_300_000;

    /// <summary>Annex C.2 alone: latitude and longitude in degrees OSGB36, on the Airy 1830 ellipsoid, exact to 0.1 mm.</summary>
    /// <param name="easting">Metres east of the false origin.</param>
    /// <param name="northing">Metres north of the false origin.</param>
    public static (double Latitude, double Longitude) ToOsgb36(double easting, double northing)
    {
        var latitude = OriginLatitude;
        double arc = 0;
        do
        {
            latitude += (northing - OriginNorth - arc) / (AiryA * Scale);
            arc = MeridianArc(latitude);
        }
        while (Math.Abs(northing - OriginNorth - arc) >= 0.00001);

        var (sin, cos) = Math.SinCos(latitude);
        var t = sin / cos;
        var t2 = t * t;
        var nu = AiryA * Scale / Math.Sqrt(1 - AiryE2 * sin * sin);
        var rho = AiryA * Scale * (1 - AiryE2) / Math.Pow(1 - AiryE2 * sin * sin, 1.5);
        var eta2 = nu / rho - 1;
        var e = easting - OriginEast;
        var vii = t / (2 * rho * nu);
        var viii = t / (24 * rho * Math.Pow(nu, 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
        var ix = t / (720 * rho * Math.Pow(nu, 5)) * (61 + 90 * t2 + 45 * t2 * t2);
        var x = 1 / (cos * nu);
        var xi = 1 / (6 * cos * Math.Pow(nu, 3)) * (nu / rho + 2 * t2);
        var xii = 1 / (120 * cos * Math.Pow(nu, 5)) * (5 + 28 * t2 + 24 * t2 * t2);
        var xiia = 1 / (5040 * cos * Math.Pow(nu, 7)) * (61 + 662 * t2 + 1320 * t2 * t2 + 720 * t2 * t2 * t2);
        latitude += -vii * e * e + viii * Math.Pow(e, 4) - ix * Math.Pow(e, 6);
        var longitude = OriginLongitude + x * e - xi * Math.Pow(e, 3) + xii * Math.Pow(e, 5) - xiia * Math.Pow(e, 7);
        return (latitude / Radian, longitude / Radian);
    }

    private static double MeridianArc(double latitude)
    {
        const double n = (AiryA - AiryB) / (AiryA + AiryB);
        const double n2 = n * n;
        const double n3 = n * n * n;
        var less = latitude - OriginLatitude;
        var more = latitude + OriginLatitude;
        return AiryB * Scale * (
            (1 + n + 5d / 4 * n2 + 5d / 4 * n3) * less
            - (3 * n + 3 * n2 + 21d / 8 * n3) * Math.Sin(less) * Math.Cos(more)
            + (15d / 8 * n2 + 15d / 8 * n3) * Math.Sin(2 * less) * Math.Cos(2 * more)
            - 35d / 24 * n3 * Math.Sin(3 * less) * Math.Cos(3 * more));
    }

    private static GeoPoint ToWgs84(double latitude, double longitude)
    {
        var (sin, cos) = Math.SinCos(latitude);
        var nu = AiryA / Math.Sqrt(1 - AiryE2 * sin * sin);
        var x = nu * cos * Math.Cos(longitude);
        var y = nu * cos * Math.Sin(longitude);
        var z = (1 - AiryE2) * nu * sin;

        // Section 6.6 gives WGS 84 to OSGB36; the way back turns every sign.
        const double second = Radian / 3600;
        const double rx = 0.1502 * second;
        const double ry = 0.2470 * second;
        const double rz = 0.8421 * second;
        const double scale = 1 - 20.4894e-6;
        var shiftedX = 446.448 + scale * x - rz * y + ry * z;
        var shiftedY = -125.157 + rz * x + scale * y - rx * z;
        var shiftedZ = 542.060 - ry * x + rx * y + scale * z;

        var p = Math.Sqrt(shiftedX * shiftedX + shiftedY * shiftedY);
        var result = Math.Atan2(shiftedZ, p * (1 - Wgs84E2));
        for (var step = 0; step < 5; step++)
        {
            var sinResult = Math.Sin(result);
            result = Math.Atan2(shiftedZ + Wgs84E2 * Wgs84A / Math.Sqrt(1 - Wgs84E2 * sinResult * sinResult) * sinResult, p);
        }

        return new GeoPoint(result / Radian, Math.Atan2(shiftedY, shiftedX) / Radian);
    }
}
