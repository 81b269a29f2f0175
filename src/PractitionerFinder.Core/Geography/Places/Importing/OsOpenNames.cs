using System.Globalization;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>
/// OS Open Names (Ordnance Survey, OS Open Names technical specification): populated places and postcode units are
/// taken; roads, hills and the rest are left.
/// </summary>
internal static class OsOpenNames
{
    public const int Columns = 34;

    private const int PostcodeRank = 48;
    private const int Name1 = 2;
    private const int Name2 = 4;
    private const int LocalType = 7;
    private const int GeometryX = 8;
    private const int GeometryY = 9;
    private const int PostcodeDistrict = 16;
    private const int PopulatedPlace = 18;
    private const int DistrictBorough = 21;
    private const int CountyUnitary = 24;
    private const int Country = 29;

    /// <summary>Reads a line; a row of null is one that is not wanted. Returns what is wrong with it, or null.</summary>
    public static string? Read(string[] cells, out ImportedRow? row)
    {
        row = null;
        if (!TryMetres(cells[GeometryX], out var east) || !TryMetres(cells[GeometryY], out var north) || !NationalGrid.IsOnGrid(east, north))
        {
            return $"not a place on the British National Grid: {cells[GeometryX]}, {cells[GeometryY]}";
        }

        var isPostcode = cells[LocalType] == "Postcode";
        if (SettlementRank(cells[LocalType]) is var rank && rank == 0 && !isPostcode)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(cells[Name1]))
        {
            return "the name is blank";
        }

        var point = NationalGrid.ToPoint(east, north);
        var region = cells[Country] switch { "Scotland" => "SCT", "Wales" => "WLS", _ => "ENG" };
        row = isPostcode
            ? new ImportedRow(PlaceKind.Postcode, "GB", cells[PopulatedPlace].Length > 0 ? cells[PopulatedPlace] : cells[Name1], point, PostcodeRank)
            {
                Admin1Code = region,
                Postcode = cells[Name1].ToUpperInvariant(),
            }
            : new ImportedRow(cells[LocalType] == "Suburban Area" ? PlaceKind.Locality : PlaceKind.City, "GB", cells[Name1], point, rank)
            {
                Admin1Code = region,
                Admin2 = District(cells),
                Alternatives = cells[Name2].Replace(';', ' '),
                Postcode = cells[PostcodeDistrict],
            };
        return null;
    }

    /// <summary>Without populations, what Ordnance Survey calls a settlement is the measure of it; 0 is no settlement.</summary>
    private static int SettlementRank(string localType) => localType switch
    {
        "City" => 50,
        "Town" => 42,
        "Suburban Area" => 30,
        "Village" => 30,
        "Hamlet" => 22,
        "Other Settlement" => 22,
        _ => 0,
    };

    /// <summary>Blank where it is the name itself, as in the gazetteer's own files.</summary>
    private static string District(string[] cells)
    {
        var district = cells[CountyUnitary].Length > 0 ? cells[CountyUnitary] : cells[DistrictBorough];
        foreach (var prefix in (ReadOnlySpan<string>)["City and County of the ", "City and County of ", "City of ", "County of "])
        {
            if (district.StartsWith(prefix, StringComparison.Ordinal))
            {
                district = district[prefix.Length..];
                break;
            }
        }

        return district == cells[Name1] ? "" : district;
    }

    private static bool TryMetres(string text, out double metres) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out metres);
}
