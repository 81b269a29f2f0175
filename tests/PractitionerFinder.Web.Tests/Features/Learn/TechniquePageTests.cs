using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Learn;

public sealed class TechniquePageTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_technique_has_a_page_that_the_index_leads_to()
    {
        var index = await site.OpenAsync("/techniques");
        var links = index.QuerySelectorAll(".technique-index a").Select(a => a.GetAttribute("href")!).ToList();
        var titles = new HashSet<string>();

        Assert.Equal(site.Services.GetRequiredService<Vocabulary>().Techniques.Count, links.Count);
        foreach (var link in links)
        {
            var page = await site.OpenAsync(link);
            Assert.True(titles.Add(page.Title!), page.Title);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
            Assert.Equal("Not yet clinically reviewed", page.QuerySelector(".review .tag")?.TextContent);
        }
    }

    [Fact]
    public async Task A_number_leads_to_its_source_and_back()
    {
        var page = await site.OpenAsync("/techniques/cross-fibre-release");

        var cited = page.QuerySelectorAll(".cite a");
        Assert.NotEmpty(cited);
        Assert.All(cited, a => Assert.NotNull(page.QuerySelector(Here(a))));
        Assert.StartsWith("Source: Loew and others, 2014", cited[0].TextContent, StringComparison.Ordinal);
        var source = page.QuerySelector("#ref-1")!;
        Assert.NotNull(page.QuerySelector(Here(source.QuerySelector(".back")!)));
        Assert.Equal("https://doi.org/10.1002/14651858.CD003528.pub2", source.QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Until_a_place_is_known_it_asks_for_one_and_then_names_the_nearest_with_their_proof()
    {
        var form = (await site.OpenAsync("/techniques/cupping")).QuerySelector(".people form")!;
        Assert.Equal("/techniques/cupping#people", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("input[name=near]"));

        await site.GivenAsync(
            new ListingBuilder().Named("Far Away").In(53.9058, -1.6911, "Otley").Offering("cupping"),
            new ListingBuilder().Named("Close By").ProvenIn("cupping"),
            new ListingBuilder().Named("Other Method").Offering("thai-massage"));
        var page = await site.OpenAsync("/techniques/cupping?near=Leeds");
        var found = await site.OpenAsync(page.QuerySelector(".people .button-main")!.GetAttribute("href")!);

        Assert.Equal("Near Leeds", page.QuerySelector("#people-title")?.TextContent);
        var people = page.QuerySelectorAll(".people-list > li");
        Assert.Equal(["Close By", "Far Away"], people.Select(p => p.QuerySelector("a")!.TextContent));
        Assert.Contains("Proof seen", people[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Proof not seen", people[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("See all 2", page.QuerySelector(".people .button-main")!.TextContent);
        Assert.Equal(
            found.QuerySelectorAll(".result .title a").Take(people.Length).Select(a => a.GetAttribute("href")),
            people.Select(p => p.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_said_beside_the_field_and_stays_in_it()
    {
        var page = await site.OpenAsync("/techniques/cupping?near=Qqzzxyy");

        var field = page.QuerySelector(".people input[name=near]")!;
        Assert.Equal("Qqzzxyy", field.GetAttribute("value"));
        Assert.Contains("We do not know “Qqzzxyy”", page.QuerySelector("#" + field.GetAttribute("aria-describedby"))!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%00%01")]
    [InlineData("%F0%9F%92%A9")]
    [InlineData("x,y,z&near=again")]
    public async Task What_is_no_place_at_all_is_said_too(string near) =>
        Assert.NotNull((await site.OpenAsync($"/techniques/cupping?near={near}")).QuerySelector(".people #near-error"));

    [Fact]
    public async Task A_place_of_any_length_is_answered_in_short()
    {
        var field = (await site.OpenAsync("/techniques/cupping?near=" + new string('x', 9_000))).QuerySelector(".people input[name=near]")!;

        Assert.Equal(int.Parse(field.GetAttribute("maxlength")!), field.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task Where_nobody_offers_it_nearby_it_leads_on()
    {
        var page = await site.OpenAsync("/techniques/cupping?near=Thurso");

        Assert.StartsWith("Nobody within", page.QuerySelector(".people .hint")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/find?near=Thurso", page.QuerySelector(".people .button-main")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_to_get_help_instead()
    {
        var page = await site.OpenAsync("/techniques/bamboo-massage");

        Assert.Contains("Severe difficulty breathing", page.QuerySelector(".care-now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("999 in the UK", page.QuerySelector(".care-now")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".care-urgent li"));
    }

    [Fact]
    public async Task A_page_that_is_late_for_its_check_says_so()
    {
        Assert.DoesNotContain("late for its check", (await site.OpenAsync("/techniques/cupping")).Body!.TextContent, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromDays(3650));

        Assert.Contains("This page is late for its check.", (await site.OpenAsync("/techniques/cupping")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/techniques/mfr", "/techniques/myofascial-release")]
    [InlineData("/techniques/cross-fiber-release", "/techniques/cross-fibre-release")]
    [InlineData("/techniques/orthobionomy", "/techniques/ortho-bionomy")]
    [InlineData("/techniques/Cupping", "/techniques/cupping")]
    public async Task Another_name_leads_to_the_page_for_good(string address, string to)
    {
        using var answer = await site.Browser.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith(to, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_technique_is_not_found() => await site.OpenAsync("/techniques/nothing", HttpStatusCode.NotFound);

    /// <summary>What a link within the page points at.</summary>
    private static string Here(IElement link) => "#" + link.GetAttribute("href")!.Split('#')[1];
}
