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

    // A plain letter and the marked ones of the Latin blocks (U+00C0 to U+024F, U+1E00 to U+1EFF). The program runs without
    // the ICU library (InvariantGlobalization), where string.Normalize leaves them as they are.
    private static readonly string[] Marked =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖ",
        "iìíîïĩīĭįǐȉȋḭḯỉị",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšſșṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    private static readonly Dictionary<char, char> Plain =
        Marked.SelectMany(m => m.Skip(1).Select(letter => (letter, m[0]))).ToDictionary(p => p.letter, p => p.Item2);

    /// <summary>The words of a text, in order: letters and digits, everything else parts them. Apostrophes vanish.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c);
            lower = Plain.GetValueOrDefault(lower, lower);
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
}
