using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Features.Learn.Parts;

/// <summary>The signs that need more than a practitioner, in three levels of urgency: those of the page's parts of the body, then those of any.</summary>
public sealed partial class CareCards
{
    private const string Now = "care-now";

    [Parameter, EditorRequired]
    public LearnPage Page { get; set; } = default!;

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private IEnumerable<(string Kind, string Heading, IReadOnlyList<string> Signs)> Cards =>
        new[]
        {
            (Now, "Get emergency help now if you have", Signs(Urgency.Emergency)),
            ("care-urgent", "Ask a doctor or urgent care line today about", Signs(Urgency.Urgent)),
            ("care-soon", "See a doctor soon about", Signs(Urgency.Soon)),
        }.Where(card => card.Item3.Count > 0);

    private IReadOnlyList<string> Signs(Urgency urgency) =>
        [.. Shelf.Current.SignsOf(Page.Areas, Page.Techniques, Vocabulary).Where(f => f.Urgency == urgency).Select(f => f.Symptom)];
}
