using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>A technique: what it is, what is said of it, what is known, and where that stands.</summary>
public sealed partial class TechniquePage
{
    private static readonly string Said = LearnPage.TechniqueHeadings[1];
    private static readonly string Known = LearnPage.TechniqueHeadings[2];
    private static readonly string Caution = LearnPage.TechniqueHeadings[4];

    private LearnPage? read;
    private NearbyPeople.Result? people;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadPage Pages { get; set; } = default!;

    protected override async Task OnInitializedAsync() => (read, people) = await Pages.RunAsync(LearnKind.Technique, Slug, Http);
}
