using PhoneNumbers;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What became of a telephone number that was typed.</summary>
public abstract record TelephoneCheck
{
    /// <summary>Nothing was typed.</summary>
    public sealed record Blank : TelephoneCheck;

    /// <summary>The number in international form, such as +44 113 496 0000.</summary>
    public sealed record Accepted(string Number) : TelephoneCheck;

    /// <summary>What to do instead, in plain words.</summary>
    public sealed record Refused(string Words) : TelephoneCheck;
}

/// <summary>Reads telephone numbers as people of a country write them (libphonenumber).</summary>
public static class Telephones
{
    private const int Longest = 40;
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    // Numbers that regulators keep free for fiction and libphonenumber therefore knows nobody at: Ofcom (no area, mobiles,
    // Nottingham) and ComReg 08/04. Demonstrations carry them, and a demonstration can be edited like anything else.
    private static readonly string[] Fiction = ["+441632960", "+447700900", "+441154960", "+3532091"];

    /// <summary>Judges what was typed. What it accepts it accepts again, unchanged.</summary>
    /// <param name="typed">A number, with or without the code of a country.</param>
    /// <param name="country">The country in which a number without such a code is meant, ISO 3166-1 alpha-2.</param>
    /// <param name="nameOf">Names of countries for the words; without it they say the code alone.</param>
    public static TelephoneCheck Check(string? typed, string country, Func<string, string?>? nameOf = null)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new TelephoneCheck.Blank();
        }

        PhoneNumber number;
        try
        {
            number = text.Length <= Longest ? Numbers.Parse(text, country) : throw new NumberParseException(ErrorType.TOO_LONG, "");
        }
        catch (NumberParseException error)
        {
            return new TelephoneCheck.Refused(error.ErrorType == ErrorType.INVALID_COUNTRY_CODE && text.StartsWith('+')
                ? "No country has this code. Check what stands behind the +"
                : "Enter one telephone number with its area code, or with + and the code of the country");
        }

        if (number.HasExtension)
        {
            return new TelephoneCheck.Refused("Leave out the extension, and say it in your text about yourself");
        }

        var region = RegionOf(number, country);
        var where = nameOf?.Invoke(region) is { } name ? $"+{number.CountryCode} ({name})" : $"+{number.CountryCode}";
        if (Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.TOO_LONG)
        {
            return new TelephoneCheck.Refused($"This number has too many digits for {where}. Check it, and enter one number alone");
        }

        if (!Numbers.IsValidNumber(number) && !IsFiction(number))
        {
            return new TelephoneCheck.Refused(IsShort(number, region)
                ? $"This number has too few digits for {where}. Enter it with its area code"
                : $"There is no such number in {where}. Check each digit and the area code");
        }

        return Numbers.GetNumberType(number) is PhoneNumberType.PREMIUM_RATE
            ? new TelephoneCheck.Refused("This number costs callers extra. Enter an ordinary one")
            : new TelephoneCheck.Accepted(Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL));
    }

    /// <summary>The country that was meant where it has the number's code, which several may share.</summary>
    private static string RegionOf(PhoneNumber number, string country) =>
        Numbers.GetCountryCodeForRegion(country) == number.CountryCode ? country : Numbers.GetRegionCodeForCountryCode(number.CountryCode);

    private static bool IsFiction(PhoneNumber number) =>
        Numbers.IsPossibleNumber(number) && !IsShort(number, Numbers.GetRegionCodeForCountryCode(number.CountryCode))
        && Array.Exists(Fiction, f => Numbers.Format(number, PhoneNumberFormat.E164).StartsWith(f, StringComparison.Ordinal));

    /// <summary>Shorter than an ordinary number there: a few short ones exist, such as helplines, so that length alone refuses little.</summary>
    private static bool IsShort(PhoneNumber number, string region) =>
        Numbers.IsPossibleNumberWithReason(number) is PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY
        || (Numbers.GetExampleNumber(region) is { } example
            && Numbers.GetNationalSignificantNumber(number).Length < Numbers.GetNationalSignificantNumber(example).Length);
}
