using System.Globalization;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>A line of an official file as the gazetteer's own files have it.</summary>
internal sealed record ImportedRow(PlaceKind Kind, string Country, string Name, GeoPoint Point, int Rank)
{
    public string Admin1Code { get; init; } = "";

    public string Admin2 { get; init; } = "";

    public string Ascii { get; init; } = "";

    public string Alternatives { get; init; } = "";

    public string Postcode { get; init; } = "";

    public int Population { get; init; }

    /// <summary>The line in the columns of <see cref="Index.PlaceColumn"/>; the region's name is joined on its code.</summary>
    public string ToLine() => string.Join('\t',
        Kind.ToString().ToLowerInvariant(), Country, Admin1Code, "", Admin2, Name, Ascii, Alternatives, Postcode,
        Degrees(Point.Latitude), Degrees(Point.Longitude),
        Population == 0 ? "" : Population.ToString(CultureInfo.InvariantCulture),
        Rank.ToString(CultureInfo.InvariantCulture), "");

    private static string Degrees(double degrees) => degrees.ToString("0.####", CultureInfo.InvariantCulture);
}
