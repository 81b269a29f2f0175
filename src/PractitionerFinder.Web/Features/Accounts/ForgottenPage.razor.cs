using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Sends a link to set a new password to an address that has an account, and tells nobody whether it has.</summary>
public sealed partial class ForgottenPage
{
    private readonly FormErrors errors = new();
    private string? sentTo;

    [SupplyParameterFromForm]
    public string? Email { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private UserManager<Account> Accounts { get; set; } = default!;

    [Inject]
    private AccountMails Mails { get; set; } = default!;

    private async Task SendAsync()
    {
        var email = AccountFields.ReadEmail(Email, errors);
        if (errors.Any)
        {
            return;
        }

        // An address that is not confirmed is confirmed by following this link: it shows the same.
        if (await Accounts.FindByEmailAsync(email) is { IsDemo: false } account)
        {
            await Mails.ResetAsync(account, await Accounts.GeneratePasswordResetTokenAsync(account), Http.RequestAborted);
        }

        sentTo = email;
    }
}
