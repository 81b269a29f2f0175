using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder;

/// <summary>
/// The one definition of what a search finds and in which order. It reads nothing but its arguments. Every engine is
/// tested against going through all listings with it, and it explains why a listing is or is not there.
/// </summary>
public static class SearchRules
{
    /// <summary>Length of a step of the order, in metres.</summary>
    public const int StepMetres = 100;

    /// <summary>The step of online results, further than any distance.</summary>
    public const int OnlineStep = 1_000_000;

    /// <summary>Says of every rule whether it holds for a listing, and how the listing appears when all do.</summary>
    public static Evaluation Evaluate(Listing listing, SearchCriteria criteria)
    {
        var ways = Ways(listing, criteria);
        var match = ways.FirstOrDefault(w => w.Barrier == ReachBarrier.None)?.Match;
        List<RuleResult> rules =
        [
            new(SearchRule.Published, listing.State == ListingState.Published),
            new(SearchRule.NotPaused, !listing.IsPaused(criteria.Now)),
            new(SearchRule.Confirmed, !listing.IsHidden(criteria.Now)),
            new(SearchRule.Real, criteria.ShowDemo || !listing.IsDemo),
            new(SearchRule.Techniques, Offers(listing, criteria)),
            new(SearchRule.Area, criteria.Area is null || listing.Areas.Any(a => criteria.AreasMatching.Contains(a.Slug))),
            new(SearchRule.Accepting, criteria.Accepting is null || listing.Accepting == criteria.Accepting),
            new(SearchRule.Verified, !criteria.Verified || IsProven(listing, criteria)),
            new(SearchRule.Language, criteria.Language is null || listing.Languages.Any(l => l.Code == criteria.Language)),
            new(SearchRule.Gender, criteria.Gender is null || listing.Gender == criteria.Gender),
            new(SearchRule.Words, criteria.Words.All(w => HasWord(listing, w)) && criteria.ProvenTechniques.All(t => listing.HasProof(t, criteria.Now))),
            new(SearchRule.Reach, match is not null),
        ];
        return new Evaluation(rules, ways, rules.TrueForAll(r => r.Passed) ? match : null);
    }

    /// <summary>Whether a plain word begins a word that a listing can be found by.</summary>
    public static bool HasWord(Listing listing, string word) => listing.SearchText.Contains(" " + word, StringComparison.Ordinal);

    /// <summary>
    /// What results are sorted by, in ascending order: the day of confirmation, newest first, when sorted by it; the
    /// step of distance, online last; those with an overdue fact later within the step; then chance, the same on every
    /// page of a search; then the id.
    /// </summary>
    public static (long Confirmed, int Step, bool Overdue, long Shuffle, long Id) Order(Listing listing, Match match, SearchCriteria criteria) => (
        criteria.Sort == SearchSort.Confirmed ? -(listing.ConfirmedAt ?? DateTime.MinValue).Date.Ticks : 0,
        match.By == MatchedBy.Online ? OnlineStep : (match.Metres ?? 0) / StepMetres,
        listing.IsOverdue(criteria.Now),
        Shuffle(listing.Id, criteria.Seed),
        listing.Id);

    /// <summary>The place of a listing in the fair shuffle: any two listings lead each other for equally many seeds.</summary>
    public static long Shuffle(long listingId, long seed) =>
        listingId % SearchCriteria.ShufflePrime * seed % SearchCriteria.ShufflePrime;

    /// <summary>Every match among listings, in order: the oracle that engines are tested against.</summary>
    public static IReadOnlyList<(Listing Listing, Match Match)> Search(IEnumerable<Listing> listings, SearchCriteria criteria) =>
    [
        .. listings
            .Select(l => (Listing: l, Evaluate(l, criteria).Match))
            .Where(r => r.Match is not null)
            .OrderBy(r => Order(r.Listing, r.Match!, criteria))
            .Select(r => (r.Listing, r.Match!)),
    ];

    private static bool Offers(Listing listing, SearchCriteria criteria)
    {
        var shown = listing.Techniques.Where(t => t.Shows(criteria.Now)).Select(t => t.Slug).ToList();
        return criteria.Techniques.Count == 0
            || (criteria.MatchAll ? criteria.Techniques.All(shown.Contains) : criteria.Techniques.Any(shown.Contains));
    }

    private static bool IsProven(Listing listing, SearchCriteria criteria) =>
        listing.Techniques.Any(t => t.IsProven(criteria.Now) && (criteria.Techniques.Count == 0 || criteria.Techniques.Contains(t.Slug)));

    /// <summary>Every way, the best first: by the nearest place, of equals the one that was saved first, else by visit, else online.</summary>
    private static IReadOnlyList<Way> Ways(Listing listing, SearchCriteria criteria)
    {
        var origin = criteria.Origin;
        var places = listing.Locations
            .Select(l => (l.Id, Way: new Way(new Match(MatchedBy.Clinic, origin?.Point.MetresTo(l.Point), l.Point, l.Key), BarrierOf(l), l.Locality)))
            .OrderBy(l => (l.Way.Match.Metres, l.Id)).Select(l => l.Way);
        var visits = listing.VisitAreas
            .Select(v => (v.Id, Way: new Way(new Match(MatchedBy.Visit, origin?.Point.MetresTo(v.Point), v.Point, v.Key), BarrierOfVisits(v), v.Locality)))
            .OrderBy(v => (v.Way.Match.Metres, v.Id)).Select(v => v.Way);
        IEnumerable<Way> online = !listing.OffersOnline ? []
            : [new Way(new Match(MatchedBy.Online, null, null, null), Asked(Setting.Online) ?? Wanting(stepFree: true, listing.OnlineEvenings, listing.OnlineWeekends) ?? ReachBarrier.None, null)];
        return [.. places, .. visits, .. online];

        ReachBarrier BarrierOf(ListingLocation place) =>
            Asked(place.Setting.AsSetting())
            ?? Wanting(place.StepFree, place.Evenings, place.Weekends)
            ?? (origin?.Region?.Holds(place.Country, place.Admin1Code, place.County) == false ? ReachBarrier.Region
                : criteria.Within is { } within && origin!.Point.MetresTo(place.Point) > within.Metres ? ReachBarrier.Distance
                : ReachBarrier.None);

        ReachBarrier BarrierOfVisits(ListingVisitArea area) =>
            Asked(Setting.Visit)
            ?? Wanting(stepFree: true, area.Evenings, area.Weekends)
            ?? (origin is null ? ReachBarrier.None
                : origin.Region is { } region ? (region.Holds(area.Country, area.Admin1Code, area.County) ? ReachBarrier.None : ReachBarrier.Region)
                : Holds(area, origin.Point) ? ReachBarrier.None : ReachBarrier.Cover);

        ReachBarrier? Asked(Setting setting) => criteria.SettingsSearched.Contains(setting) ? null : ReachBarrier.Setting;

        ReachBarrier? Wanting(bool stepFree, bool evenings, bool weekends) => Suits(criteria, stepFree, evenings, weekends) ? null : ReachBarrier.Needs;
    }

    private static bool Holds(ListingVisitArea area, GeoPoint point)
    {
        var ancestry = QuadCell.Ancestry(point);
        return area.Cells.Any(c => ancestry.Contains(c.Cell));
    }

    private static bool Suits(SearchCriteria criteria, bool stepFree, bool evenings, bool weekends) =>
        (stepFree || !criteria.Needs.HasFlag(Needs.StepFree))
        && (evenings || !criteria.Needs.HasFlag(Needs.Evenings))
        && (weekends || !criteria.Needs.HasFlag(Needs.Weekends));
}
