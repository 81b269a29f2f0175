using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Parts;
using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>A practitioner's public page.</summary>
public sealed partial class ProfilePage
{
    private PublicListing? listing;
    private DateTime now;
    private int? error;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ViewListing View { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private string Address => Site.Absolute(ListingUrls.Profile(listing!.Slug));

    private string? PhotoAddress => listing!.Photo is { } photo ? Site.Absolute(PhotoUrls.Served(photo.Key)) : null;

    private string Description =>
        $"{(listing!.IsDemo ? "Fictional: " : "")}{listing.Name}. {listing.Headline?.TrimEnd('.') ?? "Techniques, places and hours"}. Each fact with its date, and proof where it was seen.";

    /// <summary>How they can be seen, whether they take people on, and who they are.</summary>
    private IEnumerable<(MarkupString Icon, string Words)> Ways =>
    [
        .. listing!.Locations.Select(l => (l.Setting == LocationSetting.TheirHome ? Icon.Home : Icon.Clinic, ProfileSentences.Describe(l))).Distinct(),
        .. listing.VisitAreas.Select(v => (Icon.Door, $"Visits you, from {v.Locality}")),
        .. listing.Online is null ? Array.Empty<(MarkupString, string)>() : [(Icon.Online, Setting.Online.InWords())],
        .. listing.IsPaused ? Array.Empty<(MarkupString, string)>() : [(AcceptingIcon, listing.Accepting.InWords())],
        .. listing.Gender is { } gender ? [(Icon.Person, gender.InWords())] : Array.Empty<(MarkupString, string)>(),
    ];

    private MarkupString AcceptingIcon => listing!.Accepting switch
    {
        Accepting.Yes => Icon.Confirmed,
        Accepting.Waiting => Icon.Clock,
        _ => Icon.Info,
    };

    protected override async Task OnInitializedAsync()
    {
        switch (await View.RunAsync(Slug, Http.RequestAborted))
        {
            case ViewListing.Result.Shown shown:
                (listing, now) = (shown.Listing, shown.Now);
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

    private void Answer(int status)
    {
        error = status;
        Http.Response.StatusCode = status;
    }
}
