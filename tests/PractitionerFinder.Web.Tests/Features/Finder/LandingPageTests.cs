using System.Net;
using System.Xml.Linq;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class LandingPageTests : IAsyncDisposable
{
    private const string Leeds = "/find/cupping/gb/leeds";

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_technique_in_a_town_says_what_it_is_who_offers_it_and_what_else_there_is()
    {
        await site.GivenAsync(InTown("amira"), InTown("bela").Offering("bowen-technique"), new ListingBuilder().At("cleo").Offering("thai-massage"));

        var page = await site.OpenAsync(Leeds);

        Assert.Equal("Cupping in Leeds", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("2 people within 10 miles of Leeds", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/practitioners/amira", "/practitioners/bela"], page.QuerySelectorAll(".cards .title a").Select(a => a.GetAttribute("href")).Order());
        Assert.NotNull(page.QuerySelector("main a[href='/techniques/cupping']"));
        Assert.NotNull(page.QuerySelector("main .evidence"));
        Assert.Equal("1", page.QuerySelector("a[href='/find/bowen-technique/gb/leeds'] + .count")?.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".cautions li"));
        Assert.Equal("https://finder.example" + Leeds, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_search_for_the_same_names_the_page_as_the_address_to_keep_and_a_filtered_one_does_not()
    {
        await site.GivenAsync(InTown("amira"), InTown("bela"), InTown("cleo"));

        Assert.Equal("https://finder.example" + Leeds, await CanonicalAsync("/find?near=Leeds&technique=cupping"));
        Assert.NotEqual("https://finder.example" + Leeds, await CanonicalAsync("/find?near=Leeds&technique=cupping&within=5mi"));

        async Task<string?> CanonicalAsync(string address) => (await site.OpenAsync(address)).QuerySelector("link[rel=canonical]")?.GetAttribute("href");
    }

    [Fact]
    public async Task With_few_people_an_index_is_kept_out_and_with_enough_in_the_town_itself_it_is_told()
    {
        await site.GivenAsync(InTown("amira"), InTown("bela"), InTown("demo").Demo());
        Assert.True(await IsKeptOutAsync(Leeds));
        Assert.Empty(await MappedAsync());

        await site.GivenAsync(InTown("cleo"));
        site.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(await IsKeptOutAsync(Leeds));
        var mapped = await MappedAsync();
        Assert.Contains(Leeds, mapped);

        // A town within ten miles of the same people has none of its own.
        Assert.True(await IsKeptOutAsync("/find/cupping/gb/wakefield"));
        Assert.DoesNotContain("/find/cupping/gb/wakefield", mapped);
    }

    [Theory]
    [InlineData("/find/nothing/gb/leeds")]
    [InlineData("/find/cupping/gb/nowhere-at-all")]
    [InlineData("/find/cupping/zz/leeds")]
    [InlineData("/find/cupping/gb/ls6")]
    public async Task What_is_no_technique_or_no_town_has_no_page(string address)
    {
        using var answer = await site.Browser.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Another_spelling_leads_to_the_address_to_keep()
    {
        using var answer = await site.Browser.GetAsync("/find/Cupping/GB/Leeds", Cancel);

        Assert.Equal((HttpStatusCode.MovedPermanently, Leeds), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static ListingBuilder InTown(string slug) => new ListingBuilder().At(slug).Offering("cupping");

    private async Task<bool> IsKeptOutAsync(string address) => (await site.OpenAsync(address)).QuerySelector("meta[name=robots]")?.GetAttribute("content") == "noindex";

    private async Task<IReadOnlyList<string>> MappedAsync()
    {
        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var maps = XDocument.Parse(await site.Browser.GetStringAsync("/sitemap.xml", Cancel)).Descendants(sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath).Where(a => a.Contains("places", StringComparison.Ordinal));
        var rows = new List<string>();
        foreach (var map in maps)
        {
            rows.AddRange(XDocument.Parse(await site.Browser.GetStringAsync(map, Cancel)).Descendants(sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath));
        }

        return rows;
    }
}
