using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A revision as the public would see it, to staff.</summary>
public sealed partial class ReviewPreviewPage
{
    private PublicListing? listing;
    private DateTime now;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public int Number { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadReview Read { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (await Read.RunAsync(Id, Number, Http.User.AccountId()!.Value, Http.RequestAborted) is not { } review)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        now = review.Now;
        listing = PublicListing.Of(review.Listing.With(review.Revision.Content, Words, now), Words, now);
    }
}
