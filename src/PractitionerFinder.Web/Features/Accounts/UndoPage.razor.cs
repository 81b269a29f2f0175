using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Where the link of a mail, and every sign-in of an account that is to be erased, leads. Opening it changes nothing; the press does.</summary>
public sealed partial class UndoPage
{
    private UndoDeletion.Leaving? leaving;

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "undo", Name = "token")]
    private string? Sent { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private UndoDeletion Undo { get; set; } = default!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = default!;

    [Inject]
    private UserManager<Account> Accounts { get; set; } = default!;

    private string? Shown => Sent ?? Token;

    protected override async Task OnInitializedAsync()
    {
        leaving = await Undo.FindAsync(Shown, Http.User.AccountId(), Http.RequestAborted);
        if (leaving is null && Shown is null && Http.User.Identity?.IsAuthenticated != true)
        {
            Http.Response.Redirect(AccountUrls.SignIn);
        }
    }

    private async Task KeepAsync()
    {
        if (leaving is not { } found || !await Undo.RunAsync(found.Account, Http.RequestAborted))
        {
            leaving = null;
            return;
        }

        // The mail may be read on another device, where nobody or somebody else is signed in.
        if (Http.User.AccountId() == found.Account && await Accounts.FindByIdAsync(found.Account.ToString(CultureInfo.InvariantCulture)) is { } account)
        {
            await SignIn.RefreshSignInAsync(account);
            Http.Response.Redirect(AccountUrls.Done(AccountUrls.Overview, "kept"));
            return;
        }

        Http.Response.Redirect(AccountUrls.Done(AccountUrls.SignIn, "kept"));
    }
}
