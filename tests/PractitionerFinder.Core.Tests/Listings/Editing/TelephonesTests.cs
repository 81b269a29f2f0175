using FsCheck.Fluent;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class TelephonesTests
{
    /// <summary>The ranges that demonstrations draw from, an area and digits put in.</summary>
    public static TheoryData<string> Fiction() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seed-data", "practitioners", "phone-ranges.tsv")).Skip(1)
            .Select(l => l.Split('\t'))
            .Select(c => c[2].Replace("{area}", c[0] switch { "US" => "212", "CA" => "416", _ => "2" }, StringComparison.Ordinal).Replace('#', '1')),
    ];

    [Theory]
    [InlineData("0113 496 0000", "GB", "+44 113 496 0000")]
    [InlineData("(0113) 496-0000", "GB", "+44 113 496 0000")]
    [InlineData("+44 (0)113 496 0000", "US", "+44 113 496 0000")]
    [InlineData("0044 113 496 0000", "GB", "+44 113 496 0000")]
    [InlineData("tel:+441134960000", "GB", "+44 113 496 0000")]
    [InlineData("(212) 555-0111", "US", "+1 212-555-0111")]
    [InlineData("030 23125111", "DE", "+49 30 23125111")]
    public void Is_kept_in_international_form(string typed, string country, string kept) =>
        Assert.Equal(new TelephoneCheck.Accepted(kept), Telephones.Check(typed, country));

    [Theory]
    [MemberData(nameof(Fiction))]
    public void Numbers_kept_free_for_fiction_are_taken(string number)
    {
        var accepted = Assert.IsType<TelephoneCheck.Accepted>(Telephones.Check(number, "GB"));
        Assert.Equal(Digits(number), Digits(accepted.Number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nothing_typed_is_no_fault(string? typed) => Assert.IsType<TelephoneCheck.Blank>(Telephones.Check(typed, "GB"));

    [Theory]
    [InlineData("496 0000", "GB", "This number has too few digits for +44 (GB-land). Enter it with its area code")]
    [InlineData("0113 496", "GB", "This number has too few digits for +44 (GB-land). Enter it with its area code")]
    [InlineData("999", "GB", "This number has too few digits for +44 (GB-land). Enter it with its area code")]
    [InlineData("07700 90012", "GB", "This number has too few digits for +44 (GB-land). Enter it with its area code")]
    [InlineData("555 0111", "US", "This number has too few digits for +1 (US-land). Enter it with its area code")]
    [InlineData("+353 1 23", "GB", "This number has too few digits for +353 (IE-land). Enter it with its area code")]
    [InlineData("555 0111", "CA", "This number has too few digits for +1 (CA-land). Enter it with its area code")]
    [InlineData("0113 496 0000 or 0001", "GB", "too many digits")]
    [InlineData("0113 496 0000 0001", "GB", "This number has too many digits for +44 (GB-land). Check it, and enter one number alone")]
    [InlineData("0113 496 0000 / 0113 496 0001 / 0113 496 0002", "GB", "one telephone number")]
    [InlineData("+44 999 999 9999", "GB", "There is no such number in +44 (GB-land). Check each digit and the area code")]
    [InlineData("+999 123 4567", "GB", "No country has this code")]
    [InlineData("ask at the desk", "GB", "one telephone number")]
    [InlineData("0113 496 0000 ext 5", "GB", "Leave out the extension")]
    [InlineData("09011 123456", "GB", "costs callers extra")]
    [InlineData("0845 222 3333", "GB", "costs callers extra")]
    [InlineData("+1 900 555 0100", "GB", "costs callers extra")]
    [InlineData("0113 496 0000", "", "one telephone number")]
    [InlineData("0113 496 0000", "XX", "one telephone number")]
    public void Is_refused_with_what_to_do(string typed, string country, string words) =>
        Assert.Contains(words, Assert.IsType<TelephoneCheck.Refused>(Telephones.Check(typed, country, c => $"{c}-land")).Words, StringComparison.Ordinal);

    [Fact]
    public void Without_names_of_countries_the_code_says_which_is_meant() =>
        Assert.Contains("too few digits for +44. ", Assert.IsType<TelephoneCheck.Refused>(Telephones.Check("496 0000", "GB")).Words, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_typed_is_judged_and_what_is_kept_is_kept_again_unchanged() => Earth.Holds(
        from start in Gen.Elements("", "+", "+44", "0113 496 0", "+1 212 555 01", "07700 900")
        from length in Gen.Choose(0, 10)
        from rest in Gen.Elements("0123456789 ()-+x/.;=\0é٣".ToCharArray()).ArrayOf(length)
        from country in Gen.Elements("GB", "US", "DE", "IT", "")
        select (Typed: start + new string(rest), Country: country),
        c => Telephones.Check(c.Typed, c.Country) is not TelephoneCheck.Accepted { Number: var kept }
            || (kept.StartsWith('+') && Telephones.Check(kept, "FR") == new TelephoneCheck.Accepted(kept)),
        tests: 2_000);

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
