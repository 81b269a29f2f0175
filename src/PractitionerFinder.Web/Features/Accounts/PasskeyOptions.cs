using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What a browser is asked for before it makes or uses a passkey (WebAuthn level 3, 5.4 and 5.5), for the page's script.</summary>
internal static class PasskeyOptions
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(AccountUrls.PasskeyRequest, RequestAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIns).ExcludeFromDescription();
        endpoints.MapPost(AccountUrls.PasskeyCreation, CreationAsync).RequireRateLimiting(RateLimits.SignIns).ExcludeFromDescription();
    }

    // The form is bound for its antiforgery token, without which no other site can have either asked for.
    private static async Task<IResult> RequestAsync([FromForm] IFormCollection form, AccountSignIn signIn) =>
        Json(await signIn.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> CreationAsync([FromForm] IFormCollection form, HttpContext http, AccountSignIn signIn, UserManager<Account> accounts) =>
        await accounts.GetUserAsync(http.User) is { } me
            ? Json(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = await accounts.GetUserIdAsync(me),
                Name = me.Email!,
                DisplayName = me.Name,
            }))
            : Results.NotFound();

    private static IResult Json(string options) => Results.Text(options, "application/json");
}
