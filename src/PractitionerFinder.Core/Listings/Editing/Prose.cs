using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What does not belong in running text.</summary>
public static partial class Prose
{
    private const int ShoutedLetters = 30;
    private const double ShoutedShare = 0.6;

    /// <summary>What to change, in plain words; nothing when all is well.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        if (Email().IsMatch(text))
        {
            yield return "Take the e-mail address out of the text: How people reach you has a field for it";
        }

        if (Web().IsMatch(text))
        {
            yield return "Take the web address out of the text: How people reach you has a field for it";
        }

        if (Telephone().Matches(text).Any(m => m.Value.Count(char.IsAsciiDigit) is >= 9 and <= 15))
        {
            yield return "Take the telephone number out of the text: How people reach you has a field for it";
        }

        if (Markup().IsMatch(text))
        {
            yield return "Write plain text: marks such as <b> or [link](…) are shown as they are typed";
        }

        var letters = text.Count(char.IsLetter);
        if (letters >= ShoutedLetters && text.Count(char.IsUpper) > letters * ShoutedShare)
        {
            yield return "Write in small letters: capitals are hard to read";
        }
    }

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"https?://|\bwww\.[a-z0-9-]+\.|\b[a-z0-9-]+\.(com|co\.uk|org|net|info|health|clinic)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();

    [GeneratedRegex(@"\+?\(?[0-9][0-9 ().\-]{7,}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"</?[a-z][^>]*>|\[[^\]]+\]\([^)]+\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
