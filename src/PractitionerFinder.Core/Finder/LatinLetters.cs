using System.Globalization;

namespace PractitionerFinder.Core.Finder;

/// <summary>
/// Letters without their accents. The program runs without the platform's language data (InvariantGlobalization), where
/// <see cref="string.Normalize()"/> takes nothing apart; so the Latin blocks are written out.
/// </summary>
internal static class LatinLetters
{
    // The base letter of each character by Unicode's compatibility decomposition (UnicodeData.txt, version 14), a blank
    // where there is none.
    private const char LatinStart = '\u00C0';

    private const string Latin =
        "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllll " +
        " llnnnnnn nnoooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzzs" +
        "              aa                oo             uu               " +
        "             aaiioouuuuuuuuuuaaaaa    ggkkoooo  j   gg  nnaa    " +
        "aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy            " +
        "                ";

    private const char AdditionalStart = '\u1E00';

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwy s    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    /// <summary>A character as lower-case ASCII letters and digits: none for marks and apostrophes, a space for what parts words.</summary>
    public static string Fold(char c) => c switch
    {
        _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
        '\'' or '’' or '‘' or '`' or 'ʻ' or 'ʼ' or '´' => "",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' or 'ǣ' or 'Ǣ' or 'ǽ' or 'Ǽ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        'ĳ' or 'Ĳ' => "ij",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ª' => "a",
        'º' => "o",
        >= LatinStart when c - LatinStart < Latin.Length => Latin[c - LatinStart].ToString(),
        >= AdditionalStart when c - AdditionalStart < Additional.Length => Additional[c - AdditionalStart].ToString(),
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? ""
            : " ",
    };

    /// <summary>The ASCII character that a full-width one stands for; any other as it is.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
