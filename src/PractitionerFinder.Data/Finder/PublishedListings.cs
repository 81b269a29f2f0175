using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>
/// Reads published listings for the snapshot, straight from their rows: by the million at the start and by the few afterwards. Entities would cost several
/// times as much. What changes meanwhile may be read in part before and in part after; its line of the feed comes after the position that the
/// reader began at, so that it is read again.
/// </summary>
public class PublishedListings(IDbContextFactory<FinderDbContext> contexts)
{
    private const int IdsAtATime = 500;
    private const string ListingId = "\"ListingId\"";

    private const string ListingColumns =
        "\"Slug\", \"Name\", \"Headline\", \"PhotoKey\", \"PhotoAlt\", \"IsDemo\", \"Accepting\", \"Gender\", \"PausedUntil\", \"HiddenFrom\", \"OverdueFrom\", \"ConfirmedAt\", \"OffersOnline\", \"OnlineEvenings\", \"OnlineWeekends\", \"SearchText\"";

    private const string PlaceColumns =
        "\"Id\", \"Key\", \"Latitude\", \"Longitude\", \"Locality\", \"Country\", \"Admin1Code\", \"County\", \"Evenings\", \"Weekends\", \"Setting\", \"Approximate\", \"StepFree\"";

    private const string VisitColumns =
        "\"Id\", \"Key\", \"Latitude\", \"Longitude\", \"Locality\", \"Country\", \"Admin1Code\", \"County\", \"Evenings\", \"Weekends\"";

    /// <summary>Every published listing, in the order of ids.</summary>
    public virtual IEnumerable<PublishedListing> ReadAll() => Read(null);

    /// <summary>Those of some listings that are published.</summary>
    public IEnumerable<PublishedListing> Read(IEnumerable<long> ids) => ids.Distinct().Order().Chunk(IdsAtATime).SelectMany(some => Read((IReadOnlyCollection<long>?)some));

    private IEnumerable<PublishedListing> Read(IReadOnlyCollection<long>? ids)
    {
        var pool = new StringPool();
        using var listings = Rows("Listings", "\"Id\"", ListingColumns, ids, ReadHead, $" AND \"State\" = {(int)ListingState.Published}");
        using var techniques = Rows("ListingTechniques", ListingId, "\"Position\", \"Slug\", \"NeedsProof\", \"ProvenUntil\"", ids, r => ReadTechnique(r, pool));
        using var areas = Rows("ListingAreas", ListingId, "\"Slug\"", ids, r => pool.Of(r, 1));
        using var languages = Rows("ListingLanguages", ListingId, "\"Code\"", ids, r => pool.Of(r, 1));
        using var confirmations = Rows("Confirmations", ListingId, "\"Fact\", \"At\"", ids, r => new CardFacts.Confirmed((ListingFact)r.GetInt32(1), Utc(r, 2)));
        using var places = Rows("Locations", ListingId, PlaceColumns, ids, r => ReadPlace(r, pool));
        using var visits = Rows("VisitAreas", ListingId, VisitColumns, ids, r => ReadVisits(r, pool));
        using var cells = new PublishedRows<(long Area, long Cell)>(
            contexts,
            "SELECT v.\"ListingId\", c.\"VisitAreaId\", c.\"Cell\" FROM \"VisitAreas\" AS v JOIN \"VisitCells\" AS c ON c.\"VisitAreaId\" = v.\"Id\" WHERE {which}",
            "v." + ListingId,
            ids,
            r => (r.GetInt64(1), r.GetInt64(2)));
        while (listings.TryNext(out var id, out var head))
        {
            yield return Listing(head, techniques.Of(id), areas.Of(id), languages.Of(id), confirmations.Of(id), places.Of(id), visits.Of(id), cells.Of(id));
        }
    }

    private PublishedRows<T> Rows<T>(string table, string listing, string columns, IReadOnlyCollection<long>? ids, Func<DbDataReader, T> read, string condition = "") =>
        new(contexts, $"SELECT {listing}, {columns} FROM \"{table}\" WHERE {{which}}{condition}", listing, ids, read);

