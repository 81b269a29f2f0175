using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Learn.Parts;

/// <summary>The nearest people for what a page is about, or, until a place is known, the field for it.</summary>
public sealed partial class LearnPeople
{
    private const int MostGuesses = 3;

    [Parameter, EditorRequired]
    public LearnPage Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public NearbyPeople.Result? Nearby { get; set; }

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private IReadOnlyList<(string, string)> Choices => [.. Page.Techniques.Select(t => (t, Vocabulary.Technique(t)!.Name))];

    private bool IsUnknown => Nearby is { IsAsked: true, IsPlaced: false };

    private string Summary
    {
        get
        {
            var within = Nearby!.Criteria.Within is { } radius ? $"within {radius.InWords()}" : "there";
            var offer = Nearby.Technique is null ? "" : Nearby.Total == 1 ? " offers this" : " offer this";
            return Nearby.Total == 0
                ? $"Nobody {within}{(offer.Length > 0 ? " offers this" : "")} yet."
                : $"{SearchSentences.People(Nearby.Total)} {within}{offer}.";
        }
    }

    private string AddressAt(string place) =>
        $"{Page.Address}?near={Uri.EscapeDataString(place)}{(Page.Kind != LearnKind.Technique && Nearby?.Technique is { } technique ? $"&technique={technique}" : "")}#people";
}
