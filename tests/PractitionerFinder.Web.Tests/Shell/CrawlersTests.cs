using System.Net;
using System.Xml.Linq;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class CrawlersTests : IAsyncDisposable
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Robots_are_shown_the_way_to_every_page_and_not_to_every_filter()
    {
        var robots = await site.Browser.GetStringAsync("/robots.txt", Cancel);

        Assert.Contains("Sitemap: https://finder.example/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /find/filters\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_of_the_map_is_a_page_that_calls_itself_by_it()
    {
        await site.GivenAsync(new ListingBuilder());
        var maps = await LocationsAsync("/sitemap.xml");
        Assert.Equal(2, maps.Count);

        foreach (var (map, changed) in maps)
        {
            Assert.NotNull(changed);
            foreach (var (address, _) in await LocationsAsync(new Uri(map).PathAndQuery))
            {
                var page = await site.OpenAsync(new Uri(address).PathAndQuery);
                Assert.Equal(address, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
                Assert.Null(page.QuerySelector("meta[name=robots]"));
            }
        }
    }

    [Fact]
    public async Task A_person_stands_on_the_map_while_anybody_can_find_them_and_nobody_fictional_does()
    {
        await site.GivenAsync(new ListingBuilder(), new ListingBuilder().Demo());
        var listed = await LocationsAsync("/sitemaps/practitioners-0.xml");
        Assert.Single(listed);
        Assert.Equal("2026", listed[0].Changed?[..4]);

        // Nobody has confirmed anything for years.
        site.Time.Advance(TimeSpan.FromDays(3650));
        using var gone = await site.Browser.GetAsync("/sitemaps/practitioners-0.xml", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Single(await LocationsAsync("/sitemap.xml"));
    }

    private async Task<List<(string Address, string? Changed)>> LocationsAsync(string map)
    {
        using var answer = await site.Browser.GetAsync(map, Cancel);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        return [.. XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!.Elements()
            .Select(e => (e.Element(Sitemap + "loc")!.Value, e.Element(Sitemap + "lastmod")?.Value))];
    }
}
