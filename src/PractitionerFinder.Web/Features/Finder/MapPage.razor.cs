using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The map of a search on a page of its own, with the same people in short rows: whatever the map does, they do too.</summary>
public sealed partial class MapPage
{
    private const string List = "list";

    private ResultPlaces places = default!;

    [Inject]
    private Gazetteer Gazetteer { get; set; } = default!;

    private string Title => Result.PlaceIsUnknown ? $"We do not know “{Criteria.Near}”"
        : Result.Answer is { } answer ? SearchSentences.Total(Criteria, answer.Total)
        : "Nothing was searched yet";

    private IReadOnlyList<Card> list = [];

    private int First => Result.Cards.Count > 0 ? (Criteria.Page - 1) * Criteria.PageSize + 1 : 1;

    protected override void OnInitialized()
    {
        places = new ResultPlaces(Result, Gazetteer);
        list = Result.Cards.Count > 0 ? Result.Cards : Result.Beyond;
    }

    private MarkupString? Number(Card card)
    {
        if (places.NumberOf(card) is not { } number)
        {
            return null;
        }

        using var html = new HtmlWriter();
        ResultCard.WriteNumber(html, card, number);
        return html.ToMarkup();
    }

    private string? Place(Card card) => card.Place is { } place ? SearchSentences.Place(place, isFirst: true, Criteria) : null;

    /// <summary>The seed goes along, so that the pages of a search stay whole over midnight.</summary>
    private string PageAddress(int page) => FinderUrls.MapOf(Criteria with { Page = page, AskedSeed = Criteria.Seed });
}
