using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Makes an account that waits for its address to be confirmed. Whoever asks is answered alike whether the address is known or not;
/// the difference is in a mail to it.
/// </summary>
public sealed class RegisterAccount(UserManager<Account> accounts, CheckPassword check, AccountMails mails, KeepConsents consents, TimeProvider time)
{
    /// <summary>Answers what is wrong with the password; null when the mail is on its way.</summary>
    public async Task<string?> RunAsync(string name, string email, string password, string? returnUrl, CancellationToken cancel)
    {
        var wanted = new Account(name, email, time.GetUtcNow().UtcDateTime);

        // Before anything is looked up, so that what is said of the password tells nothing of the address.
        if (await accounts.WhatIsWrongAsync(wanted, password) is { } wrong)
        {
            return wrong;
        }

        switch (await accounts.FindByEmailAsync(email))
        {
            case null:
                if ((await accounts.CreateAsync(wanted, password)).Succeeded)
                {
                    await ConfirmAsync(wanted, returnUrl, cancel);
                }

                // Otherwise the same person has pressed twice, and the other press sends the mail.
                break;
            case { EmailConfirmed: false } waiting:
                // Nobody has shown yet that the address is theirs, so the last one to ask is taken at their word. Confirming takes the
                // password, so that nobody lends another an account whose password they know.
                waiting.Name = name;
                await accounts.RemovePasswordAsync(waiting);
                await accounts.AddPasswordAsync(waiting, password);
                await ConfirmAsync(waiting, returnUrl, cancel);
                break;
            case var known:
                check.Compare(password);
                await mails.KnownAsync(known, cancel);
                break;
        }

        return null;
    }

    private async Task ConfirmAsync(Account account, string? returnUrl, CancellationToken cancel)
    {
        // Before the mail: without it the account is none yet, and whoever registers again agrees again.
        await consents.AgreeAsync(account.Id, cancel);
        await mails.ConfirmAsync(account, await accounts.GenerateEmailConfirmationTokenAsync(account), returnUrl, cancel);
    }
}
