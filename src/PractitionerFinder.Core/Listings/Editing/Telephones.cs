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

/// <summary>Reads telephone numbers as people of a country write them.</summary>
public static class Telephones
{
    private const int Longest = 40;
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Judges what was typed.</summary>
    /// <param name="typed">A number, with or without the code of a country.</param>
    /// <param name="country">The country in which a number without such a code is meant, ISO 3166-1 alpha-2.</param>
    public static TelephoneCheck Check(string? typed, string country)
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
        catch (NumberParseException)
        {
            return new TelephoneCheck.Refused("Enter a telephone number with its area code, or with + and the code of the country");
        }

        if (number.HasExtension)
        {
            return new TelephoneCheck.Refused("Leave out the extension, and say it in your text about yourself");
        }

        switch (Numbers.IsPossibleNumberWithReason(number))
        {
            case PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
                return new TelephoneCheck.Refused("This number has too few digits. Enter it with its area code");
            case PhoneNumberUtil.ValidationResult.TOO_LONG:
                return new TelephoneCheck.Refused("This number has too many digits. Check it");
            case PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE:
                return new TelephoneCheck.Refused("No country has this code. Check what stands behind the +");
        }

        return Numbers.GetNumberType(number) is PhoneNumberType.PREMIUM_RATE
            ? new TelephoneCheck.Refused("This number costs callers extra. Enter an ordinary one")
            : new TelephoneCheck.Accepted(Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL));
    }
}
