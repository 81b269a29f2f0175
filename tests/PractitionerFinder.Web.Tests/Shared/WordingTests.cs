using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Tests.Shared;

public sealed class WordingTests
{
    private static readonly DateTime Now = new(2026, 6, 15, 0, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "yesterday")]
    [InlineData(13, "13 days ago")]
    [InlineData(14, "2 weeks ago")]
    [InlineData(60, "8 weeks ago")]
    [InlineData(61, "2 months ago")]
    [InlineData(364, "11 months ago")]
    [InlineData(366, "12 months ago")]
    [InlineData(731, "23 months ago")]
    [InlineData(732, "2 years ago")]
    public void Time_is_told_in_whole_units_and_never_older_than_it_is(int days, string expected) =>
        Assert.Equal(expected, TimeAgo.Describe(Now.AddDays(-days), Now));

    [Fact]
    public void Yesterday_is_the_day_before_however_few_hours_ago() =>
        Assert.Equal("yesterday", TimeAgo.Describe(Now.AddHours(-1), Now));

    [Theory]
    [InlineData(5500, "GBP", "£55")]
    [InlineData(5550, "GBP", "£55.50")]
    [InlineData(123_456_00, "USD", "US$123,456")]
    [InlineData(5500, "JPY", "¥5,500")]
    [InlineData(5500, "KWD", "KWD 5.500")]
    [InlineData(9999, "PLN", "PLN 99.99")]
    public void Money_is_told_by_the_currency(long minor, string currency, string expected) =>
        Assert.Equal(expected, Money.Describe(minor, currency));

    [Fact]
    public void A_language_without_a_name_keeps_its_code()
    {
        Assert.Equal("Polish", LanguageNames.Of("pl"));
        Assert.Equal("XX", LanguageNames.Of("xx"));
    }
}
