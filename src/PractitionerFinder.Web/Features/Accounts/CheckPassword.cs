using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Signs in by e-mail address and password. Whatever is wrong, the answer is the same and takes the same work: it does not tell whether
/// the address has an account, whether that is confirmed, or whether it rests after wrong tries.
/// </summary>
public sealed class CheckPassword(AccountSignIn signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new("", "", default);
    private static string? nobodysHash;

    public enum Result
    {
        Refused,
        SignedIn,

        /// <summary>The password is right, and the account asks for a code too.</summary>
        SecondStep,
    }

    public async Task<Result> RunAsync(string email, string password, bool isRemembered)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account?.PasswordHash is null || !await signIn.CanSignInAsync(account) || await accounts.IsLockedOutAsync(account))
        {
            Compare(password);
            return Result.Refused;
        }

        var result = await signIn.PasswordSignInAsync(account, password, isRemembered, lockoutOnFailure: true);
        return result.Succeeded ? Result.SignedIn : result.RequiresTwoFactor ? Result.SecondStep : Result.Refused;
    }

    /// <summary>Spends the time that comparing a password takes.</summary>
    public void Compare(string password) =>
        hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
}
