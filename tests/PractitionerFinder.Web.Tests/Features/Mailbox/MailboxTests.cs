using System.Net;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Mailbox;

public sealed class MailboxTests
{
    private const string Address = "/development/mail";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_builds_the_site_reads_its_mails_and_follows_their_links()
    {
        await using var site = new FinderSite { EnvironmentName = "Development" };
        Assert.Contains("No mail yet.", (await site.OpenAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
        await SendAsync(site, "First");
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(site, "Second");

        var list = (await site.OpenAsync(Address)).QuerySelectorAll("main li a");
        Assert.Equal(["Second", "First"], list.Select(a => a.TextContent));
        var mail = await site.OpenAsync(list[1].GetAttribute("href")!);
        Assert.Equal("First", mail.QuerySelector("h1")?.TextContent);
        Assert.Contains("Confirm:\nhttps://finder.example/go?token=a%2Bb", mail.QuerySelector("pre")?.TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("https://finder.example/go?token=a%2Bb", mail.QuerySelectorAll("main li a").Single(a => a.TextContent == "Confirm").GetAttribute("href"));

        var frame = mail.QuerySelector("iframe")!;
        Assert.Equal("", frame.GetAttribute("sandbox"));
        using var html = await site.Browser.GetAsync(frame.GetAttribute("src"), Cancel);
        Assert.Contains("Confirm", await html.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox", html.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("SAMEORIGIN", html.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("/development/mail/nothing")]
    [InlineData("/development/mail/..%2F..%2Ffinder")]
    [InlineData("/development/mail/nothing/html")]
    public async Task What_is_not_in_the_outbox_is_not_there(string address)
    {
        await using var site = new FinderSite { EnvironmentName = "Development" };

        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser.GetAsync(address, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Nobody_else_finds_it(string environment)
    {
        await using var site = new FinderSite { EnvironmentName = environment };
        await SendAsync(site, "First");

        await site.OpenAsync(Address, HttpStatusCode.NotFound);
    }

    private static Task SendAsync(FinderSite site, string subject) => ((IMailer)site.Services.GetService(typeof(IMailer))!).SendAsync(
        new Mail("amira@practice.example", subject, [new MailBlock.Text("Hello"), new MailBlock.Action("Confirm", "https://finder.example/go?token=a%2Bb")]), Cancel);
}
