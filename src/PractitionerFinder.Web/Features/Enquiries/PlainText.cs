using System.Globalization;
using System.Text;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What people type, as plain text: no control characters, nothing that turns the direction of letters around, and no blank edges.</summary>
public static class PlainText
{
    private const int MostBreaks = 2;

    /// <summary>One line.</summary>
    public static string Line(string? typed) =>
        string.Join(' ', Clean(typed, breaks: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Paragraphs: a blank line at the most between two.</summary>
    public static string Paragraphs(string? typed)
    {
        var clean = Clean(typed?.ReplaceLineEndings("\n"), breaks: true);
        var text = new StringBuilder();
        var breaks = 0;
        foreach (var letter in clean)
        {
            breaks = letter == '\n' ? breaks + 1 : 0;
            if (breaks <= MostBreaks)
            {
                text.Append(letter);
            }
        }

        return text.ToString().Trim();
    }

    private static string Clean(string? typed, bool breaks) => string.Concat((typed ?? "").Select(c => c switch
    {
        '\n' when breaks => "\n",
        '\t' or '\n' or '\r' => " ",
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            && c != '\u200d' => "",
        _ => c.ToString(),
    }));
}
