using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Where the link of the first mail leads. Opening it changes nothing, because programs that look for harm in mails open it too; and
/// it takes the password, so that nobody confirms an account that somebody else made with their address.
/// </summary>
public sealed partial class ConfirmPage
{
    private readonly FormErrors errors = new();

    [SupplyParameterFromQuery(Name = "account")]
    public long AccountId { get; set; }

    [SupplyParameterFromQuery(Name = "token")]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = AccountUrls.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private UserManager<Account> Accounts { get; set; } = default!;

    [Inject]
    private CheckPassword Check { get; set; } = default!;

    private string Destination => LocalAddress.Or(ReturnUrl, PortalUrls.Home);

    private async Task ConfirmAsync()
    {
        var password = Password ?? "";
        var account = await Accounts.FindByIdAsync(AccountId.ToString(CultureInfo.InvariantCulture));
        if (account is null || await Accounts.IsLockedOutAsync(account))
        {
            Check.Compare(password);
        }
        else if (!await Accounts.CheckPasswordAsync(account, password))
        {
            await Accounts.AccessFailedAsync(account);
        }
        else if (account.EmailConfirmed || (await Accounts.ConfirmEmailAsync(account, Token ?? "")).Succeeded)
        {
            // Who has confirmed before signs in like everybody, with the second step that they may have set up since.
            var result = await Check.RunAsync(account.Email!, password, isRemembered: false);
            Http.Response.Redirect(result == CheckPassword.Result.SecondStep ? AccountUrls.SecondStepTo(Destination, isRemembered: false) : Destination);
            return;
        }

        errors.Add(nameof(Password), "The password or the link is not right. Check the password, or have the link sent again.");
    }
}
