using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Signs people in, and the demonstration accounts nowhere but in Development, whatever way they come.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    IHostEnvironment environment)
    : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) => IsAllowed(user) && await base.CanSignInAsync(user);

    // A cookie that Development gave out ends here too.
    public override async Task<bool> ValidateSecurityStampAsync(Account? user, string? securityStamp) =>
        user is not null && IsAllowed(user) && await base.ValidateSecurityStampAsync(user, securityStamp);

    public override async Task<Account?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } account && IsAllowed(account) ? account : null;

    private bool IsAllowed(Account account) => !account.IsDemo || environment.IsDevelopment();
}
