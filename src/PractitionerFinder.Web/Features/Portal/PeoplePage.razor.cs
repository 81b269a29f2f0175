using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Who keeps a listing, who is invited to, and what its owners can do about both.</summary>
public sealed partial class PeoplePage
{
    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["invited"] = (true, "The invitation is on its way. It is listed here until it is accepted."),
        ["uninvited"] = (true, "The invitation is taken back. Its link leads nowhere now."),
        ["changed"] = (true, "Done. We have told them by e-mail."),
        ["removed"] = (true, "They no longer keep this listing. We have told them by e-mail."),
        ["handed-over"] = (true, "The listing is handed over. You are an editor of it now."),
        ["joined"] = (true, "Welcome. You keep this listing now."),
        [nameof(PeopleOutcome.Already)] = (true, "That was so already; nothing is done twice."),
        [nameof(PeopleOutcome.NotAllowed)] = (false, "You may not do that with this listing. Its owner can."),
        [nameof(PeopleOutcome.LastOwner)] = (false, "A listing needs an owner, so the last one can neither leave nor become an editor. Hand it over first."),
        [nameof(PeopleOutcome.TooManyOpen)] = (false, $"There are {ListingInvite.MostOpen} open invitations, which is as many as there may be. Take one back first."),
        [nameof(PeopleOutcome.TooManyToday)] = (false, "That is as many invitations as one listing may send in a day. Try again tomorrow."),
    };

    private readonly FormErrors errors = new();
    private ReadPeople.Result? list;
    private (bool IsGood, string Words)? notice;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromForm(FormName = "acts", Name = "act")]
    private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "invite")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "invite")]
    private InvitedAs As { get; set; }

    [SupplyParameterFromForm(FormName = "hand-over")]
    private string? To { get; set; }

    [SupplyParameterFromForm(FormName = "hand-over")]
    private string? NewOwner { get; set; }

    [SupplyParameterFromForm(FormName = "hand-over")]
    private string? Then { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadPeople Read { get; set; } = default!;

    [Inject]
    private KeepPeople Keep { get; set; } = default!;

    private bool IsOwner => list!.Reader.Role == MemberRole.Owner;

    /// <summary>A form must be there to be answered, also when whoever sends it was an owner only until a moment ago.</summary>
    private bool ShowsOwnersForms => IsOwner || HttpMethods.IsPost(Http.Request.Method);

    private IReadOnlyList<(string, string)> Heirs =>
    [
        ("", "Somebody else, by e-mail"),
        .. list!.People.Where(p => !p.IsReader).Select(p => (p.Account.ToString(CultureInfo.InvariantCulture), $"{p.Name}, {p.Role.InWords()}")),
    ];

    private long Account => Http.User.AccountId()!.Value;

    private CancellationToken Cancel => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        list = await Read.RunAsync(Id, Account, Cancel);
        if (list is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
    }

    private async Task ActAsync()
    {
        var (act, whom) = Act?.Split('-') is [var verb, var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (verb, number) : ("", 0);
        switch (act)
        {
            case "owner":
                Answer(await Keep.GiveRoleAsync(Id, Account, whom, MemberRole.Owner, Cancel), "changed");
                break;
            case "editor":
                Answer(await Keep.GiveRoleAsync(Id, Account, whom, MemberRole.Editor, Cancel), "changed");
                break;
            case "remove":
                Answer(await Keep.RemoveAsync(Id, Account, whom, Cancel), "removed", whom == Account ? "left" : null);
                break;
            case "uninvite":
                Answer(await Keep.UninviteAsync(Id, Account, whom, Cancel), "uninvited");
                break;
        }
    }

    private Task InviteAsync() => SendAsync(nameof(Email), Email, As == InvitedAs.CoOwner ? InvitedAs.CoOwner : InvitedAs.Editor);

    private async Task HandOverAsync()
    {
        var leaves = Then == "leave";
        if (!long.TryParse(To, NumberStyles.None, CultureInfo.InvariantCulture, out var whom))
        {
            await SendAsync(nameof(NewOwner), NewOwner, leaves ? InvitedAs.SuccessorOfLeaver : InvitedAs.Successor);
        }
        else if (!string.IsNullOrWhiteSpace(NewOwner))
        {
            errors.Add(nameof(NewOwner), "Choose somebody from the list or enter an e-mail address, and not both.");
        }
        else
        {
            Answer(await Keep.HandOverAsync(Id, Account, whom, leaves, Cancel), "handed-over", leaves ? "left" : null);
        }
    }

    private async Task SendAsync(string field, string? typed, InvitedAs role)
    {
        if (!IsOwner)
        {
            Answer(PeopleOutcome.NotAllowed, "");
            return;
        }

        if (EmailAddress.Read(typed) is not { } address)
        {
            errors.Add(field, "Enter an e-mail address, such as name@practice.example.");
            return;
        }

        switch (await Keep.InviteAsync(Id, Account, address, role, Cancel))
        {
            case PeopleOutcome.TakesPart:
                errors.Add(field, "Somebody with this address keeps the listing already. You find them in the list above.");
                break;
            case PeopleOutcome.IsInvited:
                errors.Add(field, "An invitation to this address is open, and nothing was sent again. Take it back to send another.");
                break;
            case var outcome:
                Answer(outcome, "invited");
                break;
        }
    }

    /// <summary>What was done is told on a page of its own; on the list of one's listings when this one is no longer among them.</summary>
    private void Answer(PeopleOutcome outcome, string done, string? gone = null)
    {
        var did = outcome == PeopleOutcome.Done ? done : outcome.ToString();
        Http.Response.Redirect(outcome == PeopleOutcome.Done && gone is not null ? $"{PortalUrls.Home}?did={gone}" : $"{PortalUrls.People(Id)}?did={did}");
    }
}
