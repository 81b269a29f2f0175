using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Says what deleting a listing does, does it for an owner who knows their password, and takes it back.</summary>
public sealed partial class DeletePage
{
    private readonly FormErrors errors = new();
    private DeleteListing.Look? look;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromForm(FormName = "delete")]
    private string? Password { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private DeleteListing Delete { get; set; } = default!;

    [Inject]
    private UserManager<Account> Accounts { get; set; } = default!;

    private long Account => Http.User.AccountId()!.Value;

    protected override async Task OnInitializedAsync()
    {
        look = await Delete.LookAsync(Id, Account, Http.RequestAborted);
        if (look is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task DeleteAsync()
    {
        if (string.IsNullOrEmpty(Password))
        {
            errors.Add(nameof(Password), "Enter your password.");
        }
        else if (await Accounts.GetUserAsync(Http.User) is not { } me || !await Accounts.CheckPasswordAsync(me, Password))
        {
            errors.Add(nameof(Password), "That is not your password.");
        }
        else
        {
            Leave(await Delete.AskAsync(Id, Account, Http.RequestAborted), "deleting");
        }
    }

    private async Task KeepAsync() => Leave(await Delete.TakeBackAsync(Id, Account, Http.RequestAborted), "kept");

    private void Leave(PeopleOutcome outcome, string did) => Http.Response.Redirect(
        $"{PortalUrls.Listing(Id)}?did={(outcome == PeopleOutcome.Done ? did : outcome == PeopleOutcome.Already ? "already" : "refused")}");
}
