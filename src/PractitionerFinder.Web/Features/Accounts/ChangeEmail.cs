using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Gives an account another e-mail address, in two steps: it is asked for, and confirmed from the new address.</summary>
public sealed class ChangeEmail(UserManager<Account> accounts, AccountMails mails, IDataProtectionProvider protection)
{
    // The address travels in the link, where nobody but this site can read it.
    private readonly IDataProtector seal = protection.CreateProtector("PractitionerFinder.NewEmail");

    public async Task AskAsync(Account account, string email, CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(email) is { } other)
        {
            // It is told to the address alone that it has an account.
            await mails.KnownAsync(other, cancel);
        }
        else
        {
            var token = await accounts.GenerateChangeEmailTokenAsync(account, email);
            var link = AccountUrls.WithToken(AccountUrls.ConfirmEmail, account.Id, token) + "&to=" + Uri.EscapeDataString(seal.Protect(email));
            await mails.ConfirmNewAddressAsync(email, link, cancel);
        }

        await mails.NewAddressAskedForAsync(account, cancel);
    }

    /// <summary>Answers the account that has changed; null when the link was used, is too old, or was never given out.</summary>
    public async Task<Account?> ConfirmAsync(long id, string token, string to, CancellationToken cancel)
    {
        if (Open(to) is not { } email || await accounts.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) is not { } account)
        {
            return null;
        }

        // The name goes first, in the same save: it is the address, and the two are never apart.
        var old = account.Email!;
        account.UserName = email;
        if (!(await accounts.ChangeEmailAsync(account, email, token)).Succeeded)
        {
            return null;
        }

        await mails.AddressChangedAsync(old, email, cancel);
        return account;
    }

    private string? Open(string sealedAddress)
    {
        try
        {
            return seal.Unprotect(sealedAddress);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
