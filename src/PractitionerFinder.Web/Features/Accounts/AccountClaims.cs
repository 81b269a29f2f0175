using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What a sign-in says of an account; of one that is to be erased also that it is, so that it opens nothing but the way back.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole<long>>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.ErasedFrom is not null)
        {
            identity.AddClaim(new Claim(SignedIn.LeavingClaim, "1"));
        }

        return identity;
    }
}
