using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Sends the link that confirms an address again.</summary>
public sealed partial class ResendPage
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

        switch (await Accounts.FindByEmailAsync(email))
        {
            case null:
                break;
            case { EmailConfirmed: true } known:
                await Mails.KnownAsync(known, Http.RequestAborted);
                break;
            case var waiting:
                await Mails.ConfirmAsync(waiting, await Accounts.GenerateEmailConfirmationTokenAsync(waiting), null, Http.RequestAborted);
                break;
        }

        sentTo = email;
    }
}
