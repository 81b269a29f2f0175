using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>The database engine: answers a search with SQL, on either provider.</summary>
public sealed class DatabaseSearch(IDbContextFactory<FinderDbContext> contexts)
{
    // What a person would call the next radius, in miles or in kilometres.
    private static readonly decimal[] Steps = [1, 2, 3, 5, 10, 15, 25, 50, 75, 100, 150, 200];

    private const int BeyondFactor = 4;
    private const int LeastBeyondMetres = 1_000;

    /// <summary>Answers. The total, the page and the counts are of one moment only as far as the database was quiet.</summary>
    public async Task<SearchAnswer> SearchAsync(SearchCriteria criteria, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        // One connection for all the questions: opening one for each costs a tenth of a search.
        await db.Database.OpenConnectionAsync(cancel);
        var page = await FoundAsync(db, criteria, cancel);

        // A page that is not full is the last one, and tells the total.
        var total = page.Count < criteria.PageSize && (page.Count > 0 || criteria.Page == 1)
            ? (criteria.Page - 1) * criteria.PageSize + page.Count
            : await db.Matches(criteria).CountAsync(cancel);
        var facets = new Facets(await TechniquesAsync(db, criteria, cancel), await SettingsAsync(db, criteria, cancel));
        return new SearchAnswer(total, page, facets, total < SearchAnswer.Few ? await RelaxAsync(db, criteria, total, facets, cancel) : [])
        {
            Beyond = total == 0 ? await BeyondAsync(db, criteria, cancel) : [],
        };
    }

    /// <summary>The nearest beyond the radius, in steps that an index answers: the whole earth is asked only of what nobody near offers.</summary>
    private static async Task<IReadOnlyList<Found>> BeyondAsync(FinderDbContext db, SearchCriteria criteria, CancellationToken cancel)
    {
        if (criteria.Within is not { } within)
        {
            return [];
        }

        for (var metres = Math.Max(within.Metres, LeastBeyondMetres); ;)
        {
            // It ends where a step of the order does: of equals, those just without could come before those just within.
            metres = (int)Math.Min((long)metres * BeyondFactor / SearchRules.StepMetres * SearchRules.StepMetres + SearchRules.StepMetres - 1, GreatCircle.FurthestMetres);
            var found = await FoundAsync(db, criteria.NearestWithin(new Radius(metres / 1000m, DistanceUnit.Kilometres)), cancel);
            if (metres == GreatCircle.FurthestMetres || found.Count == SearchAnswer.MostBeyond)
            {
                return found;
            }
        }
    }

    private static async Task<IReadOnlyList<Found>> FoundAsync(FinderDbContext db, SearchCriteria criteria, CancellationToken cancel)
    {
        var rows = await db.Matches(criteria).InOrder(criteria).Skip((criteria.Page - 1) * criteria.PageSize).Take(criteria.PageSize)
            .Select(r => new { r.Listing.Id, r.Via }).ToListAsync(cancel);
        var ways = rows.ConvertAll(r => SearchQueries.Read(r.Via));
        var spots = await SpotsAsync(db, ways, cancel);
        var hasOrigin = criteria.Origin is not null;
        return
        [
            .. rows.Zip(ways)
                .Where(f => f.Second.By == MatchedBy.Online || spots.ContainsKey((f.Second.By, f.Second.RowId)))
                .Select(f => new Found(f.First.Id, MatchOf(f.Second, spots, hasOrigin))),
        ];
    }

    /// <summary>Key and point of the rows that a page's listings appear by.</summary>
    private static async Task<Dictionary<(MatchedBy, long), (string Key, GeoPoint Point)>> SpotsAsync(
        FinderDbContext db, IReadOnlyList<(MatchedBy By, int Metres, long RowId)> ways, CancellationToken cancel)
    {
        var spots = new Dictionary<(MatchedBy, long), (string, GeoPoint)>();
        if (ways.Where(w => w.By == MatchedBy.Clinic).Select(w => w.RowId).ToList() is { Count: > 0 } places)
        {
            await db.Locations.Where(l => places.Contains(l.Id)).Select(l => new { l.Id, l.Key, l.Latitude, l.Longitude })
                .ForEachAsync(l => spots[(MatchedBy.Clinic, l.Id)] = (l.Key, new GeoPoint(l.Latitude, l.Longitude)), cancel);
        }

        if (ways.Where(w => w.By == MatchedBy.Visit).Select(w => w.RowId).ToList() is { Count: > 0 } visits)
        {
            await db.VisitAreas.Where(v => visits.Contains(v.Id)).Select(v => new { v.Id, v.Key, v.Latitude, v.Longitude })
                .ForEachAsync(v => spots[(MatchedBy.Visit, v.Id)] = (v.Key, new GeoPoint(v.Latitude, v.Longitude)), cancel);
        }

        return spots;
    }

