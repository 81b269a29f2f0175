using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

/// <summary>
/// The inverse formula on the WGS 84 ellipsoid: T. Vincenty, Direct and Inverse Solutions of Geodesics on the Ellipsoid
/// with Application of Nested Equations, Survey Review 23 (176), 1975. The letters are those of the paper.
/// </summary>
internal static class Vincenty
{
    private const double A = 6_378_137;
    private const double F = 1 / 298.257223563;
    private const double B = A * (1 - F);

    /// <summary>Metres, to half a millimetre; null near antipodes, where it does not converge.</summary>
    public static double? Metres(GeoPoint from, GeoPoint to)
    {
        var u1 = Math.Atan((1 - F) * Math.Tan(Radians(from.Latitude)));
        var u2 = Math.Atan((1 - F) * Math.Tan(Radians(to.Latitude)));
        var difference = Radians(to.Longitude - from.Longitude);
        var lambda = difference;
        for (var round = 0; round < 200; round++)
        {
            var east = Math.Cos(u2) * Math.Sin(lambda);
            var north = Math.Cos(u1) * Math.Sin(u2) - Math.Sin(u1) * Math.Cos(u2) * Math.Cos(lambda);
            var sinSigma = Math.Sqrt(east * east + north * north);
            if (sinSigma == 0)
            {
                return 0;
            }

            var cosSigma = Math.Sin(u1) * Math.Sin(u2) + Math.Cos(u1) * Math.Cos(u2) * Math.Cos(lambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = Math.Cos(u1) * Math.Cos(u2) * Math.Sin(lambda) / sinSigma;
            var cos2Alpha = 1 - sinAlpha * sinAlpha;

            // Along the equator the middle term vanishes.
            var cos2M = cos2Alpha < 1e-12 ? 0 : cosSigma - 2 * Math.Sin(u1) * Math.Sin(u2) / cos2Alpha;
            var c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            var next = difference + (1 - c) * F * sinAlpha
                * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
            if (Math.Abs(next) > Math.PI && Math.Abs(difference) <= Math.PI)
            {
                return null;
            }

            if (Math.Abs(next - lambda) > 1e-12)
            {
                lambda = next;
                continue;
            }

            var uu = cos2Alpha * (A * A - B * B) / (B * B);
            var a = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
            var b = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
            var deltaSigma = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1)
                - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
            return B * a * (sigma - deltaSigma);
        }

        return null;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
