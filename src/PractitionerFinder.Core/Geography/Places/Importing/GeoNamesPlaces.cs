using System.Globalization;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>
/// The country dumps of GeoNames (https://download.geonames.org/export/dump/readme.txt): populated places are taken,
/// abandoned and historical ones, and all other features, are left.
/// </summary>
internal static class GeoNamesPlaces
{
    public const int Columns = 19;

    private const int AlternativesKept = 8;
    private const int UnknownPopulationRank = 22;

    /// <summary>Reads a line; a row of null is one that is not wanted. Returns what is wrong with it, or null.</summary>
    public static string? Read(string[] cells, out ImportedRow? row)
    {
        row = null;
        if (GeoNamesCells.Fault(cells[8], cells[1], cells[4], cells[5], out var point) is { } fault)
        {
            return fault;
        }

        if (!long.TryParse(cells[14] is "" ? "0" : cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out var population))
        {
            return $"the population is not a number: {cells[14]}";
        }

        if (cells[6] != "P" || cells[7] is "PPLQ" or "PPLH" or "PPLW" or "PPLCH")
        {
            return null;
        }

        row = new ImportedRow(cells[7] == "PPLX" ? PlaceKind.Locality : PlaceKind.City, cells[8], cells[1], point, RankOf(population, cells[7]))
        {
            Admin1Code = GeoNamesCells.RegionCode(cells[8], cells[10]),
            Ascii = cells[2] == cells[1] ? "" : cells[2],
            Alternatives = string.Join(';', cells[3].Split(',').Where(IsLatin).Select(name => name.Replace(';', ' ')).Take(AlternativesKept)),
            Population = (int)Math.Min(population, int.MaxValue),
        };
        return null;
    }

    private static int RankOf(long population, string code)
    {
        var seat = code switch { "PPLC" => 15, "PPLA" => 8, "PPLA2" => 3, _ => 0 };
        return population == 0 ? UnknownPopulationRank + Math.Min(seat, 6)
            : (int)Math.Min(95, Math.Round(10 * Math.Log10(Math.Max(population, 10)) + seat));
    }

    private static bool IsLatin(string name) => name.Length is > 0 and <= 60
        && name.All(c => c < '\u0250' || c is (>= '\u1E00' and < '\u1F00') or '’' or '‘');
}
