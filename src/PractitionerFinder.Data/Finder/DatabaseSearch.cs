using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>The database engine: answers a search with SQL, on either provider.</summary>
public sealed class DatabaseSearch(IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary)
{
    /// <summary>Answers. The total, the page and the counts are of one moment only as far as the database was quiet.</summary>
    public async Task<SearchAnswer> SearchAsync(SearchCriteria criteria, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        // One connection for all the questions: opening one for each costs a tenth of a search.
        await db.Database.OpenConnectionAsync(cancel);
        var page = await FoundAsync(db, criteria, cancel);
        var (facets, total) = await new DatabaseFacets(db, criteria, vocabulary).CountAsync(cancel);
        return new SearchAnswer(total, page, facets, total < SearchAnswer.Few ? await RelaxAsync(db, criteria, total, facets, cancel) : [])
        {
            Beyond = total == 0 ? await BeyondAsync(db, criteria, cancel) : [],
        };
    }

    /// <summary>The nearest beyond the radius, in steps that an index answers: the whole earth is asked only of what nobody near offers.</summary>
    private static async Task<IReadOnlyList<Found>> BeyondAsync(FinderDbContext db, SearchCriteria criteria, CancellationToken cancel)
    {
        IReadOnlyList<Found> found = [];
        foreach (var wider in Ladder.Beyond(criteria))
        {
            found = await FoundAsync(db, wider, cancel);
            if (found.Count == SearchAnswer.MostBeyond)
            {
                break;
            }
        }

        return found;
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

    private async Task<IReadOnlyList<Relaxation>> RelaxAsync(
        FinderDbContext db, SearchCriteria criteria, int total, Facets facets, CancellationToken cancel)
    {
        var climb = new Climb(criteria, total, vocabulary);
        while (climb.Next is { } next)
        {
            // Nobody online to include is known already, and the slowest number to count.
            var isKnown = next.Change == "include-online" && !facets.Setting.ContainsKey(Setting.Online.Word());
            climb.Counted(isKnown ? total : await db.Matches(next.Criteria).CountAsync(cancel));
        }

        return climb.Relaxations;
    }
}
