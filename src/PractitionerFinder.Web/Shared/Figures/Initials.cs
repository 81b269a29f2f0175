using System.Globalization;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The one or two letters that stand for a name.</summary>
public static class Initials
{
    private const char NonJoiner = '\u200c';

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Doctor", "Sir", "Dame", "Lady", "Lord", "Rev", "Herr", "Frau", "Mme", "Sra", "Sr",
    };

    /// <summary>
    /// The first letters of the first and last name. Titles before it and what follows a comma or stands in brackets are left
    /// out; a single name joined by a hyphen gives both its letters. Empty for a name without a letter or digit.
    /// </summary>
    public static string Of(string name)
    {
        var words = name.Split(',', '(', '（')[0]
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => First(w).Length > 0)
            .ToList();
        while (words.Count > 1 && Titles.Contains(words[0].TrimEnd('.')))
        {
            words.RemoveAt(0);
        }

        if (words.Count == 1)
        {
            words = [.. words[0].Split('-', '‐', '‑').Where(w => First(w).Length > 0)];
        }

        return words switch
        {
            [] => "",
            [var only] => First(only),
            [var first, .., var last] => Beside(First(first), First(last)),
        };
    }

    /// <summary>The first letter or digit with the marks that belong to it.</summary>
    private static string First(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            if (elements.GetTextElement() is var element && char.IsLetterOrDigit(element, 0))
            {
                return element.ToUpperInvariant();
            }
        }

        return "";
    }

    // Two initials are not a word: letters that join, as Arabic ones do, are kept apart.
    private static string Beside(string first, string last) => first[0] < '\u0590' ? first + last : first + NonJoiner + last;
}
