using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Signs in by a passkey: it is held by the person and opened by a finger, a face or a PIN, so no further step is asked for.</summary>
public sealed class CheckPasskey(AccountSignIn signIn, UserManager<Account> accounts)
{
    public const int CredentialMaxLength = 20_000;

    public async Task<bool> RunAsync(string credential)
    {
        if (credential.Length is 0 or > CredentialMaxLength)
        {
            return false;
        }

        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!result.Succeeded || !await signIn.CanSignInAsync(result.User))
            {
                return false;
            }

            // How often it was used, by which a copy is noticed.
            await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
            await signIn.SignInAsync(result.User, isPersistent: false, "passkey");
            return true;
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or too long ago.
            return false;
        }
    }
}
