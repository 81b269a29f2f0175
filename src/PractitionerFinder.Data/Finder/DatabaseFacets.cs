using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>
/// The facets of one search. Each question leaves the filter of its own facet out and groups what is found by the facet's
/// values, so that one statement gives every number of it.
/// </summary>
internal sealed class DatabaseFacets(FinderDbContext db, SearchCriteria criteria, Vocabulary vocabulary)
{
    /// <summary>Every facet, and the total of the search, which comes with them.</summary>
    public async Task<(Facets Facets, int Total)> CountAsync(CancellationToken cancel)
    {
        // Everybody gives one answer about new people, so that these add up to the total.
        var accepting = await AcceptingAsync(cancel);
        var total = criteria.Accepting is { } wanted ? accepting.GetValueOrDefault(wanted) : accepting.Values.Sum();
        var facets = new Facets
        {
            Technique = await TechniquesAsync(cancel),
            Setting = await SettingsAsync(cancel),
            Language = await LanguagesAsync(cancel),
            Area = await AreasAsync(cancel),
            Need = await NeedsAsync(cancel),
            Accepting = accepting.ToDictionary(a => a.Key.Word(), a => a.Value),
            Verified = Found([(Facets.VerifiedWord, criteria.Verified ? total : await db.Matches(criteria with { Verified = true }).CountAsync(cancel))]),
        };
        return (facets, total);
    }

    private Task<Dictionary<Accepting, int>> AcceptingAsync(CancellationToken cancel) => db.Matches(criteria with { Accepting = null })
        .GroupBy(m => m.Listing.Accepting)
        .Select(g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private async Task<IReadOnlyDictionary<string, int>> TechniquesAsync(CancellationToken cancel)
    {
        // With one technique chosen, proof has to be for that one: so the facet counts proven rows, and leaves the
        // rule about proof of any technique out.
        var now = criteria.Now;
        var rows = db.ListingTechniques.Where(t => !t.NeedsProof || t.ProvenUntil > now);
        rows = criteria.Verified ? rows.Where(t => t.ProvenUntil > now) : rows;
        var counts = await db.Matches(criteria with { Techniques = [], Verified = false })
            .Join(rows, m => m.Listing.Id, t => t.ListingId, (m, t) => t.Slug)
            .GroupBy(slug => slug)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        return Found(counts.Where(c => vocabulary.Technique(c.Key) is not null).Select(c => (c.Key, c.Count)));
    }

    private async Task<IReadOnlyDictionary<string, int>> SettingsAsync(CancellationToken cancel)
    {
        // Grouped before the join, so that the database goes from the few that are in reach to their listings and not
        // the other way round.
        var suiting = db.Suiting(criteria);
        var counts = await db.Ways(criteria with { Settings = [Setting.Clinic, Setting.TheirHome, Setting.Visit] })
            .GroupBy(w => new { w.ListingId, w.Setting })
            .Select(g => g.Key)
            .Join(suiting, w => w.ListingId, l => l.Id, (w, l) => w.Setting)
            .GroupBy(setting => setting)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        var online = await suiting.Online(criteria).CountAsync(cancel);
        return Found(counts.Select(c => (c.Key.Word(), c.Count)).Append((Setting.Online.Word(), online)));
    }

    private async Task<IReadOnlyDictionary<string, int>> LanguagesAsync(CancellationToken cancel)
    {
        var counts = await db.Matches(criteria with { Language = null })
            .SelectMany(m => m.Listing.Languages)
            .GroupBy(l => l.Code)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        return Found(counts.Select(c => (c.Key, c.Count)));
    }

    private async Task<IReadOnlyDictionary<string, int>> AreasAsync(CancellationToken cancel)
    {
        // Who names two areas that count as the one asked for counts once: so the database tells how many name which
        // areas together, which are far fewer rows than people.
        var together = await db.Matches(criteria with { Area = null, AreasMatching = [] })
            .SelectMany(m => m.Listing.Areas)
            .GroupBy(a => a.ListingId)
            .Select(g => string.Join(" ", g.Select(a => a.Slug)))
            .GroupBy(slugs => slugs)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);

        // Parents and children find each other, so that what finds an area is what the area finds.
        var finding = vocabulary.Areas.ToDictionary(a => a.Slug, a => vocabulary.AreasMatching(a.Slug));
        return Found(together
            .SelectMany(t => t.Key.Split(' ').SelectMany(slug => finding.GetValueOrDefault(slug, [])).Distinct().Select(area => (Area: area, t.Count)))
            .GroupBy(a => a.Area, (area, counts) => (area, counts.Sum(c => c.Count))));
    }

    private async Task<IReadOnlyDictionary<string, int>> NeedsAsync(CancellationToken cancel)
    {
        var counts = await db.Ways(criteria with { Needs = Needs.None })
            .GroupBy(w => w.ListingId)
            .Select(g => new
            {
                ListingId = g.Key,
                StepFree = g.Max(w => w.StepFree ? 1 : 0),
                Evenings = g.Max(w => w.Evenings ? 1 : 0),
                Weekends = g.Max(w => w.Weekends ? 1 : 0),
            })
            .Join(db.Suiting(criteria), w => w.ListingId, l => l.Id, (w, l) => new { w.StepFree, w.Evenings, w.Weekends })
            .GroupBy(w => new { w.StepFree, w.Evenings, w.Weekends })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        return Found(SearchCriteria.NeedWords.Select(n => (n.Word, counts.Where(c => n.Need switch
        {
            Needs.StepFree => c.Key.StepFree == 1,
            Needs.Evenings => c.Key.Evenings == 1,
            _ => c.Key.Weekends == 1,
        }).Sum(c => c.Count))));
    }

    /// <summary>Values that find nobody are left out.</summary>
    private static Dictionary<string, int> Found(IEnumerable<(string Value, int Count)> counts) =>
        counts.Where(c => c.Count > 0).ToDictionary(c => c.Value, c => c.Count);
}
