using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>One search by name: the name itself, then names that begin with it, then names one slip away.</summary>
/// <param name="index">What is searched.</param>
/// <param name="scoring">Points for the country the reader is likely to mean.</param>
/// <param name="capacity">How many hits are kept.</param>
internal sealed class PlaceSearch(PlaceIndex index, Scoring scoring, int capacity)
{
    private const int AlternativeName = 3;
    private const int RestOfName = 8;
    private const int RestOfWord = 12;
    private const int Edit = 12;
    private const int FirstLetter = 6;
    private const int LaterReading = 2;

    private readonly PlaceTable table = index.Table;

    /// <summary>The best hits of a text whose parts, between commas, are given as keys.</summary>
    public IReadOnlyList<Hit> Find(IReadOnlyList<string> parts, bool withPrefixes)
    {
        var readings = Readings(parts);
        var hits = new BestHits(table, capacity);
        for (var i = 0; i < readings.Count; i++)
        {
            AddNamed(hits, readings[i], i == 0 ? 0 : LaterReading);
            if (withPrefixes)
            {
                AddStarting(hits, readings[i], i == 0 ? 0 : LaterReading);
            }
        }

        if (hits.Count == 0 && !withPrefixes)
        {
            readings.ForEach(reading => AddStarting(hits, reading, 0));
        }

        if (hits.Count == 0)
        {
            readings.ForEach(reading => AddMistyped(hits, reading, reading.Name.Length <= 7 ? 1 : 2));
        }

        return hits.Ordered;
    }

    /// <summary>The name without what ruled it out, and names spelt somewhat like it, with one slip more than is ever put right.</summary>
    public IReadOnlyList<Hit> Close(IReadOnlyList<string> parts)
    {
        var hits = new BestHits(table, capacity);
        if (parts.Count > 1)
        {
            AddNamed(hits, new Reading(parts[0], []), 0);
        }

        Readings(parts).ForEach(reading => AddMistyped(hits, reading, reading.Name.Length <= 7 ? 2 : 3));
        return hits.Ordered;
    }

    /// <summary>
    /// The ways to read a text as a name and what qualifies it: as the commas say; and with each tail that may
    /// qualify ("springfield il", "perth scotland").
    /// </summary>
    private List<Reading> Readings(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        var readings = new List<Reading> { new(parts[0], [.. parts.Skip(1).Select(p => new Qualifier(index, p))]) };
        var whole = string.Join(' ', parts);
        for (var space = whole.LastIndexOf(' '); space > 0; space = whole.LastIndexOf(' ', space - 1))
        {
            var tail = whole[(space + 1)..];
            if (index.IsQualifier(tail) || (parts.Count == 1 && index.Names.Has(tail)))
            {
                readings.Add(new Reading(whole[..space], [new Qualifier(index, tail)]));
            }
        }

        if (parts.Count > 1)
        {
            readings.Add(new Reading(whole, []));
        }

        return readings;
    }

    private void AddNamed(BestHits hits, Reading reading, int penalty) =>
        AddPostings(hits, reading, index.Names.Postings(reading.Name), penalty);

    private void AddStarting(BestHits hits, Reading reading, int penalty)
    {
        if (reading.Name.Length < 2)
        {
            return;
        }

        var name = Encoding.ASCII.GetBytes(reading.Name);
        var range = index.Names.StartingWith(name);
        for (var key = range.Start.Value; key < range.End.Value; key++)
        {
            var letters = index.Names.Key(key);
            if (letters.Length > name.Length)
            {
                var rest = letters[name.Length] == ' ' ? RestOfName : RestOfWord;
                AddPostings(hits, reading, index.Names.Postings(key), penalty + rest);
            }
        }
    }

    private void AddMistyped(BestHits hits, Reading reading, int edits)
    {
        if (reading.Name.Length < 4)
        {
            return;
        }

        var name = Encoding.ASCII.GetBytes(reading.Name);
        var least = Math.Max(1, Trigrams.Count(name) - 3 * edits - 1);
        foreach (var key in index.Trigrams.Sharing(name, least, index.Names.Count))
        {
            var letters = index.Names.Key(key);
            var distance = EditDistance.Within(name, letters, edits);
            if (distance > 0 && distance <= edits)
            {
                var penalty = Edit * distance + (letters[0] == name[0] ? 0 : FirstLetter);
                AddPostings(hits, reading, index.Names.Postings(key), penalty, corrected: true);
            }
        }
    }

    private void AddPostings(BestHits hits, Reading reading, ReadOnlySpan<int> postings, int penalty, bool corrected = false)
    {
        foreach (var posting in postings)
        {
            var row = posting >> 1;
            if (corrected && table.Kind[row] == PlaceKind.Country)
            {
                continue;
            }

            var score = scoring.Of(row) - penalty - ((posting & 1) == 1 ? AlternativeName : 0);

            // Qualifiers measure distances: ask them only about what could still be among the best.
            if (hits.Admits(score + Qualifier.MostPoints * reading.Qualifiers.Length)
                && Bonus(row, reading.Qualifiers) is { } bonus)
            {
                hits.Add(new Hit(score + bonus, row) { Corrected = corrected });
            }
        }
    }

    private static int? Bonus(int row, Qualifier[] qualifiers)
    {
        int? bonus = 0;
        foreach (var qualifier in qualifiers)
        {
            bonus += qualifier.Bonus(row);
        }

        return bonus;
    }

    private sealed record Reading(string Name, Qualifier[] Qualifiers);
}
