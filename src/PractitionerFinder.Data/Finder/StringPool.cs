using System.Data.Common;

namespace PractitionerFinder.Data.Finder;

/// <summary>One string for all rows that hold the same characters.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);

    public string Of(DbDataReader row, int column)
    {
        var text = row.GetString(column);
        if (!strings.TryGetValue(text, out var kept))
        {
            strings.Add(text, kept = text);
        }

        return kept;
    }
}
