using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>The listings that somebody keeps.</summary>
public sealed partial class HomePage
{
    private IReadOnlyList<ListMyListings.Entry> entries = [];
    private bool isFull;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListMyListings List { get; set; } = default!;

    [Inject]
    private BeginListing Begin { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        entries = await List.RunAsync(Http.User.AccountId()!.Value, Http.RequestAborted);
    }

    private async Task BeginAsync()
    {
        if (await Begin.RunAsync(Http.User.AccountId()!.Value, Http.RequestAborted) is { } id)
        {
            Http.Response.Redirect(PortalUrls.Listing(id));
        }

        isFull = true;
    }

    private static (string Css, string Words) TagOf(ListMyListings.Entry entry) => entry.Standing switch
    {
        PublicStanding.Shown => ("tag-ok", "Public"),
        PublicStanding.Paused => ("tag-warn", "Paused"),
        PublicStanding.Unknown => entry.IsWaiting ? ("tag-info", "In review") : ("", "Not sent yet"),
        _ => ("tag-warn", "Hidden"),
    };
}
