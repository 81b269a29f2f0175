using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A section of a listing: the page around the part that is alive.</summary>
public sealed partial class SectionPage
{
    // Drawn at once on the server, so that the first look is the form; the connection takes it over.
    private static readonly InteractiveServerRenderMode Live = new(prerender: true);

    private FormSection? found;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public string Section { get; set; } = "";

    [SupplyParameterFromQuery(Name = "faults")]
    private int Faults { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListMyListings Mine { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (await Mine.RoleAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted) is not null)
        {
            found = ListingForm.Find(Section);
        }

        if (found is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
