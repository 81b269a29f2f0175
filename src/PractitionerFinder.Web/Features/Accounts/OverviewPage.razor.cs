using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What there is to an account, and where to change it.</summary>
public sealed partial class OverviewPage
{
    private int passkeys;
    private int codes;
    private IReadOnlyList<ConsentText> changed = [];

    /// <summary>What was done just before, by its word in the address.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [Inject]
    private KeepConsents Consents { get; set; } = default!;

    private string CodesLeft => codes == 1 ? "1 recovery code is" : $"{codes} recovery codes are";

    private string? DoneWords => Done switch
    {
        "name" => "Your name has changed.",
        "password" => "Your password has changed. Every other sign-in with your account ends within a minute.",
        "email" => "Your e-mail address has changed. We have told both addresses.",
        "kept" => "Your account stays.",
        "agreed" => "Thank you. We have written down that you agree.",
        "second-step-off" => "The second step is off. Your password is enough to sign in.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        passkeys = (await Accounts.GetPasskeysAsync(Me)).Count;
        codes = await Accounts.CountRecoveryCodesAsync(Me);
        changed = await Consents.MissingAsync(Me.Id, Http.RequestAborted);
    }

    private async Task AgreeAsync()
    {
        await Consents.AgreeAsync(Me.Id, Http.RequestAborted);
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.Overview, "agreed"));
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
