using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Features.About;
using PractitionerFinder.Web.Features.BodyMap;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Features.Learn;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Shell;

/// <summary>What search engines are told of the site: robots.txt (RFC 9309) and the addresses of its pages (sitemaps.org, 0.9).</summary>
public static class Crawlers
{
    private const string Index = "/sitemap.xml";
    private const string Pages = "/sitemaps/pages.xml";
    private const string Towns = "/sitemaps/places-{block:int:min(0)}.xml";
    private const string People = "/sitemaps/practitioners-{block:int:min(0)}.xml";

    // A file may hold 50,000 addresses; fewer are made and read faster.
    private const int BlockSize = 10_000;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapCrawlers(this IEndpointRouteBuilder endpoints)
    {
        Public(endpoints.MapGet("/robots.txt", (SiteSettings site) => Results.Text(Robots(site), "text/plain; charset=utf-8")));
        Public(endpoints.MapGet(Index, WriteIndexAsync));
        Public(endpoints.MapGet(Pages, (LearnShelf shelf, SiteSettings site) => Xml("urlset", PagesOf(shelf).Select(p => Entry("url", site.Absolute(p.Address), p.Changed)))));
        Public(endpoints.MapGet(Towns, (int block, LandingPlaces places, SiteSettings site) => places.All().Skip(block * BlockSize).Take(BlockSize).ToList() is { Count: > 0 } rows
            ? Xml("urlset", rows.Select(r => Entry("url", site.Absolute(FinderUrls.Landing(r.Technique, r.Country, r.Place)), null)))
            : Results.NotFound()));
        Public(endpoints.MapGet(People, WritePeopleAsync));

        static void Public(RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new PublicAnswer()).ExcludeFromDescription();
    }

    // Every filter of a search is another address of the same people, and the answers to programs are no pages.
    private static string Robots(SiteSettings site) => $"""
        User-agent: *
        Disallow: {FinderUrls.Filters}
        Disallow: /api/

        Sitemap: {site.Absolute(Index)}

        """;

    private static async Task<IResult> WriteIndexAsync(IDbContextFactory<FinderDbContext> contexts, LearnShelf shelf, LandingPlaces places, SiteSettings site, TimeProvider time, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var blocks = await Shown(db, time.GetUtcNow().UtcDateTime)
            .GroupBy(p => p.Id / BlockSize, p => p.Changed)
            .Select(g => new { Block = g.Key, Changed = g.Max() })
            .OrderBy(b => b.Block)
            .ToListAsync(cancel);
        return Xml("sitemapindex", blocks
            .Select(b => Entry("sitemap", site.Absolute(PeopleIn(b.Block)), Day(b.Changed)))
            .Concat(Enumerable.Range(0, (places.All().Count + BlockSize - 1) / BlockSize).Select(b => Entry("sitemap", site.Absolute(TownsIn(b)), null)))
            .Prepend(Entry("sitemap", site.Absolute(Pages), PagesOf(shelf).Max(p => p.Changed))));
    }

    private static async Task<IResult> WritePeopleAsync(int block, IDbContextFactory<FinderDbContext> contexts, SiteSettings site, TimeProvider time, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (from, until) = ((long)block * BlockSize, (block + 1L) * BlockSize);
        var people = await Shown(db, time.GetUtcNow().UtcDateTime)
            .Where(p => p.Id >= from && p.Id < until)
            .OrderBy(p => p.Id)
            .ToListAsync(cancel);
        return people.Count == 0 ? Results.NotFound() : Xml("urlset", people.Select(p => Entry("url", site.Absolute(ListingUrls.Profile(p.Slug)), Day(p.Changed))));
    }

    /// <summary>The real people whom anybody can find, and when what is shown of each was last approved. Fictional ones are not for an index.</summary>
    private static IQueryable<Person> Shown(FinderDbContext db, DateTime now) => db.Listings
        .Where(l => !l.IsDemo && l.State == ListingState.Published && (l.PausedUntil == null || l.PausedUntil <= now) && (l.HiddenFrom == null || l.HiddenFrom > now))
        .Join(
            db.Revisions,
            l => new { l.Id, Number = l.PublicRevision },
            r => new { Id = r.ListingId, Number = (int?)r.Number },
            (l, r) => new Person { Id = l.Id, Slug = l.Slug, Changed = r.DecidedAt });

    private static IEnumerable<(string Address, DateOnly? Changed)> PagesOf(LearnShelf shelf) =>
        new[]
        {
            FinderUrls.Home, FinderUrls.Find, BodyMapUrls.Map, BodyMapUrls.EmergencyNumbers, LearnUrls.Hub, LearnUrls.Conditions, LearnUrls.Techniques, LearnUrls.SelfCare, LearnUrls.Articles, LearnUrls.Glossary,
            AboutUrls.About, AboutUrls.Checks, AboutUrls.Data, AboutUrls.Privacy, AboutUrls.Terms, AboutUrls.Accessibility, AboutUrls.Contact,
        }
        .Select(address => (address, (DateOnly?)null))
        .Concat(shelf.Current.Pages.Select(p => (p.Address, (DateOnly?)p.CheckedOn)));

    private static string PeopleIn(long block) => string.Create(CultureInfo.InvariantCulture, $"/sitemaps/practitioners-{block}.xml");

    private static string TownsIn(int block) => string.Create(CultureInfo.InvariantCulture, $"/sitemaps/places-{block}.xml");

    private static DateOnly? Day(DateTime? at) => at is { } time ? DateOnly.FromDateTime(time) : null;

    private static XElement Entry(string name, string address, DateOnly? changed) => new(
        Sitemap + name,
        new XElement(Sitemap + "loc", address),
        changed is { } day ? new XElement(Sitemap + "lastmod", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);

    private static IResult Xml(string root, IEnumerable<XElement> entries) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement(Sitemap + root, entries)}", "application/xml; charset=utf-8");

    private sealed class Person
    {
        public long Id { get; init; }

        public required string Slug { get; init; }

        public DateTime? Changed { get; init; }
    }
}
