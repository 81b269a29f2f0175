using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Which names lead to a row: its own, its spelling in ASCII, and what else it is called.</summary>
internal static class PlaceNames
{
    public static NameIndex Index(PlaceTable table, IReadOnlyList<CountyFact> counties)
    {
        // Each half of the rows on a core of its own.
        var half = table.Count / 2;
        var (first, second) = (new NameIndex.Builder(), new NameIndex.Builder());
        Parallel.Invoke(() => AddAll(first, table, 0, half, counties), () => AddAll(second, table, half, table.Count, counties));
        first.AddAll(second);
        return first.Build();
    }

    private static void AddAll(NameIndex.Builder names, PlaceTable table, int from, int to, IReadOnlyList<CountyFact> counties)
    {
        for (var row = from; row < to; row++)
        {
            var kind = table.Kind[row];
            if (kind == PlaceTable.Superseded ? table.Kind[table.StandIn(row)] == PlaceKind.Postcode
                : kind == PlaceKind.Postcode && !IsDublinDistrict(table, row))
            {
                continue;
            }

            var called = kind == PlaceTable.Superseded ? table.StandIn(row) : row;
            Add(names, table, row, called, PlaceColumn.Name, alternative: false);
            Add(names, table, row, called, PlaceColumn.Ascii, alternative: true);
            Add(names, table, row, called, PlaceColumn.Alternatives, alternative: true);
            if (kind == PlaceKind.County && table.CountryCode(row) is "GB" or "IE")
            {
                var name = table.Word(row, PlaceColumn.Name);
                foreach (var other in counties.Where(c => c.Name == name).SelectMany(c => c.Alternatives))
                {
                    names.Add(row, other, alternative: true);
                }
            }
        }
    }

    /// <summary>"Dublin 4" is what the code D04 is called.</summary>
    private static bool IsDublinDistrict(PlaceTable table, int row) =>
        table.Bytes(row, PlaceColumn.Name).StartsWith("Dublin "u8) && table.CountryCode(row) == "IE";

    private static void Add(NameIndex.Builder names, PlaceTable table, int row, int called, PlaceColumn column, bool alternative)
    {
        var bytes = table.Bytes(row, column);
        if (bytes.IsEmpty)
        {
            return;
        }

        Span<char> chars = bytes.Length <= 1024 ? stackalloc char[1024] : new char[bytes.Length];
        ReadOnlySpan<char> all = chars[..Encoding.UTF8.GetChars(bytes, chars)];
        if (!alternative)
        {
            names.Add(called, all, alternative: false);
            return;
        }

        foreach (var part in all.Split(';'))
        {
            // Codes of regions and countries qualify other names, and are no names themselves.
            if (all[part].Length > 3 || table.Kind[row] is not (PlaceKind.Region or PlaceKind.Country))
            {
                names.Add(called, all[part], alternative: true);
            }
        }
    }
}
