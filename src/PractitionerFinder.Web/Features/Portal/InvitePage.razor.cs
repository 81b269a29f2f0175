using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Where the link of an invitation leads: who invites to what, and a press that accepts it.</summary>
public sealed partial class InvitePage
{
    private ReadInvite.Invite? invite;

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "accept", Name = "accepted")]
    private string? Accepted { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadInvite Read { get; set; } = default!;

    [Inject]
    private KeepPeople Keep { get; set; } = default!;

    private string Title => invite is null ? "This invitation cannot be used" : "You are invited";

    private string Shown => Accepted ?? Token ?? "";

    private string Here => PortalUrls.Invite(Shown);

    private bool CanAccept => invite is { IsForReader: true } && Http.User.AccountId() is not null;

    protected override async Task OnInitializedAsync()
    {
        await LookAsync();
    }

    private async Task AcceptAsync()
    {
        if (Http.User.AccountId() is not { } account)
        {
            return;
        }

        var (outcome, listing) = await Keep.AcceptAsync(Shown, account, Http.RequestAborted);
        if (outcome == PeopleOutcome.Done)
        {
            Http.Response.Redirect($"{PortalUrls.People(listing)}?did=joined");
            return;
        }

        await LookAsync();
    }

    private async Task LookAsync() => invite = await Read.RunAsync(Shown, Http.User.AccountId(), Http.RequestAborted);
}