    private static Match MatchOf(
        (MatchedBy By, int Metres, long RowId) way, Dictionary<(MatchedBy, long), (string Key, GeoPoint Point)> spots, bool hasOrigin) =>
        way.By == MatchedBy.Online
            ? new Match(MatchedBy.Online, null, null, null)
            : new Match(way.By, hasOrigin ? way.Metres : null, spots[(way.By, way.RowId)].Point, spots[(way.By, way.RowId)].Key);

    private static async Task<IReadOnlyDictionary<string, int>> TechniquesAsync(FinderDbContext db, SearchCriteria criteria, CancellationToken cancel)
    {
        // With one technique chosen, proof has to be for that one: so the facet counts proven rows, and leaves the
        // rule about proof of any technique out.
        var now = criteria.Now;
        var rows = db.ListingTechniques.Where(t => !t.NeedsProof || t.ProvenUntil > now);
        rows = criteria.Verified ? rows.Where(t => t.ProvenUntil > now) : rows;
        return await db.Matches(criteria with { Techniques = [], Verified = false })
            .Join(rows, m => m.Listing.Id, t => t.ListingId, (m, t) => t.Slug)
            .GroupBy(slug => slug)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private static async Task<IReadOnlyDictionary<string, int>> SettingsAsync(FinderDbContext db, SearchCriteria criteria, CancellationToken cancel)
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
        return counts.Select(c => (c.Key, c.Count)).Append((Key: Setting.Online, Count: online))
            .Where(c => c.Count > 0).ToDictionary(c => c.Key.Word(), c => c.Count);
    }

    private static async Task<IReadOnlyList<Relaxation>> RelaxAsync(
        FinderDbContext db, SearchCriteria criteria, int total, Facets facets, CancellationToken cancel)
    {
        var ladder = new List<Relaxation>();
        await WidenAsync(db, criteria, total, ladder, cancel);
        var someOnline = facets.Setting.ContainsKey(Setting.Online.Word());
        foreach (var (change, value, changed) in SingleChanges(criteria, someOnline))
        {
            var more = await db.Matches(changed).CountAsync(cancel);
            if (more > total)
            {
                ladder.Add(new Relaxation(change, value, more, changed));
            }
        }

        return ladder;
    }

    /// <summary>The next two radii that add someone.</summary>
    private static async Task WidenAsync(FinderDbContext db, SearchCriteria criteria, int total, List<Relaxation> ladder, CancellationToken cancel)
    {
        if (criteria.Within is not { } within)
        {
            return;
        }

        var best = total;
        foreach (var wider in Steps.Select(s => new Radius(s, within.Unit)).Where(r => r.Metres > within.Metres))
        {
            var changed = criteria with { AskedWithin = wider, Page = 1 };
            var count = await db.Matches(changed).CountAsync(cancel);
            if (count > best)
            {
                ladder.Add(new Relaxation("within", wider.ToString(), count, changed));
                best = count;
                if (ladder.Count == 2)
                {
                    return;
                }
            }
        }
    }

    private static IEnumerable<(string Change, string Value, SearchCriteria Criteria)> SingleChanges(SearchCriteria asked, bool someOnline)
    {
        var criteria = asked with { Page = 1 };
        if (someOnline && !criteria.SettingsSearched.Contains(Setting.Online))
        {
            yield return ("include-online", "online", criteria with { Settings = [.. criteria.SettingsSearched, Setting.Online] });
        }

        if (criteria is { MatchAll: true, Techniques.Count: > 1 })
        {
            yield return ("any-technique", "any", criteria with { MatchAll = false });
        }

        foreach (var (filter, without) in criteria.WithoutEachFilter())
        {
            yield return ("drop", filter, without);
        }
    }
}
