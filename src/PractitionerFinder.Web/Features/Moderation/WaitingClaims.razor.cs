using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Claims among what waits for staff.</summary>
public sealed partial class WaitingClaims
{
    private ListClaims.Waiting waiting = new([], 0);

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListClaims List { get; set; } = default!;

    protected override async Task OnInitializedAsync() => waiting = await List.RunAsync(Http.RequestAborted);
}
