using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn.Parts;

/// <summary>The nearest people for what a page is about, or, until a place is known, the field for it.</summary>
public sealed partial class LearnPeople
{
    private const int MostGuesses = 3;
    private const int MostCountries = 4;

    [Parameter, EditorRequired]
    public LearnPage Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public NearbyPeople.Result? Nearby { get; set; }

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private CountByCountry Counts { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private IReadOnlyList<(string, string)> Choices => [.. Page.Techniques.Select(t => (t, Vocabulary.Technique(t)!.Name))];

    private bool IsUnknown => Nearby is { IsAsked: true, IsPlaced: false };

    private string Summary
    {
        get
        {
            var within = Nearby!.Criteria.Within is { } radius ? $"within {radius.InWords()}" : "there";
            return Nearby.Total == 0 ? $"Nobody {within} {(IsForAll ? "is listed" : OffersThis(1))} yet." : $"{SearchSentences.People(Nearby.Total)} {within}{(IsForAll ? "" : " " + OffersThis(Nearby.Total))}.";
        }
    }

    /// <summary>Whether anybody counts: the page is about no technique and no part of the body.</summary>
    private bool IsForAll => Nearby?.Technique is null && NearbyPeople.AreaOf(Page) is null;

    private IReadOnlyList<CountByCountry.Row> Countries => Counts.Of(Page.Kind == LearnKind.Technique ? Page.Techniques : [], NearbyPeople.AreaOf(Page));

    private string OffersThis(int people) => Page.Kind == LearnKind.Technique ? (people == 1 ? "offers this" : "offer this")
        : NearbyPeople.AreaOf(Page) is null ? (people == 1 ? "offers it" : "offer it")
        : people == 1 ? "works with this part of the body" : "work with this part of the body";

    private string AddressAt(string place) =>
        $"{Page.Address}?near={Uri.EscapeDataString(place)}{(Page.Kind != LearnKind.Technique && Nearby?.Technique is { } technique ? $"&technique={technique}" : "")}#people";
}
