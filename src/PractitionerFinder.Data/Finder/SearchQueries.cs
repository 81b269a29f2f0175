using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>
/// The rules of <see cref="SearchRules"/> as queries. Whatever is changed here or there, the tests that compare the two
/// over generated listings say whether they still agree.
/// </summary>
internal static class SearchQueries
{
    // How a listing is reached, how far, and by which row, as one number of which the least is the way in which it
    // appears: a place before a visit before online, then the nearest, then the older row. 300 million times 2³³ fits.
    private const long Rank = 100_000_000;
    private const long RowIds = 1L << 33;

    /// <summary>One way in which a listing is reached, and what it offers of what people need.</summary>
    internal sealed class Way
    {
        public long ListingId { get; init; }

        public Setting Setting { get; init; }

        public bool StepFree { get; init; }

        public bool Evenings { get; init; }

        public bool Weekends { get; init; }

        public long Via { get; init; }
    }

    /// <summary>A listing that matches.</summary>
    internal sealed class Row
    {
        public required Listing Listing { get; init; }

        public long Via { get; init; }
    }

    /// <summary>Every match, each listing once.</summary>
    public static IQueryable<Row> Matches(this FinderDbContext db, SearchCriteria criteria) => db.Ways(criteria)
        .GroupBy(w => w.ListingId)
        .Select(g => new { ListingId = g.Key, Via = g.Min(w => w.Via) })
        .Join(db.Suiting(criteria), m => m.ListingId, l => l.Id, (m, l) => new Row { Listing = l, Via = m.Via });

    /// <summary>Matches in the order of results.</summary>
    public static IQueryable<Row> InOrder(this IQueryable<Row> rows, SearchCriteria criteria)
    {
        var now = criteria.Now;
        var seed = criteria.Seed;
        var byStep = rows
            .OrderBy(r => r.Via >= 2 * Rank * RowIds ? SearchRules.OnlineStep : r.Via / RowIds % Rank / SearchRules.StepMetres);
        if (criteria.Sort == SearchSort.Confirmed)
        {
            byStep = rows
                .OrderByDescending(r => r.Listing.ConfirmedAt!.Value.Date)
                .ThenBy(r => r.Via >= 2 * Rank * RowIds ? SearchRules.OnlineStep : r.Via / RowIds % Rank / SearchRules.StepMetres);
        }

        return byStep
            .ThenBy(r => r.Listing.OverdueFrom != null && r.Listing.OverdueFrom <= now)
            .ThenBy(r => r.Listing.Id % SearchCriteria.ShufflePrime * seed % SearchCriteria.ShufflePrime)
            .ThenBy(r => r.Listing.Id);
    }

    /// <summary>Every way in which any listing is reached, with what is needed of it.</summary>
    public static IQueryable<Way> Ways(this FinderDbContext db, SearchCriteria criteria)
    {
        var settings = criteria.SettingsSearched;
        var ways = new List<IQueryable<Way>>();
        if (settings.Contains(Setting.Clinic) || settings.Contains(Setting.TheirHome))
        {
            ways.Add(db.Places(criteria));
        }

        if (settings.Contains(Setting.Visit))
        {
            ways.Add(db.Visits(criteria));
        }

        if (settings.Contains(Setting.Online))
        {
            ways.Add(db.Listings.Online(criteria).Select(l => new Way
            {
                ListingId = l.Id,
                Setting = Setting.Online,
                StepFree = true,
                Evenings = l.OnlineEvenings,
                Weekends = l.OnlineWeekends,
                Via = 2 * Rank * RowIds,
            }));
        }

        return ways.Aggregate((all, more) => all.Concat(more));
    }

    /// <summary>The listings that pass every rule but reach.</summary>
    public static IQueryable<Listing> Suiting(this FinderDbContext db, SearchCriteria criteria)
    {
        var now = criteria.Now;
        var listings = db.Listings.Where(l => l.State == ListingState.Published
            && (l.PausedUntil == null || l.PausedUntil <= now)
            && (l.HiddenFrom == null || l.HiddenFrom > now));
        if (!criteria.ShowDemo)
        {
            listings = listings.Where(l => !l.IsDemo);
        }

        if (criteria is { MatchAll: true, Techniques.Count: > 1 })
        {
            listings = criteria.Techniques.Aggregate(listings, (some, slug) => some.Where(l =>
                l.Techniques.Any(t => t.Slug == slug && (!t.NeedsProof || t.ProvenUntil > now))));
        }
        else if (criteria.Techniques is { Count: > 0 } slugs)
        {
            listings = listings.Where(l => l.Techniques.Any(t => slugs.Contains(t.Slug) && (!t.NeedsProof || t.ProvenUntil > now)));
        }

        if (criteria.Verified)
        {
            var wanted = criteria.Techniques;
            listings = wanted.Count == 0
                ? listings.Where(l => l.Techniques.Any(t => t.ProvenUntil > now))
                : listings.Where(l => l.Techniques.Any(t => t.ProvenUntil > now && wanted.Contains(t.Slug)));
        }

        if (criteria.Area is not null)
        {
            var areas = criteria.AreasMatching;
            listings = listings.Where(l => l.Areas.Any(a => areas.Contains(a.Slug)));
        }

        listings = criteria.Accepting is { } accepting ? listings.Where(l => l.Accepting == accepting) : listings;
        listings = criteria.Gender is { } gender ? listings.Where(l => l.Gender == gender) : listings;
        listings = criteria.Language is { } language ? listings.Where(l => l.Languages.Any(s => s.Code == language)) : listings;
        foreach (var word in criteria.Words)
        {
            var beginning = " " + word;
            listings = listings.Where(l => l.SearchText.Contains(beginning));
        }

        return criteria.ProvenTechniques.Aggregate(listings, (some, slug) => some.Where(l =>
            l.Techniques.Any(t => t.Slug == slug && t.ProvenUntil > now)));
    }

