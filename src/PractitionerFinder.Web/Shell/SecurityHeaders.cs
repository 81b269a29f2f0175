using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Shell;

/// <summary>What every answer forbids the browser.</summary>
public static class SecurityHeaders
{
    /// <summary>The policy of the API reference, whose script writes its own styles and runs from a nonce.</summary>
    public const string ApiReference = "api-reference";

    /// <summary>The policy of a mail that a page of ours shows in a frame: it has its own styles and no other right.</summary>
    public const string FramedMail = "framed-mail";

    private const string NoRights = "no-rights";

    // A year, as browsers' own lists ask at the least. Names below the site's are somebody else's to promise for.
    private const int HttpsOnlySeconds = 31_536_000;

    public static IServiceCollection AddFinderSecurityHeaders(this IServiceCollection services, IHostEnvironment environment, MapTiles? tiles)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy => Common(policy, environment).AddContentSecurityPolicy(csp =>
            {
                Nothing(csp);
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                Tiles(csp, tiles);
            }))
            .AddPolicy(ApiReference, policy => Common(policy, environment).AddContentSecurityPolicy(csp =>
            {
                Nothing(csp);
                csp.AddScriptSrc().Self().WithNonce();
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self().Data();
            }))
            .AddPolicy(FramedMail, policy => Common(policy, environment).AddFrameOptionsSameOrigin().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().UnsafeInline();
                csp.AddFrameAncestors().Self();
                csp.AddSandbox();
            }))
            .AddPolicy(NoRights, policy => Common(policy, environment).AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddFrameAncestors().None();
                csp.AddSandbox();
            }))
            .SetPolicySelector(context => context.HttpContext.Items.ContainsKey(NoRights) ? context.ConfiguredPolicies[NoRights] : context.SelectedPolicy);
        return services;
    }

    /// <summary>Takes every right from what is answered: a file of somebody else's, should a browser show it.</summary>
    public static void AllowNothing(HttpContext context) => context.Items[NoRights] = true;

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy, IHostEnvironment environment) =>
        (environment.IsProduction() ? policy.AddStrictTransportSecurityMaxAge(HttpsOnlySeconds) : policy)
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddPermissionsPolicy(Permissions)
        .RemoveServerHeader();

    private static void Permissions(PermissionsPolicyBuilder permissions)
    {
        // "Near me" asks for it, on a press.
        permissions.AddGeolocation().Self();
        permissions.AddAccelerometer().None();
        permissions.AddAutoplay().None();
        permissions.AddCamera().None();
        permissions.AddDisplayCapture().None();
        permissions.AddGyroscope().None();
        permissions.AddMagnetometer().None();
        permissions.AddMicrophone().None();
        permissions.AddMidi().None();
        permissions.AddPayment().None();
        permissions.AddUsb().None();
    }

    /// <summary>The one other host that there may be: an operator's server of map tiles, of which pictures or data are fetched.</summary>
    private static void Tiles(CspBuilder csp, MapTiles? tiles)
    {
        if (tiles is { Kind: MapTiles.Raster })
        {
            csp.AddImgSrc().Self().From(tiles.Host);
        }
        else if (tiles is not null)
        {
            csp.AddConnectSrc().Self().From(tiles.Host);
        }
    }

    private static void Nothing(CspBuilder csp)
    {
        csp.AddDefaultSrc().Self();
        csp.AddObjectSrc().None();
        csp.AddBaseUri().Self();
        csp.AddFormAction().Self();
        csp.AddFrameAncestors().None();
    }
}
