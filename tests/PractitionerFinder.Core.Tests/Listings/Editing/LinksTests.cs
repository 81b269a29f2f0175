using FsCheck.Fluent;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class LinksTests
{
    [Theory]
    [InlineData("practice.example", "https://practice.example/")]
    [InlineData(" www.practice.example/about ", "https://www.practice.example/about")]
    [InlineData("//practice.example", "https://practice.example/")]
    [InlineData("HTTP://Practice.Example", "http://practice.example/")]
    [InlineData("https://practice.example:443/a", "https://practice.example/a")]
    [InlineData("https://practice.example./a", "https://practice.example/a")]
    [InlineData("https://practice.example/a?page=2#team", "https://practice.example/a?page=2#team")]
    [InlineData("https://practice.example/a#", "https://practice.example/a")]
    [InlineData("https://practice.example/caf%C3%A9?q=a+b%20c", "https://practice.example/caf%C3%A9?q=a+b%20c")]
    [InlineData("https://practice.example/?open", "https://practice.example/?open")]
    [InlineData("https://12-34.practice.example/", "https://12-34.practice.example/")]
    public void Is_kept_as_an_absolute_address(string typed, string kept) => Assert.Equal(new LinkCheck.Accepted(kept), Links.Check(typed));

    [Theory]
    [InlineData("https://müller.example/", "https://xn--mller-kva.example/")]
    [InlineData("https://MÜLLER.example/", "https://xn--mller-kva.example/")]
    [InlineData("https://раypal.example/", "https://xn--ypal-43d9g.example/")]
    public void A_letter_that_looks_like_another_is_seen_for_what_it_is(string typed, string kept) =>
        Assert.Equal(new LinkCheck.Accepted(kept), Links.Check(typed));

    [Theory]
    [InlineData("https://practice.example/?utm_source=x&utm_medium=y", "https://practice.example/")]
    [InlineData("https://practice.example/?a=1&fbclid=x&b=2", "https://practice.example/?a=1&b=2")]
    [InlineData("https://practice.example/?GCLID=x#top", "https://practice.example/#top")]
    [InlineData("https://practice.example/?about=utm_source", "https://practice.example/?about=utm_source")]
    public void What_follows_readers_about_is_left_out(string typed, string kept) => Assert.Equal(new LinkCheck.Accepted(kept), Links.Check(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    public void Nothing_typed_is_no_fault(string? typed) => Assert.IsType<LinkCheck.Blank>(Links.Check(typed));

    [Theory]
    [InlineData("javascript:alert(1)", "Enter a web address")]
    [InlineData("JaVaScRiPt://practice.example/%0aalert(1)", "Enter a web address")]
    [InlineData("data:text/html,hello", "Enter a web address")]
    [InlineData("mailto:name@practice.example", "Enter a web address")]
    [InlineData("tel:+441134960000", "Enter a web address")]
    [InlineData("ftp://practice.example", "Enter a web address")]
    [InlineData("file:///etc/passwd", "Enter a web address")]
    [InlineData("two words.example", "Enter a web address")]
    [InlineData("https://", "Enter a web address")]
    [InlineData("name@practice.example", "e-mail address")]
    [InlineData("https://name:secret@practice.example", "before the @")]
    [InlineData("https://bank.example@practice.example/", "before the @")]
    [InlineData("practice", "public page")]
    [InlineData("localhost:5000", "public page")]
    [InlineData("https://LOCALHOST/", "public page")]
    [InlineData("https://printer.local", "public page")]
    [InlineData("https://router.home.arpa", "public page")]
    [InlineData("https://192.0.2.1/", "public page")]
    [InlineData("https://0x7f.1/", "public page")]
    [InlineData("https://2130706433/", "public page")]
    [InlineData("https://[2001:db8::1]/", "public page")]
    [InlineData("https://practice.123/", "public page")]
    [InlineData("https://under_score.example/", "public page")]
    [InlineData("practice.example:8080", "after the colon")]
    [InlineData("http://practice.example:443/", "after the colon")]
    [InlineData("bit.ly/abc", "shortened")]
    [InlineData("https://www.TinyURL.com/abc", "shortened")]
    [InlineData("https://mine.page.link/abc", "shortened")]
    public void Is_refused_with_what_to_do(string typed, string words) =>
        Assert.Contains(words, Assert.IsType<LinkCheck.Refused>(Links.Check(typed)).Words, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_ends_like_a_shortener_is_somebodys_own() => Assert.IsType<LinkCheck.Accepted>(Links.Check("https://rabbit.ly"));

    [Fact]
    public void Is_as_long_as_the_column_and_no_longer()
    {
        const string Front = "https://practice.example/";
        var longest = Front + new string('a', ContactChoices.WebsiteMaxLength - Front.Length);

        Assert.Equal(new LinkCheck.Accepted(longest), Links.Check(longest));
        Assert.Contains("longer than 200", Assert.IsType<LinkCheck.Refused>(Links.Check(longest + "a")).Words, StringComparison.Ordinal);
        Assert.IsType<LinkCheck.Refused>(Links.Check(new string('a', 100_000)));
    }

    [Fact]
    public void Whatever_is_typed_is_judged_and_what_is_kept_is_kept_again_unchanged() => Earth.Holds(
        from start in Gen.Elements("", "http://", "https://", "https:", "//", "HTTPS://www.")
        from length in Gen.Choose(0, 14)
        from rest in Gen.Elements("aZ0.-_:/?#&=@%[]\\ é\u3002ß\0\u0301utm_".ToCharArray()).ArrayOf(length)
        from end in Gen.Elements("", ".example", ".example/a?b=c", ".com:80", ".ly/")
        select start + new string(rest) + end,
        typed => Links.Check(typed) is not LinkCheck.Accepted { Address: var kept }
            || (Links.Check(kept) == new LinkCheck.Accepted(kept) && kept.All(char.IsAscii) && kept.StartsWith("http", StringComparison.Ordinal)));
}