    /// <summary>Those of listings that are offered online, with what is needed of it.</summary>
    public static IQueryable<Listing> Online(this IQueryable<Listing> listings, SearchCriteria criteria)
    {
        var online = listings.Where(l => l.OffersOnline);
        online = criteria.Needs.HasFlag(Needs.Evenings) ? online.Where(l => l.OnlineEvenings) : online;
        return criteria.Needs.HasFlag(Needs.Weekends) ? online.Where(l => l.OnlineWeekends) : online;
    }

    /// <summary>How a match appears, read back from its number.</summary>
    public static (MatchedBy By, int Metres, long RowId) Read(long via) =>
        ((MatchedBy)(via / RowIds / Rank), (int)(via / RowIds % Rank), via % RowIds);

    private static IQueryable<Way> Places(this FinderDbContext db, SearchCriteria criteria)
    {
        var locations = db.Locations.AsQueryable();
        var clinics = criteria.SettingsSearched.Contains(Setting.Clinic);
        var homes = criteria.SettingsSearched.Contains(Setting.TheirHome);
        locations = clinics && homes ? locations
            : clinics ? locations.Where(l => l.Setting == LocationSetting.Clinic)
            : locations.Where(l => l.Setting == LocationSetting.TheirHome);
        locations = criteria.Needs.HasFlag(Needs.StepFree) ? locations.Where(l => l.StepFree) : locations;
        locations = criteria.Needs.HasFlag(Needs.Evenings) ? locations.Where(l => l.Evenings) : locations;
        locations = criteria.Needs.HasFlag(Needs.Weekends) ? locations.Where(l => l.Weekends) : locations;
        if (criteria.Origin is not { } origin)
        {
            return locations.Select(l => new Way
            {
                ListingId = l.ListingId,
                Setting = (Setting)(int)l.Setting,
                StepFree = l.StepFree,
                Evenings = l.Evenings,
                Weekends = l.Weekends,
                Via = l.Id,
            });
        }

        if (origin.Region is { } region)
        {
            var (country, admin1, counties) = region;
            locations = locations.Where(l => l.Country == country);
            locations = admin1 is null ? locations : locations.Where(l => l.Admin1Code == admin1);
            locations = counties.Count == 0 ? locations : locations.Where(l => counties.Contains(l.County!));
        }

        var distances = criteria.Within is { } within
            ? db.LocationsWithin(origin.Point, within.Metres)
            : db.LocationDistances(origin.Point);
        return distances.Join(locations, d => d.LocationId, l => l.Id, (d, l) => new Way
        {
            ListingId = l.ListingId,
            Setting = (Setting)(int)l.Setting,
            StepFree = l.StepFree,
            Evenings = l.Evenings,
            Weekends = l.Weekends,
            Via = d.Metres * RowIds + l.Id,
        });
    }

    private static IQueryable<Way> Visits(this FinderDbContext db, SearchCriteria criteria)
    {
        var areas = db.VisitAreas.AsQueryable();
        areas = criteria.Needs.HasFlag(Needs.Evenings) ? areas.Where(v => v.Evenings) : areas;
        areas = criteria.Needs.HasFlag(Needs.Weekends) ? areas.Where(v => v.Weekends) : areas;
        if (criteria.Origin is not { } origin)
        {
            return areas.Select(v => new Way
            {
                ListingId = v.ListingId,
                Setting = Setting.Visit,
                StepFree = true,
                Evenings = v.Evenings,
                Weekends = v.Weekends,
                Via = Rank * RowIds + v.Id,
            });
        }

        if (origin.Region is { } region)
        {
            var (country, admin1, counties) = region;
            areas = areas.Where(v => v.Country == country);
            areas = admin1 is null ? areas : areas.Where(v => v.Admin1Code == admin1);
            areas = counties.Count == 0 ? areas : areas.Where(v => counties.Contains(v.County!));
        }
        else
        {
            var cells = QuadCell.Ancestry(origin.Point);
            areas = db.VisitCells.Where(c => cells.Contains(c.Cell)).Join(areas, c => c.VisitAreaId, v => v.Id, (c, v) => v);
        }

        return areas.Join(db.VisitAreaDistances(origin.Point), v => v.Id, d => d.VisitAreaId, (v, d) => new Way
        {
            ListingId = v.ListingId,
            Setting = Setting.Visit,
            StepFree = true,
            Evenings = v.Evenings,
            Weekends = v.Weekends,
            Via = (Rank + d.Metres) * RowIds + v.Id,
        });
    }
}
