using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What waits for staff.</summary>
public sealed partial class DeskPage
{
    private const int MostShown = 50;

    private static readonly Dictionary<string, string> Notices = new()
    {
        ["approved"] = "Approved. It is public now, and those who keep the listing were told.",
        ["sent-back"] = "Sent back. Those who keep the listing were told what to change.",
        ["refused"] = "Refused. Those who keep the listing were told why.",
        ["added"] = "Added and public. Nobody keeps this listing yet.",
    };

    private IReadOnlyList<ListWaiting.Entry> entries = [];
    private IReadOnlyList<ListWaiting.Found>? found;
    private string? told;

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromQuery(Name = "named")]
    private string? Named { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListWaiting List { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        told = Did is not null ? Notices.GetValueOrDefault(Did) : null;
        entries = await List.RunAsync(Http.RequestAborted);
        found = string.IsNullOrWhiteSpace(Named) ? null : await List.FindAsync(Named, Http.RequestAborted);
    }
}
