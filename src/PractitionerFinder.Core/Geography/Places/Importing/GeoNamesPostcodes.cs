namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>The postal codes of GeoNames (https://download.geonames.org/export/zip/readme.txt).</summary>
internal static class GeoNamesPostcodes
{
    public const int Columns = 12;

    private const int Rank = 48;

    /// <summary>Reads a line. Returns what is wrong with it, or null.</summary>
    public static string? Read(string[] cells, out ImportedRow? row)
    {
        row = null;
        var name = cells[2].Length > 0 ? cells[2] : cells[1];
        if (GeoNamesCells.Fault(cells[0], name, cells[9], cells[10], out var point) is { } fault)
        {
            return fault;
        }

        if (!cells[1].Any(char.IsAsciiLetterOrDigit))
        {
            return "the postal code is blank";
        }

        row = new ImportedRow(PlaceKind.Postcode, cells[0], name, point, Rank)
        {
            Admin1Code = GeoNamesCells.RegionCode(cells[0], cells[4]),
            Postcode = cells[1].ToUpperInvariant(),
        };
        return null;
    }
}
