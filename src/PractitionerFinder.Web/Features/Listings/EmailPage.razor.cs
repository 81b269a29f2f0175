using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Counting;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>
/// The e-mail address of a practitioner, in answer to a press on their profile. It takes no antiforgery token: the press
/// changes nothing, and the profile that it stands on is the same for everybody.
/// </summary>
public sealed partial class EmailPage
{
    private RevealEmail.Result.Given? given;
    private int? error;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private RevealEmail Reveal { get; set; } = default!;

    protected override void OnInitialized()
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsPost(Http.Request.Method))
        {
            // Somebody comes by the address, or back to it: the press is on the profile.
            Http.Response.Redirect(ListingUrls.Profile(Slug));
        }
    }

    private async Task RevealAsync()
    {
        switch (await Reveal.RunAsync(Slug, Http.RequestAborted))
        {
            case RevealEmail.Result.Given found:
                given = found;
                Shown.SayContact(Http, found.Listing.Slug);
                break;
            case RevealEmail.Result.Moved moved:
                Http.Response.Redirect(ListingUrls.Profile(moved.Slug));
                break;
            case RevealEmail.Result.Gone:
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
