using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>
/// Says why each rule of <see cref="SearchRules.Evaluate"/> holds for a listing or does not, in words for its owner. It decides
/// nothing: whether a rule holds, and what bars a way, is what the rules said.
/// </summary>
/// <param name="listing">The listing, with its searchable rows.</param>
/// <param name="criteria">What was asked.</param>
/// <param name="vocabulary">Names of techniques and areas.</param>
public sealed class SearchReasons(Listing listing, SearchCriteria criteria, Vocabulary vocabulary)
{
    private const int DaysOfWeek = 7;

    /// <summary>Whether the search asks anything of a rule, so that there is something to say.</summary>
    public bool IsAsked(SearchRule rule) => rule switch
    {
        SearchRule.Real => false,
        SearchRule.Techniques => criteria.Techniques.Count > 0,
        SearchRule.Area => criteria.Area is not null,
        SearchRule.Accepting => criteria.Accepting is not null,
        SearchRule.Verified => criteria.Verified,
        SearchRule.Language => criteria.Language is not null,
        SearchRule.Gender => criteria.Gender is not null,
        SearchRule.Words => criteria.Q.Length > 0,
        _ => true,
    };

    /// <summary>Why a rule holds or does not: a sentence or several.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="ways">The ways that were found with it.</param>
    public IReadOnlyList<string> Of(RuleResult result, IReadOnlyList<Way> ways) => result.Rule switch
    {
        SearchRule.Published => [listing.State switch
        {
            ListingState.Published => "Your listing is published.",
            ListingState.Suspended => "Staff have suspended your listing.",
            ListingState.Archived => "Your listing is archived.",
            _ => "Your listing is not public yet: nothing of it was approved.",
        }],
        SearchRule.NotPaused => [result.Passed ? "It is not paused."
            : $"It is paused{Since()}, until {(listing.PausedUntil == DateTime.MaxValue ? "you resume it" : Day(listing.PausedUntil!.Value))}."],
        SearchRule.Confirmed => [result.Passed
            ? listing.HiddenFrom is { } from ? $"Contact and address count as confirmed. Unless you confirm them again, it is hidden from {Day(from)}." : "Nothing that would hide it is late."
            : $"It is hidden since {Day(listing.HiddenFrom!.Value)}, because contact or address was not confirmed for too long."],
        SearchRule.Real => [listing.IsDemo ? "It is fictional, and fictional listings do not take part." : "It is not fictional."],
        SearchRule.Techniques => [.. criteria.Techniques.Select(About)],
        SearchRule.Area => [Names(listing.Areas.Select(a => vocabulary.Area(a.Slug)?.Name ?? a.Slug)) is { Length: > 0 } areas
            ? $"You say that you work with: {areas}. The search is for {vocabulary.Area(criteria.Area!)!.Name.ToLowerInvariant()}{(result.Passed ? "." : ", which is none of these, nor a part of one, nor has one of these as a part.")}"
            : "You have not said which parts of the body you work with."],
        SearchRule.Accepting => [$"New people: you say “{listing.Accepting.InWords()}”. The search is for “{criteria.Accepting!.Value.InWords()}”."],
        SearchRule.Verified => [result.Passed ? "We have seen proof, and it has not run out." : criteria.Techniques.Count == 0
            ? "We have seen no proof of any of your techniques that has not run out." : "We have seen no proof of these techniques that has not run out."],
        SearchRule.Language => [$"You speak {Names(listing.Languages.Select(l => LanguageNames.Of(l.Code)))}. The search is for {LanguageNames.Of(criteria.Language!)}."],
        SearchRule.Gender => [listing.Gender is { } gender ? $"You say “{gender.InWords()}”. The search is for “{criteria.Gender!.Value.InWords()}”." : $"You say nothing of your gender. The search is for “{criteria.Gender!.Value.InWords()}”."],
        SearchRule.Words => [.. criteria.Words.Select(w => SearchRules.HasWord(listing, w)
                ? $"“{w}” begins a word of your name, headline, techniques, parts of the body or towns."
                : $"“{w}” begins no word of your name, headline, techniques, parts of the body or towns.")
            .Concat(criteria.ProvenTechniques.Select(t => listing.HasProof(t, criteria.Now)
                ? $"Words that only those with proof in {NameOf(t)} are found by: we have seen yours."
                : $"Words that only those with proof in {NameOf(t)} are found by: we have seen none of yours that has not run out."))],
        _ => ways.Count == 0 ? ["You have no place, no home visits and nothing online."] : [.. ways.Select(About)],
    };

    private string About(string technique)
    {
        var name = NameOf(technique);
        var offered = listing.Techniques.FirstOrDefault(t => t.Slug == technique);
        return offered is null ? $"You do not offer {name}."
            : offered.Shows(criteria.Now) ? $"You offer {name}."
            : offered.ProvenUntil is { } until ? $"{name} is not shown: its proof ran out on {Day(until)}."
            : $"{name} is not shown until proof is accepted.";
    }

    private string About(Way way)
    {
        var where = way.Match.By switch { MatchedBy.Clinic => $"Your place in {way.Locality}", MatchedBy.Visit => $"Your visits from {way.Locality}", _ => "Your sessions online" };
        var away = way.Match is { By: MatchedBy.Clinic, Metres: { } metres } ? $", {Radius.Describe(metres, criteria.Unit)} away" : "";
        return way.Barrier switch
        {
            ReachBarrier.None => $"{where}{away}: {(way.Match.By == MatchedBy.Visit ? "they reach the place searched" : "it counts")}.",
            ReachBarrier.Setting => $"{where}: this way of being seen was not asked for.",
            ReachBarrier.Needs => $"{where}: {Names(SearchCriteria.NeedWords.Where(n => criteria.Needs.HasFlag(n.Need)).Select(n => n.Need.InWords()))} was asked for, and is not all there.",
            ReachBarrier.Region => $"{where}: it is not in {criteria.Origin!.Name}.",
            ReachBarrier.Distance => $"{where}{away}: too far by {Radius.Describe(way.Match.Metres!.Value - criteria.Within!.Value.Metres, criteria.Unit)}.",
            _ => $"{where}: they do not reach {criteria.Origin!.Name}.",
        };
    }

    /// <summary>" since Monday"; with the date when it is a week or more ago; nothing where it was not kept.</summary>
    private string Since() => listing.PausedAt is not { } at ? "" : (criteria.Now.Date - at.Date).Days switch
    {
        <= 0 => " since today",
        < DaysOfWeek => $" since {at.DayOfWeek}",
        _ => $" since {Day(at)}",
    };

    private string NameOf(string technique) => vocabulary.Technique(technique)?.Name ?? technique;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string Day(DateTime at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
