using System.Data.Common;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Counting;
using PractitionerFinder.Web.Shared.Enquiries;
using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>A practitioner's public page.</summary>
public sealed partial class ProfilePage
{
    private PublicListing? listing;
    private DateTime now;
    private bool takesEnquiries;
    private int? error;
    private bool isKept;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ViewListing View { get; set; } = default!;

    [Inject]
    private ReadEnquiryDoor EnquiryDoor { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private string Address => Site.Absolute(ListingUrls.Profile(listing!.Slug));

    private string? PhotoAddress => listing!.Photo is { } photo ? Site.Absolute(PhotoUrls.Served(photo.Key)) : null;

    private string Description =>
        $"{(listing!.IsDemo ? "Fictional: " : "")}{listing.Name}. {listing.Headline?.TrimEnd('.') ?? "Techniques, places and hours"}. Each fact with its date, and proof where it was seen.";

    protected override async Task OnInitializedAsync()
    {
        switch (await View.RunAsync(Slug, Http.RequestAborted))
        {
            case ViewListing.Result.Shown shown:
                (listing, now, isKept) = (shown.Listing, shown.Now, shown.IsKept);
                takesEnquiries = !listing.IsPaused && await TakesEnquiriesAsync();
                Shown.SayProfile(Http, listing.Slug);
                break;
            case ViewListing.Result.Moved moved:
                Http.Response.Redirect(ListingUrls.Profile(moved.Slug), permanent: true);
                break;
            case ViewListing.Result.Gone:
                Answer(StatusCodes.Status410Gone);
                break;
            default:
                Answer(StatusCodes.Status404NotFound);
                break;
        }
    }

    /// <summary>While the database is away a profile that was looked at lately is shown all the same, without what would need it.</summary>
    private async Task<bool> TakesEnquiriesAsync()
    {
        try
        {
            return (await EnquiryDoor.RunAsync(listing!.Slug, Http.RequestAborted)).IsOpen;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private void Answer(int status)
    {
        error = status;
        Http.Response.StatusCode = status;
    }
}
