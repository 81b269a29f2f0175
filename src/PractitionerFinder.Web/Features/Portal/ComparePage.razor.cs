using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Two states of a listing side by side.</summary>
public sealed partial class ComparePage
{
    private Revision? older;
    private Revision? newer;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public int From { get; set; }

    [Parameter]
    public int To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private int? PublicRevision { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var book = await Read.RunAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted);
        PublicRevision = book?.Listing.PublicRevision;
        older = book?.Listing.Revisions.FirstOrDefault(r => r.Number == From);
        newer = book?.Listing.Revisions.FirstOrDefault(r => r.Number == To);
        if (older is null || newer is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
