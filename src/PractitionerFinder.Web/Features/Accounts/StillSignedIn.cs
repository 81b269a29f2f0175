using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Asks again, while a page stays connected, whether who opened it is signed in still: signing out everywhere ends it too.</summary>
public sealed class StillSignedIn(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => AccountsFeature.StampInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
