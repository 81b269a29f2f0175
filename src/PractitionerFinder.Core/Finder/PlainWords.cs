using System.Text;

namespace PractitionerFinder.Core.Finder;

/// <summary>Text as it is compared: lower case, without accents, marks or punctuation.</summary>
public static class PlainWords
{
    /// <summary>
    /// The words of a text, in order: letters and digits of any script, everything else parts them. Apostrophes vanish.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var folded = LatinLetters.Fold(LatinLetters.Narrow(c));

            // What is a letter and not Latin stays as it is: names are written in every script.
            plain.Append(folded == " " && char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : folded);
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words with one space between them.</summary>
    public static string Line(string text) => string.Join(' ', Of(text));
}
