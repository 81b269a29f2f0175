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
        var match = Reach(listing, criteria);
        List<RuleResult> rules =
        [
            Rule(SearchRule.Published, listing.State == ListingState.Published, $"The listing is {listing.State}."),
            Rule(SearchRule.NotPaused, !listing.IsPaused(criteria.Now), listing.IsPaused(criteria.Now) ? "The owner has paused it." : "It is not paused."),
            Rule(SearchRule.Confirmed, !listing.IsHidden(criteria.Now), listing.HiddenFrom is { } from ? $"Contact and address count as confirmed until {from:yyyy-MM-dd}." : "Nothing hides it."),
            Rule(SearchRule.Real, criteria.ShowDemo || !listing.IsDemo, listing.IsDemo ? "It is fictional." : "It is not fictional."),
            Techniques(listing, criteria),
            Rule(SearchRule.Area, criteria.Area is null || listing.Areas.Any(a => criteria.AreasMatching.Contains(a.Slug)), $"It names {Listed(listing.Areas.Select(a => a.Slug))}."),
            Rule(SearchRule.Accepting, criteria.Accepting is null || listing.Accepting == criteria.Accepting, $"Taking on new people: {listing.Accepting.Word()}."),
            Verified(listing, criteria),
            Rule(SearchRule.Language, criteria.Language is null || listing.Languages.Any(l => l.Code == criteria.Language), $"It speaks {Listed(listing.Languages.Select(l => l.Code))}."),
            Rule(SearchRule.Gender, criteria.Gender is null || listing.Gender == criteria.Gender, listing.Gender is { } gender ? $"Gender: {gender.Word()}." : "It does not say."),
            Words(listing, criteria),
            Rule(SearchRule.Reach, match is not null, match switch
            {
                null => "No place of it is within reach in a way that was asked for.",
                { By: MatchedBy.Clinic } => $"'{match.Key}' is within reach.",
                { By: MatchedBy.Visit } => $"The visits of '{match.Key}' reach the origin.",
                _ => "It is offered online.",
            }),
        ];
        return new Evaluation(rules, rules.TrueForAll(r => r.Passed) ? match : null);
    }

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

    private static RuleResult Techniques(Listing listing, SearchCriteria criteria)
    {
        var shown = listing.Techniques.Where(t => t.Shows(criteria.Now)).Select(t => t.Slug).ToList();
        var passed = criteria.Techniques.Count == 0
            || (criteria.MatchAll ? criteria.Techniques.All(shown.Contains) : criteria.Techniques.Any(shown.Contains));
        return Rule(SearchRule.Techniques, passed, $"It offers {Listed(shown)}.");
    }

    private static RuleResult Verified(Listing listing, SearchCriteria criteria)
    {
        var proven = listing.Techniques.Where(t => t.IsProven(criteria.Now)).Select(t => t.Slug).ToList();
        var passed = !criteria.Verified
            || (criteria.Techniques.Count == 0 ? proven.Count > 0 : proven.Exists(criteria.Techniques.Contains));
        return Rule(SearchRule.Verified, passed, $"There is checked proof for {Listed(proven)}.");
    }

    private static RuleResult Words(Listing listing, SearchCriteria criteria)
    {
        var passed = criteria.Words.All(w => listing.SearchText.Contains(" " + w, StringComparison.Ordinal))
            && criteria.ProvenTechniques.All(t => listing.HasProof(t, criteria.Now));
        return Rule(SearchRule.Words, passed, "Every word must begin a word of its name, headline, techniques, areas or towns; titles need proof.");
    }

    /// <summary>By the nearest place, of equals the one that was saved first, else by visit, else online.</summary>
    private static Match? Reach(Listing listing, SearchCriteria criteria)
    {
        var settings = criteria.SettingsSearched;
        var origin = criteria.Origin;
        var place = listing.Locations
            .Where(l => settings.Contains(l.Setting.AsSetting()) && Suits(criteria, l.StepFree, l.Evenings, l.Weekends))
            .Where(l => origin?.Region?.Holds(l.Country, l.Admin1Code, l.County) ?? true)
            .Select(l => (l.Id, Match: new Match(MatchedBy.Clinic, origin?.Point.MetresTo(l.Point), l.Point, l.Key)))
            .Where(l => criteria.Within is not { } within || l.Match.Metres <= within.Metres)
            .OrderBy(l => (l.Match.Metres, l.Id)).Select(l => l.Match).FirstOrDefault();
        if (place is not null)
        {
            return place;
        }

        var visit = !settings.Contains(Setting.Visit) ? null : listing.VisitAreas
            .Where(v => Suits(criteria, stepFree: true, v.Evenings, v.Weekends))
            .Where(v => origin is null
                || (origin.Region is { } region ? region.Holds(v.Country, v.Admin1Code, v.County) : Holds(v, origin.Point)))
            .Select(v => (v.Id, Match: new Match(MatchedBy.Visit, origin?.Point.MetresTo(v.Point), v.Point, v.Key)))
            .OrderBy(v => (v.Match.Metres, v.Id)).Select(v => v.Match).FirstOrDefault();
        var online = settings.Contains(Setting.Online) && listing.OffersOnline
            && Suits(criteria, stepFree: true, listing.OnlineEvenings, listing.OnlineWeekends);
        return visit ?? (online ? new Match(MatchedBy.Online, null, null, null) : null);
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

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : "nothing";

    private static RuleResult Rule(SearchRule rule, bool passed, string reason) => new(rule, passed, reason);
}
