using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Shared.Counting;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The finder: a form, and what the search of the address found. It is complete in the first response.</summary>
public sealed partial class FindPage
{
    private const int MostExplained = 2;

    private IReadOnlyList<FilterChip> chips = [];
    private ResultCard drawing = default!;
    private ResultPlaces places = default!;

    [Inject]
    private SearchSentences Sentences { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private LandingPlaces Landings { get; set; } = default!;

    [Inject]
    private Gazetteer Gazetteer { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    /// <summary>With every filter: the form says which of them are not kept.</summary>
    private string AlertAddress => $"{AlertUrls.Asking}?{Criteria.CanonicalQuery(withPaging: false)}";

    private string Title => Result.PlaceIsUnknown ? $"We do not know “{Criteria.Near}”" : Result.Answer is null ? "Find someone" : Sentences.Subject(Criteria);

    private string Description => Result.Answer is { } answer
        ? $"{SearchSentences.Total(Criteria, answer.Total)}{(Criteria.Techniques.Count == 1 ? $" for {Vocabulary.Technique(Criteria.Techniques[0])!.Name}" : "")}. Distance, proof of training and the dates of every fact stand beside each name."
        : "Search practitioners of hands-on techniques by technique, town or postcode, and distance, with proof of training and the dates of every fact.";

    private string Canonical => Site.Absolute(Landing() ?? FinderUrls.Results(Criteria with { AskedSeed = null }));

    /// <summary>A technique in a town with enough people has a page for indexes, which says the same and more.</summary>
    private string? Landing() =>
        Criteria is { Techniques: [var technique], Near: not null } && Result.Place is PlaceAnswer.Found { Place: { Kind: PlaceKind.City or PlaceKind.Locality or PlaceKind.County or PlaceKind.Region } place }
        && Criteria.CanonicalQuery() == (new SearchCriteria { Near = Criteria.Near, Country = Criteria.Country, Techniques = Criteria.Techniques }).CanonicalQuery()
        && !Landings.IsThin(technique, place)
            ? FinderUrls.Landing(technique, place.Country, Gazetteer.SlugOf(place))
            : null;

    /// <summary>An index has use for the finder itself and for places and techniques where there is somebody, not for every filter and page of them.</summary>
    private bool IsForIndexes => !Result.PlaceIsUnknown
        && Result.Problems.Count == 0
        && Result.Answer is null or { Total: > 0 }
        && Criteria.Techniques.Count <= 1
        && Criteria.CanonicalQuery() == (new SearchCriteria { Near = Criteria.Near, Techniques = Criteria.Techniques }).CanonicalQuery();

    private IEnumerable<(SearchSort Sort, string Words)> Sorts =>
        [(SearchSort.Distance, Criteria.Origin is null ? "Shuffled fairly" : "Nearest first"), (SearchSort.Confirmed, "Recently confirmed first")];

    // Of many techniques the names say enough, and the list should not be pushed off the screen.
    private IEnumerable<Technique> Explained => Criteria.Techniques.Count <= MostExplained ? Criteria.Techniques.Select(Vocabulary.Technique).OfType<Technique>() : [];

    private IReadOnlyList<string> PlaceSentences => [.. SearchSentences.AboutPlace(Criteria, Result.Place)];

    protected override void OnInitialized()
    {
        chips = FilterChip.Of(Criteria, Vocabulary);
        drawing = new ResultCard(Criteria, Vocabulary);
        places = new ResultPlaces(Result, Gazetteer);
        Shown.Say(Http, Result, Gazetteer);
    }

    /// <summary>The seed goes along, so that the pages of a search stay whole over midnight.</summary>
    private string PageAddress(int page) => FinderUrls.Results(Criteria with { Page = page, AskedSeed = Criteria.Seed });
}
