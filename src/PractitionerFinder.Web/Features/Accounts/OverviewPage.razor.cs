using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What there is to an account, and where to change it.</summary>
public sealed partial class OverviewPage
{
    private int passkeys;
    private int codes;

    /// <summary>What was done just before, by its word in the address.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    private string CodesLeft => codes == 1 ? "1 recovery code is" : $"{codes} recovery codes are";

    private string? DoneWords => Done switch
    {
        "name" => "Your name has changed.",
        "password" => "Your password has changed. Every other sign-in with your account ends within a minute.",
        "email" => "Your e-mail address has changed. We have told both addresses.",
        "second-step-off" => "The second step is off. Your password is enough to sign in.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        passkeys = (await Accounts.GetPasskeysAsync(Me)).Count;
        codes = await Accounts.CountRecoveryCodesAsync(Me);
    }

    private async Task SignOutAsync()
    {
        await SignIn.SignOutAsync();
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.SignIn, "out"));
    }

    private async Task SignOutEverywhereAsync()
    {
        await Accounts.UpdateSecurityStampAsync(Me);
        await SignIn.SignOutAsync();
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.SignIn, "everywhere"));
    }
}
