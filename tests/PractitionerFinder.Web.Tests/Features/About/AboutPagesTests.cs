using System.Net;
using AngleSharp.Dom;
using PractitionerFinder.Web.Features.About;
using PractitionerFinder.Web.Tests.Features.Finder;
using PractitionerFinder.Web.Tests.Shared.Finding;

namespace PractitionerFinder.Web.Tests.Features.About;

/// <summary>The texts of the site about itself, as one.</summary>
public sealed class AboutPagesTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    public static TheoryData<string> Addresses { get; } =
        [.. typeof(AboutUrls).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory, MemberData(nameof(Addresses))]
    public async Task Each_is_there_under_one_heading_with_its_date(string address)
    {
        var page = await site.OpenAsync(address);

        var heading = Assert.Single(page.QuerySelectorAll("h1")).TextContent;
        Assert.StartsWith(heading, page.Title!, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main article h2"));
        Assert.NotNull(page.QuerySelector("main article > p.lede"));
        Assert.StartsWith("2026-11-", page.QuerySelector("main time")?.GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Equal("https://finder.example" + address, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Each_leads_on_and_every_way_leads_somewhere(string address)
    {
        var links = (await site.OpenAsync(address)).QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        Assert.NotEmpty(links);
        using var reader = site.CreateClient();
        foreach (var link in links)
        {
            using var response = await reader.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal((link, HttpStatusCode.OK), (link, response.StatusCode));
        }
    }

    [Theory]
    [InlineData(AboutUrls.About)]
    [InlineData(AboutUrls.Terms)]
    [InlineData(AboutUrls.Contact)]
    public async Task What_to_do_in_an_emergency_is_said_where_somebody_may_need_it(string address) => Assert.Contains(
        "In an emergency call 999 in the UK, 112 in Europe, 911 in the US and Canada, 000 in Australia, 111 in New Zealand.",
        Text(await site.OpenAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Fictional_listings_are_spoken_of_where_there_are_any(string shown, bool isSaid)
    {
        await using var copy = new FinderSite { Settings = { ["Demo:Enabled"] = shown } };

        foreach (var address in new[] { AboutUrls.About, AboutUrls.Privacy })
        {
            Assert.Equal(isSaid, Text(await copy.OpenAsync(address)).Contains("marked “Fictional” are made up", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_sources_of_the_data_are_named_with_their_licences()
    {
        var page = await site.OpenAsync(AboutUrls.Data);
        string[] owed =
        [
            "https://www.geonames.org", "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by-sa/4.0/",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "https://countrystatecity.in",
            "https://opendatacommons.org/licenses/odbl/1-0/",
        ];

        Assert.Superset(owed.ToHashSet(), page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToHashSet());
        Assert.Contains("Contains OS data © Crown copyright and database right 2025", Text(page), StringComparison.Ordinal);
        Assert.Contains("Contains Royal Mail data © Royal Mail copyright and database right 2025", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_facts_hold_is_what_the_rules_say()
    {
        var rows = (await site.OpenAsync(AboutUrls.Checks)).QuerySelectorAll("table")
            .Single(t => t.QuerySelector("caption")!.TextContent == "How long a confirmed fact holds").QuerySelectorAll("tbody tr")
            .Select(r => (r.QuerySelector("th")!.TextContent, r.QuerySelector("td")!.TextContent));

        Assert.Equal(
            [
                ("Taking on new people", "30 days"), ("Contact", "90 days"), ("Address", "180 days"), ("Hours", "180 days"), ("Fees", "180 days"),
                ("Techniques", "365 days"),
            ],
            rows);
    }

    [Fact]
    public async Task Names_and_words_that_need_proof_are_those_of_the_vocabulary()
    {
        var text = Text(await site.OpenAsync(AboutUrls.Checks));

        Assert.Contains("under Active release technique or Ortho-Bionomy only while proof", text, StringComparison.Ordinal);
        Assert.Contains("“Rolfing”", text, StringComparison.Ordinal);
        Assert.Contains("“RCST”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_responsible_for_what_is_stored_is_named_when_they_have_said()
    {
        await using var named = new FinderSite { Settings = { ["Site:Contact:Operator"] = "The Example Trust" } };

        Assert.Contains("The Example Trust runs this copy of the site", Text(await named.OpenAsync(AboutUrls.Privacy)), StringComparison.Ordinal);
        Assert.Contains("They have not put their name here", Text(await site.OpenAsync(AboutUrls.Privacy)), StringComparison.Ordinal);
    }

    /// <summary>The privacy notice says so; also for what goes wrong.</summary>
    [Fact]
    public async Task Search_words_are_not_written_down_when_something_fails()
    {
        await using var early = new FinderSite { Replace = NoSnapshot.Of };
        await early.OpenAsync("/");
        await using (var file = new FileStream(Path.Combine(early.DataFolder, "finder.db"), FileMode.Truncate))
        {
        }

        await early.OpenAsync("/find?near=Mytholmroyd&q=zymurgical", HttpStatusCode.ServiceUnavailable);

        Assert.NotEmpty(early.Logs.Entries);
        Assert.DoesNotContain("Mytholmroyd", early.Logs.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zymurgical", early.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(IDocument page) =>
        string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