    private static PublishedListing Listing(
        Head head,
        List<(int Position, CardFacts.Technique Technique)> techniques,
        List<string> areas,
        List<string> languages,
        List<CardFacts.Confirmed> confirmations,
        List<Spot> places,
        List<Spot> visits,
        List<(long Area, long Cell)> cells)
    {
        // The few rows of a listing are put in order here: the database would sort all.
        techniques.Sort((a, b) => a.Position.CompareTo(b.Position));
        confirmations.Sort((a, b) => a.Fact.CompareTo(b.Fact));
        places.Sort((a, b) => a.Id.CompareTo(b.Id));
        visits.Sort((a, b) => a.Id.CompareTo(b.Id));
        var facts = head.Facts with
        {
            Techniques = techniques.ConvertAll(t => new IndexedTechnique(t.Technique.Slug, t.Technique.NeedsProof, t.Technique.ProvenUntil)),
            Areas = [.. areas],
            Languages = [.. languages],
            Places = places.ConvertAll(p => p.Place()),
            VisitAreas = visits.ConvertAll(v => v.Visits(cells)),
        };
        var card = head.Card with
        {
            Techniques = techniques.ConvertAll(t => t.Technique),
            Confirmations = [.. confirmations],
            Places = places.ConvertAll(p => new CardFacts.Place(p.Key, p.Setting, p.Locality, p.Region.Country, p.Point, p.IsApproximate, p.IsStepFree)),
            VisitAreas = visits.ConvertAll(v => new CardFacts.Visits(v.Key, v.Locality, v.Region.Country)),
        };
        return new PublishedListing(facts, card);
    }

    private static Head ReadHead(DbDataReader row)
    {
        var (id, isDemo, accepting) = (row.GetInt64(0), row.GetBoolean(6), (Accepting)row.GetInt32(7));
        var (pausedUntil, hiddenFrom, confirmedAt) = (MaybeUtc(row, 9), MaybeUtc(row, 10), MaybeUtc(row, 12));
        var isOnline = row.GetBoolean(13);
        var facts = new IndexedListing
        {
            Id = id,
            IsDemo = isDemo,
            Accepting = accepting,
            Gender = row.IsDBNull(8) ? null : (Gender)row.GetInt32(8),
            PausedUntil = pausedUntil,
            HiddenFrom = hiddenFrom,
            OverdueFrom = MaybeUtc(row, 11),
            ConfirmedAt = confirmedAt,
            Online = isOnline ? IndexedListing.NeedsMet(stepFree: true, row.GetBoolean(14), row.GetBoolean(15)) : null,
            SearchText = row.GetString(16),
        };
        var card = new CardFacts
        {
            Id = id,
            Slug = row.GetString(1),
            Name = row.GetString(2),
            Headline = row.GetString(3),
            Photo = row.IsDBNull(4) ? null : new Photo(row.GetString(4), row.GetString(5)),
            IsDemo = isDemo,
            Accepting = accepting,
            PausedUntil = pausedUntil,
            HiddenFrom = hiddenFrom,
            ConfirmedAt = confirmedAt,
            OffersOnline = isOnline,
        };
        return new Head(facts, card);
    }

    private static (int Position, CardFacts.Technique Technique) ReadTechnique(DbDataReader row, StringPool pool) =>
        (row.GetInt32(1), new CardFacts.Technique(pool.Of(row, 2), row.GetBoolean(3), MaybeUtc(row, 4)));

    private static Spot ReadPlace(DbDataReader row, StringPool pool) => ReadVisits(row, pool) with
    {
        Setting = (LocationSetting)row.GetInt32(11),
        IsApproximate = row.GetBoolean(12),
        IsStepFree = row.GetBoolean(13),
    };

    private static Spot ReadVisits(DbDataReader row, StringPool pool) => new(
        row.GetInt64(1),
        pool.Of(row, 2),
        new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
        pool.Of(row, 5),
        new IndexedRegion(pool.Of(row, 6), row.IsDBNull(7) ? null : pool.Of(row, 7), row.IsDBNull(8) ? null : pool.Of(row, 8)),
        row.GetBoolean(9),
        row.GetBoolean(10));

    private static DateTime? MaybeUtc(DbDataReader row, int column) => row.IsDBNull(column) ? null : Utc(row, column);

    private static DateTime Utc(DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    private sealed record Head(IndexedListing Facts, CardFacts Card);

    private sealed record Spot(long Id, string Key, GeoPoint Point, string Locality, IndexedRegion Region, bool Evenings, bool Weekends)
    {
        public LocationSetting Setting { get; init; }

        public bool IsApproximate { get; init; }

        public bool IsStepFree { get; init; }

        public IndexedSpot Place() => new(
            Key, Setting.AsSetting(), Point.Latitude, Point.Longitude, Region, IndexedListing.NeedsMet(IsStepFree, Evenings, Weekends), []);

        public IndexedSpot Visits(List<(long Area, long Cell)> cells) => new(
            Key, Core.Listings.Setting.Visit, Point.Latitude, Point.Longitude, Region, IndexedListing.NeedsMet(stepFree: true, Evenings, Weekends), [.. cells.Where(c => c.Area == Id).Select(c => c.Cell)]);
    }
}
