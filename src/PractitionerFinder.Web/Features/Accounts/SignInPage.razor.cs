using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Signs in, by password or by passkey, and leads on to where somebody wanted to go.</summary>
public sealed partial class SignInPage
{
    private readonly FormErrors errors = new();

    [SupplyParameterFromQuery(Name = AccountUrls.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was done just before, by its word in the address.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public bool Remember { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    public string? Credential { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private CheckPassword Check { get; set; } = default!;

    [Inject]
    private CheckPasskey Passkey { get; set; } = default!;

    private string Destination => LocalAddress.Or(ReturnUrl, PortalUrls.Home);

    private string? DoneWords => Done switch
    {
        "out" => "You are signed out.",
        "everywhere" => "You are signed out here, and within a minute everywhere else.",
        "reset" => "Your password is set. Sign in with it.",
        "email" => "Your e-mail address has changed. Sign in with the new one.",
        "leaving" => $"Your account is to be deleted, and you are signed out here, and within a minute everywhere else. For {Erasure.UndoDays} days you can take that back: follow the link in our mail, or sign in.",
        "kept" => "Your account stays. Sign in to go on.",
        _ => null,
    };

    protected override void OnInitialized()
    {
        if (Http.User.Identity?.IsAuthenticated == true && HttpMethods.IsGet(Http.Request.Method))
        {
            Http.Response.Redirect(Destination);
        }
    }

    private async Task SignInAsync()
    {
        var email = (Email ?? "").Trim();
        var password = Password ?? "";
        if (email.Length == 0)
        {
            errors.Add(nameof(Email), "Enter your e-mail address.");
        }

        if (password.Length == 0)
        {
            errors.Add(nameof(Password), "Enter your password.");
        }

        if (errors.Any)
        {
            return;
        }

        switch (await Check.RunAsync(email, password, Remember))
        {
            case CheckPassword.Result.SignedIn:
                Http.Response.Redirect(Destination);
                break;
            case CheckPassword.Result.SecondStep:
                Http.Response.Redirect(AccountUrls.SecondStepTo(Destination, Remember));
                break;
            default:
                errors.Add(nameof(Password), $"That e-mail address and password do not go together, or the account is not confirmed yet. After {AccountsFeature.MostFailures} wrong tries in a row an account rests for 15 minutes.");
                break;
        }
    }

    private async Task SignInByPasskeyAsync()
    {
        if (await Passkey.RunAsync(Credential ?? ""))
        {
            Http.Response.Redirect(Destination);
        }
        else
        {
            errors.Add(nameof(Email), "That passkey does not open an account here. Try another, or sign in with your password.");
        }
    }
}
