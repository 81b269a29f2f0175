using PractitionerFinder.Web.Features.About;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.About;

public sealed class ContactPageTests
{
    private const string NoContact = "This copy of the site has no contact set";

    [Fact]
    public async Task Shows_what_the_operator_has_set()
    {
        await using var site = new FinderSite
        {
            Settings =
            {
                ["Site:Contact:Operator"] = "The Example Trust",
                ["Site:Contact:Email"] = "help+site?@finder.example",
                ["Site:Contact:Telephone"] = "+44 113 496 0000",
                ["Site:Contact:Address"] = "1 Example Street, Sampleton",
            },
        };

        var page = await site.OpenAsync(AboutUrls.Contact);

        Assert.Contains("The Example Trust runs this copy of the site.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("help+site?@finder.example", page.QuerySelector("main a[href='mailto:help%2Bsite%3F@finder.example']")?.TextContent);
        Assert.Equal("+44 113 496 0000", page.QuerySelector("main a[href='tel:+441134960000']")?.TextContent);
        Assert.Equal("1 Example Street, Sampleton", page.QuerySelector("main address")?.TextContent);
        Assert.DoesNotContain(NoContact, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site:Contact:Operator", "The Example Trust")]
    [InlineData("Site:Contact:Email", " ")]
    public async Task Says_plainly_that_nobody_can_be_reached_and_what_the_operator_has_to_set(string setting, string value)
    {
        await using var site = new FinderSite { Settings = { [setting] = value } };

        var page = await site.OpenAsync(AboutUrls.Contact);

        Assert.Contains(NoContact, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Site:Contact:Email", page.QuerySelectorAll("main code").Select(c => c.TextContent));
        Assert.Empty(page.QuerySelectorAll("main a[href^='mailto:'], main a[href^='tel:'], main address"));
    }

    [Fact]
    public async Task Asks_for_no_details_of_health()
    {
        await using var site = new FinderSite();

        Assert.Contains("Please do not send details about your health.", (await site.OpenAsync(AboutUrls.Contact)).Body!.TextContent, StringComparison.Ordinal);
    }
}
