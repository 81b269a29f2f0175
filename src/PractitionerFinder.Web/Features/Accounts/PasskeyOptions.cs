using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What a browser is asked for before it makes or uses a passkey (WebAuthn level 3, 5.4 and 5.5), for the page's script.</summary>
internal static class PasskeyOptions
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        FromOwnPage(endpoints.MapPost(AccountUrls.PasskeyRequest, RequestAsync)).AllowAnonymous();
        FromOwnPage(endpoints.MapPost(AccountUrls.PasskeyCreation, CreationAsync));

        // Without the token of a form of ours no other site can have either asked for.
        static RouteHandlerBuilder FromOwnPage(RouteHandlerBuilder endpoint) => endpoint
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(async (context, next) =>
                context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : Results.BadRequest())
            .RequireRateLimiting(RateLimits.SignIns).ExcludeFromDescription();
    }

    private static async Task<IResult> RequestAsync(AccountSignIn signIn) =>
        Json(await signIn.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> CreationAsync(HttpContext http, AccountSignIn signIn, UserManager<Account> accounts) =>
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
