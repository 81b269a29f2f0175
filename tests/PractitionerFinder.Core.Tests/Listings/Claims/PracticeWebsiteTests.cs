using PractitionerFinder.Core.Listings.Claims;

namespace PractitionerFinder.Core.Tests.Listings.Claims;

public sealed class PracticeWebsiteTests
{
    [Theory]
    [InlineData("https://www.Holt.example/about?x=1", "www.holt.example")]
    [InlineData("http://holt.example", "holt.example")]
    [InlineData("https://münchen.example/", "xn--mnchen-3ya.example")]
    [InlineData("https://holt.example:8443/", null)]
    [InlineData("https://amira:word@holt.example/", null)]
    [InlineData("https://127.0.0.1/", null)]
    [InlineData("https://[::1]/", null)]
    [InlineData("https://2130706433/", null)]
    [InlineData("https://localhost/", null)]
    [InlineData("ftp://holt.example/", null)]
    [InlineData("holt.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_claim_rests_on_hosts_by_name_alone(string? address, string? expected) => Assert.Equal(expected, PracticeWebsite.HostOf(address));

    [Theory]
    [InlineData("practitionerfinder-claim=abc", true)]
    [InlineData("\uFEFFpractitionerfinder-claim=abc \r\n", true)]
    [InlineData("# ours\npractitionerfinder-claim=old\npractitionerfinder-claim=abc\n", true)]
    [InlineData("practitionerfinder-claim=abcd", false)]
    [InlineData("<p>practitionerfinder-claim=abc</p>", false)]
    [InlineData("", false)]
    public void The_line_stands_by_itself(string file, bool expected) => Assert.Equal(expected, PracticeWebsite.Holds(file, "abc"));

    [Fact]
    public void No_line_is_found_for_a_claim_that_was_decided() => Assert.False(PracticeWebsite.Holds("practitionerfinder-claim=", ""));
}
