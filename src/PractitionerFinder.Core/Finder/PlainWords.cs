using System.Globalization;
using System.Text;

namespace PractitionerFinder.Core.Finder;

/// <summary>Text as it is compared: lower case, without accents, marks or punctuation.</summary>
public static class PlainWords
{
    // Letters that Unicode does not decompose into a plain one and a mark.
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['ø'] = "o", ['đ'] = "d", ['ł'] = "l", ['ı'] = "i", ['þ'] = "th", ['ð'] = "d", ['œ'] = "oe",
    };

    /// <summary>The words of a text, in order: letters and digits, everything else parts them. Apostrophes vanish.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (c is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c);
            if (Whole.TryGetValue(lower, out var letters))
            {
                plain.Append(letters);
            }
            else
            {
                plain.Append(char.IsLetterOrDigit(lower) ? lower : ' ');
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words with one space between them.</summary>
    public static string Line(string text) => string.Join(' ', Of(text));

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: nothing that a person typed. Compare what is left.
            return new string([.. text.Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormKD);
        }
    }
}
