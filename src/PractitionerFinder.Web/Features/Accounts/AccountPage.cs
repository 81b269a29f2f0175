using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>A page about the account of whoever asks.</summary>
public abstract class AccountPage : ComponentBase
{
    protected FormErrors Errors { get; } = new();

    /// <summary>The account of whoever asks.</summary>
    protected Account Me { get; private set; } = default!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [Inject]
    protected UserManager<Account> Accounts { get; set; } = default!;

    [Inject]
    protected AccountSignIn SignIn { get; set; } = default!;

    [Inject]
    protected AccountMails Mails { get; set; } = default!;

    /// <summary>Reads the account before anything is drawn: a component that waits later is drawn without what it waits for.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Me = await Accounts.GetUserAsync(Http.User)
            ?? throw new InvalidOperationException("Somebody is signed in with an account that is not there. Their sign-in ends by itself.");
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Checks the password of a form that only its owner may send, whoever sits at the device.</summary>
    protected async Task CheckPasswordAsync(string field, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            Errors.Add(field, "Enter your password.");
        }
        else if (!await Accounts.CheckPasswordAsync(Me, password))
        {
            Errors.Add(field, "That is not your password.");
        }
    }

    /// <summary>Ends every other sign-in by the change just made, keeps this one, and goes back to the account.</summary>
    protected async Task FinishAsync(string done)
    {
        await SignIn.RefreshSignInAsync(Me);
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.Overview, done));
    }
}
