using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Makes somebody an administrator, on the word of who runs the program. There is no password that anybody could know beforehand.</summary>
public sealed class AppointAdministrator(UserManager<Account> accounts, SiteSettings site, TimeProvider time)
{
    public abstract record Result
    {
        /// <summary>The account was there, and is an administrator's now.</summary>
        public sealed record Appointed : Result;

        /// <summary>The account was made, and the link sets its password.</summary>
        public sealed record Made(string Link) : Result;

        /// <summary>Nobody has shown yet that the account's address is theirs.</summary>
        public sealed record Unconfirmed : Result;

        public sealed record NoAddress : Result;
    }

    public async Task<Result> RunAsync(string typed)
    {
        if (EmailAddress.Read(typed) is not { } email)
        {
            return new Result.NoAddress();
        }

        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            if (!known.EmailConfirmed)
            {
                return new Result.Unconfirmed();
            }

            if (!await accounts.IsInRoleAsync(known, Roles.Administrator))
            {
                Require(await accounts.AddToRoleAsync(known, Roles.Administrator));
            }

            return new Result.Appointed();
        }

        // Who types the command vouches for the address.
        var made = new Account("Administrator", email, time.GetUtcNow().UtcDateTime) { EmailConfirmed = true };
        Require(await accounts.CreateAsync(made));
        Require(await accounts.AddToRoleAsync(made, Roles.Administrator));
        return new Result.Made(site.Absolute(AccountUrls.WithToken(AccountUrls.Reset, made.Id, await accounts.GeneratePasswordResetTokenAsync(made))));
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
