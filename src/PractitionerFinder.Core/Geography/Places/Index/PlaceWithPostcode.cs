namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// A postcode with more beside it: "2000 Sydney", "Chicago IL 60601". The rest has to agree with the code, and then
/// outweighs the reader's country.
/// </summary>
internal sealed class PlaceWithPostcode(PlaceIndex index, PostcodeReader postcodes, int capacity)
{
    private const int Agrees = 25;
    private const int Disagrees = -40;
    private const int Acceptable = 40;
    private const double SameTownKilometres = 40;

    private readonly PlaceTable table = index.Table;

    /// <summary>The best readings, empty if no part of the text is a known code.</summary>
    public IReadOnlyList<Hit> Find(string text)
    {
        var words = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var firstPart = PlaceKey.Of(text.Split(',')[0]);
        var hits = new BestHits(table, capacity);

        // Two words first: "LS6 3HN" says more than the "LS6" in it.
        for (var width = 2; width >= 1 && hits.Count == 0; width--)
        {
            for (var at = 0; at + width <= words.Length && words.Length > width; at++)
            {
                var code = string.Join(' ', words[at..(at + width)]);
                var rest = PlaceKey.Of(string.Join(' ', words[..at].Concat(words[(at + width)..])));
                foreach (var hit in IsNumberAndWord(words, at, width) ? [] : postcodes.Read(code))
                {
                    var weighed = hit with { Score = hit.Score + (Agree(rest, firstPart, hit.Row) ? Agrees : Disagrees) };
                    if (weighed.Score > Acceptable)
                    {
                        hits.Add(weighed);
                    }
                }
            }
        }

        return hits.Ordered;
    }

    /// <summary>"2000 Sydney" are two things; "111 22" (Sweden) and "1012 AB" (Netherlands) are one.</summary>
    private static bool IsNumberAndWord(string[] words, int at, int width) =>
        width == 2 && words[at].Length >= 3 && words[at].All(char.IsAsciiDigit)
        && !(words[at].Length == 3 && words[at + 1].Length == 2 && words[at + 1].All(char.IsAsciiDigit))
        && !(words[at].Length == 4 && words[at + 1].Length == 2 && words[at + 1].All(char.IsAsciiLetter));

    private bool Agree(string rest, string firstPart, int row)
    {
        var name = PlaceKey.Of(table.Word(row, PlaceColumn.Name));
        if (name.Contains(rest, StringComparison.Ordinal) || (name.Length > 0 && rest.Contains(name, StringComparison.Ordinal))
            || index.CountriesNamed(rest).Contains(table.Country(row)) || index.RegionsNamed(rest).Contains(table.Region[row]))
        {
            return true;
        }

        var words = rest.Split(' ');
        return Enumerable.Range(1, Math.Min(3, words.Length)).Select(count => string.Join(' ', words[..count]))
            .Append(rest).Append(firstPart)
            .Any(place => IsNamedNear(place, row));
    }

    private bool IsNamedNear(string name, int row)
    {
        foreach (var posting in index.Names.Postings(name))
        {
            if (table.Country(posting >> 1) == table.Country(row) && table.IsWithin(row, posting >> 1, SameTownKilometres))
            {
                return true;
            }
        }

        return false;
    }
}
