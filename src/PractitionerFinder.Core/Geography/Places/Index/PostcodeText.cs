using System.Text;
using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>The shapes of the postcodes that are written longer than the gazetteer knows them.</summary>
internal enum PostcodeForm
{
    Other,
    BritishUnit,
    Canadian,
    Eircode,
    ZipPlusFour,
    Dutch,
}

/// <summary>Postcodes as text. All shapes are of upper-case codes without spaces, unless said otherwise.</summary>
internal static partial class PostcodeText
{
    /// <summary>Upper-case letters and digits, with one space wherever there were spaces, hyphens or other marks between.</summary>
    public static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                spaced.Append(char.ToUpperInvariant(c));
            }
            else if (spaced.Length > 0 && spaced[^1] != ' ')
            {
                spaced.Append(' ');
            }
        }

        return spaced.ToString().TrimEnd();
    }

    public static PostcodeForm FormOf(string code) =>
        BritishUnit().IsMatch(code) ? PostcodeForm.BritishUnit
        : Canadian().IsMatch(code) ? PostcodeForm.Canadian
        : Eircode().IsMatch(code) ? PostcodeForm.Eircode
        : ZipPlusFour().IsMatch(code) ? PostcodeForm.ZipPlusFour
        : Dutch().IsMatch(code) ? PostcodeForm.Dutch
        : PostcodeForm.Other;

    /// <summary>The code as its country writes it.</summary>
    public static string Show(PostcodeForm form, string code) => form switch
    {
        PostcodeForm.BritishUnit or PostcodeForm.Canadian => $"{code[..^3]} {code[^3..]}",
        PostcodeForm.Eircode => $"{code[..3]} {code[3..]}",
        PostcodeForm.ZipPlusFour => $"{code[..5]}-{code[5..]}",
        PostcodeForm.Dutch => $"{code[..4]} {code[4..]}",
        _ => code,
    };

    /// <summary>Whether a text as <see cref="Spaced"/> gives it is a British sector, perhaps with one letter more: "LS6 3".</summary>
    public static bool IsSpacedSector(string spaced) => SpacedSector().IsMatch(spaced);

    /// <summary>Whether a code may be a British sector without its space: "LS63".</summary>
    public static bool IsRunTogetherSector(string code) => RunTogetherSector().IsMatch(code);

    /// <summary>Whether a code may be a London district without the letter its outcodes end with: "SW1".</summary>
    public static bool IsDistrictWithoutLetter(string code) => DistrictWithoutLetter().IsMatch(code);

    // Letters that no outcode and no unit has: Royal Mail, Programmers' guide to the Postcode Address File, edition 7.
    [GeneratedRegex("^[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]?[0-9][ABD-HJLNP-UW-Z]{2}$")]
    private static partial Regex BritishUnit();

    [GeneratedRegex("^[ABCEGHJ-NPRSTVXY][0-9][A-Z][0-9][A-Z][0-9]$")]
    private static partial Regex Canadian();

    [GeneratedRegex("^[AC-FHKNPRTV-Y][0-9][0-9W][0-9AC-FHKNPRTV-Y]{4}$")]
    private static partial Regex Eircode();

    [GeneratedRegex("^[0-9]{9}$")]
    private static partial Regex ZipPlusFour();

    [GeneratedRegex("^[0-9]{4}[A-Z]{2}$")]
    private static partial Regex Dutch();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]?$")]
    private static partial Regex SpacedSector();

    [GeneratedRegex("^[A-Z]{1,2}[0-9]$")]
    private static partial Regex DistrictWithoutLetter();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9]$")]
    private static partial Regex RunTogetherSector();
}
