using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>The code after the password. Who it is for stands in a cookie of a few minutes, which only the right password sets.</summary>
public sealed partial class SecondStepPage
{
    private readonly FormErrors errors = new();

    [SupplyParameterFromQuery(Name = AccountUrls.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "remember")]
    public bool Remember { get; set; }

    [SupplyParameterFromQuery(Name = "recovery")]
    public bool IsRecovery { get; set; }

    [SupplyParameterFromForm]
    public string? Code { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = default!;

    private string Destination => LocalAddress.Or(ReturnUrl, PortalUrls.Home);

    protected override async Task OnInitializedAsync()
    {
        if (await SignIn.GetTwoFactorAuthenticationUserAsync() is not { } account || !await SignIn.CanSignInAsync(account))
        {
            Http.Response.Redirect(AccountUrls.SignIn);
        }
    }

    private async Task CheckAsync()
    {
        var code = string.Concat((Code ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (code.Length == 0)
        {
            errors.Add(nameof(Code), IsRecovery ? "Enter a recovery code." : "Enter the code that your app shows now.");
            return;
        }

        var result = IsRecovery
            ? await SignIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant())
            : await SignIn.TwoFactorAuthenticatorSignInAsync(code.Replace("-", "", StringComparison.Ordinal), Remember, rememberClient: false);
        if (result.Succeeded)
        {
            Http.Response.Redirect(Destination);
            return;
        }

        errors.Add(nameof(Code), IsRecovery
            ? "That is none of the codes that are left. Check it letter by letter, or use another."
            : $"That code does not fit. Enter the one that your app shows now. After {AccountsFeature.MostFailures} wrong tries in a row an account rests for 15 minutes.");
    }
}
