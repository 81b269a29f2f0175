using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>
/// What does not belong in running text. Contact details have fields of their own, where they are checked, hidden while a
/// listing is paused, and given out only as the practitioner chose. Words with protected meanings are
/// <see cref="Learn.ProtectedTitles"/>' business.
/// </summary>
public static partial class Prose
{
    private const int ShoutedLetters = 15;
    private const double ShoutedShare = 0.6;

    /// <summary>What to change, in plain words; nothing when all is well.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        if (Email().IsMatch(text) || SpeltEmail().IsMatch(text))
        {
            yield return "Take the e-mail address out of the text: How people reach you has a field for it";
        }
        else if (Web().IsMatch(text))
        {
            yield return "Take the web address out of the text: How people reach you has a field for it";
        }

        if (Telephone().Matches(text).Any(IsTelephone))
        {
            yield return "Take the telephone number out of the text: How people reach you has a field for it";
        }

        if (Markup().IsMatch(text))
        {
            yield return "Write plain text: marks such as <b>, **bold** or [link](…) are shown as they are typed";
        }

        if (IsShouted(text))
        {
            yield return "Write in small letters: capitals are hard to read";
        }
    }

    /// <summary>A run of digits that can be dialled: years, dates and register numbers are none.</summary>
    private static bool IsTelephone(Match match) =>
        match.Value.Count(char.IsAsciiDigit) is >= 9 and <= 15 && (match.Value[0] is '+' or '0' or '(' || Grouped().IsMatch(match.Value)) && !Date().IsMatch(match.Value);

    /// <summary>Short words are left out: TMJ, PNF and MLD are written so.</summary>
    private static bool IsShouted(string text)
    {
        var letters = string.Concat(LongWord().Matches(text).Select(m => m.Value));
        return letters.Length >= ShoutedLetters && letters.Count(char.IsUpper) > letters.Length * ShoutedShare;
    }

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    // name (at) practice (dot) example, name at practice dot example
    [GeneratedRegex(@"\b[a-z0-9._-]+ ?([\[({]at[\])}]| at ) ?[a-z0-9-]+ ?([\[({]dot[\])}] ?[a-z]{2,}| dot (com|co|org|net|info|uk|example))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeltEmail();

    // Endings that are also words, such as .it, .is or .at, are left out: a space is easily forgotten behind a full stop.
    [GeneratedRegex(
        @"https?:/|\bwww\.|(?<![\w.])[a-z0-9-]{2,}(\.[a-z0-9-]+)*\.(com|co\.[a-z]{2}|com\.[a-z]{2}|org|net|info|biz|health|clinic|physio|online|site|example|uk|ie|eu|de|fr|es|nl|ca|au|nz|ch|se|dk|pl|pt|io)\b(?!\.?\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();

    [GeneratedRegex(@"\+?\(?[0-9][0-9 ()./\u2010-\u2013-]{7,}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // As numbers without a leading zero are written: 212 555 0111, 212-555-0111, (in one run) 6 12 34 56 78 or 91 234 56 78.
    [GeneratedRegex(@"^([0-9]{3}[ .\u2010-\u2013-][0-9]{3}[ .\u2010-\u2013-][0-9]{3,4}|[0-9]{1,3}([ .-][0-9]{2,3}){3,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"</?[a-z][^<>]*>|<!--|\[[^\[\]]+\]\([^()]+\)|\[/?[bui]\]|\*\*[^\s*][^*]*\*\*|&[a-z]{2,8};|&#[0-9]{1,6};", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
