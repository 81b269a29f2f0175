using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>A condition, an article or something to do by oneself.</summary>
public sealed partial class TextPage
{
    private LearnPage? read;
    private NearbyPeople.Result? people;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadPage Pages { get; set; } = default!;

    protected override async Task OnInitializedAsync() => (read, people) = await Pages.RunAsync(LearnKinds.Of(Http.Request.Path), Slug, Http);
}
