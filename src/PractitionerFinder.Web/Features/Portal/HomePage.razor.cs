using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>The listings that somebody keeps.</summary>
public sealed partial class HomePage
{
    /// <summary>More than these are looked through by a filter.</summary>
    private const int FilterFrom = 8;

    private IReadOnlyList<ListMyListings.Entry> entries = [];
    private IReadOnlyList<ListMyListings.Entry> shown = [];
    private IReadOnlyList<ReadInvite.Invite> invites = [];
    private bool isFull;
    private bool hasNewTexts;

    [SupplyParameterFromQuery(Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListMyListings List { get; set; } = default!;

    [Inject]
    private BeginListing Begin { get; set; } = default!;

    [Inject]
    private ReadInvite Invites { get; set; } = default!;

    [Inject]
    private KeepConsents Consents { get; set; } = default!;

    private string Wanted => Name?.Trim() ?? "";

    protected override async Task OnInitializedAsync()
    {
        var account = Http.User.AccountId()!.Value;
        entries = await List.RunAsync(account, Http.RequestAborted);
        shown = [.. entries.Where(e => e.Name.Contains(Wanted, StringComparison.OrdinalIgnoreCase))];
        invites = await Invites.OfAsync(account, Http.RequestAborted);
        hasNewTexts = (await Consents.MissingAsync(account, Http.RequestAborted)).Count > 0;
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
        _ when entry.ErasedFrom is not null => ("tag-warn", "To be deleted"),
        PublicStanding.Shown => ("tag-ok", "Public"),
        PublicStanding.Paused => ("tag-warn", "Paused"),
        PublicStanding.Unknown => entry.IsWaiting ? ("tag-info", "In review") : ("", "Not sent yet"),
        _ => ("tag-warn", "Hidden"),
    };
}
