using System.Globalization;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder;

/// <summary>
/// A part of the earth that a map shows, its edges included. Edges are whole millionths of a degree, as places are, so that whether a place lies in
/// it is never a matter of rounding.
/// </summary>
public readonly record struct MapView
{
    /// <summary>How many to a degree.</summary>
    internal const int PerDegree = 1_000_000;

    // Where the square world of Mercator ends (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, chapter 7).
    private const double MercatorEnds = 85.051129;

    // So many squares of the map's own shape share a view, or up to four times fewer: cells are half as high as wide, and look so at the equator.
    private const double MostSquares = 80;

    // Panning changes the sides of a view in their last digit, which should not change the level.
    private const double Slack = 0.001;

    private MapView(int west, int south, int east, int north) =>
        (WestMicro, SouthMicro, EastMicro, NorthMicro) = (west, south, east, north);

    /// <summary>Degrees WGS 84; larger than <see cref="East"/> when the view lies over the antimeridian.</summary>
    public double West => WestMicro / (double)PerDegree;

    /// <summary>Degrees WGS 84.</summary>
    public double South => SouthMicro / (double)PerDegree;

    /// <summary>Degrees WGS 84.</summary>
    public double East => EastMicro / (double)PerDegree;

    /// <summary>Degrees WGS 84.</summary>
    public double North => NorthMicro / (double)PerDegree;

    internal int WestMicro { get; }

    internal int SouthMicro { get; }

    internal int EastMicro { get; }

    internal int NorthMicro { get; }

    /// <summary>Whether it lies over the antimeridian.</summary>
    public bool CrossesAntimeridian => WestMicro > EastMicro;

    /// <summary>
    /// The level of <see cref="QuadCell"/> by which the view is parted. It depends on how much of a Mercator map the view is, and not on where it is, so that
    /// cells stay while somebody pans.
    /// </summary>
    internal int Level
    {
        get
        {
            var width = CrossesAntimeridian ? East - West + 360 : East - West;
            var squares = MostSquares / (Math.Max(width, 1e-6) * Math.Max(Mercator(North) - Mercator(South), 1e-6));
            return Math.Clamp((int)Math.Floor(Math.Log2(360 * Math.Sqrt(squares)) + Slack), 0, QuadCell.MaxLevel);
        }
    }

    /// <summary>Makes a view.</summary>
    /// <param name="west">Degrees, −180 to 180.</param>
    /// <param name="south">Degrees, −90 to 90, less than <paramref name="north"/>.</param>
    /// <param name="east">Degrees, −180 to 180; less than <paramref name="west"/> over the antimeridian.</param>
    /// <param name="north">Degrees, −90 to 90.</param>
    /// <returns>Null when these are no view.</returns>
    public static MapView? Of(double west, double south, double east, double north) =>
        GeoPoint.IsLongitude(west) && GeoPoint.IsLongitude(east)
        && GeoPoint.IsLatitude(south) && GeoPoint.IsLatitude(north) && south < north
            ? new MapView(Micro(west), Micro(south), Micro(east), Micro(north))
            : null;

    /// <summary>Reads <c>west,south,east,north</c>, as GeoJSON orders them (RFC 7946, section 5); null when these are no view.</summary>
    public static MapView? Read(string? text)
    {
        // Four numbers of sixteen digits, which is more than a millionth of a degree needs.
        const int mostLetters = 80;
        Span<double> edges = stackalloc double[4];
        if (text is not { Length: <= mostLetters } || text.Split(',') is not { Length: 4 } parts)
        {
            return null;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i].Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out edges[i]))
            {
                return null;
            }
        }

        return Of(edges[0], edges[1], edges[2], edges[3]);
    }

    /// <summary>A view of known edges, in millionths of a degree.</summary>
    internal static MapView OfMicro(int west, int south, int east, int north) => new(west, south, east, north);

    private static int Micro(double degrees) => (int)Math.Round(degrees * PerDegree);

    /// <summary>How far north of the equator on a map that is 360 wide.</summary>
    private static double Mercator(double latitude) =>
        Math.Atanh(Math.Sin(Math.Clamp(latitude, -MercatorEnds, MercatorEnds) * Math.PI / 180)) * 180 / Math.PI;
}
