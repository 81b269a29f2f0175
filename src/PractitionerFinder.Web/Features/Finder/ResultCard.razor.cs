using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Parts;
namespace PractitionerFinder.Web.Features.Finder;

/// <summary>A row of the results: how far, who, what they offer and how sure that is.</summary>
public sealed partial class ResultCard
{
    // More would bury the next person.
    private const int MostTechniques = 5;
    private const int MostOtherPlaces = 2;

    [Parameter, EditorRequired]
    public Card Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public SearchCriteria Criteria { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private (string? Before, string Number, string? After) Distance { get; set; }

    /// <summary>Those wanted, those with proof, then the rest, each in the practitioner's order.</summary>
    private IReadOnlyList<ListingCard.Technique> Techniques { get; set; } = [];

    private string? Overdue => Card.Listing.Overdue is { } fact
        ? $"{SearchSentences.Unconfirmed(fact.Fact)} not confirmed for {TimeAgo.Span((Criteria.Now.Date - fact.At.Date).Days)}. Check before you travel"
        : null;

    private IEnumerable<(MarkupString Icon, string Words)> Ways
    {
        get
        {
            var here = Card.Place is { } found ? Card.Listing.Places.Where(l => l.Key == found.Key).Concat(Others) : Others;
            var places = here.ToList();
            for (var i = 0; i < Math.Min(places.Count, 1 + MostOtherPlaces); i++)
            {
                yield return (places[i].Setting == LocationSetting.TheirHome ? Icon.Home : Icon.Clinic, SearchSentences.Place(places[i], isFirst: i == 0 && Card.Place is not null, Criteria));
            }

            if (Card.Listing.VisitAreas.Count > 0)
            {
                yield return (Icon.Door, Setting.Visit.InWords());
            }

            if (Card.Listing.OffersOnline)
            {
                yield return (Icon.Online, Setting.Online.InWords());
            }
        }
    }

    /// <summary>The places it was not found by, the nearest first.</summary>
    private IEnumerable<CardFacts.Place> Others
    {
        get
        {
            var others = Card.Listing.Places.Where(l => Card.Place is not { } found || l.Key != found.Key);
            return Criteria.Origin is { } origin ? others.OrderBy(l => GreatCircle.Metres(origin.Point, l.Point)) : others;
        }
    }

    protected override void OnParametersSet()
    {
        Distance = SearchSentences.Gutter(Card, Criteria);
        Techniques = [.. Card.Listing.Techniques.OrderBy(t => IsWanted(t) ? 0 : t.IsProven ? 1 : 2).Take(MostTechniques)];
    }

    private bool IsWanted(ListingCard.Technique technique) => Criteria.Techniques.Contains(technique.Slug);

    private string CssOf(ListingCard.Technique technique) =>
        "technique" + (technique.IsProven ? " proven" : "") + (IsWanted(technique) ? " wanted" : "");
}
