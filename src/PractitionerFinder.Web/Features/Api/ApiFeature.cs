using NetEscapades.AspNetCore.SecurityHeaders;
using PractitionerFinder.Web.Shell;
using Scalar.AspNetCore;

namespace PractitionerFinder.Web.Features.Api;

/// <summary>The description of the API, for programs and for people; its answers live with the features that they are about.</summary>
public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, context, _) =>
    {
        var site = context.ApplicationServices.GetRequiredService<SiteSettings>();
        document.Info.Title = "PractitionerFinder API";
        document.Info.Description = "Practitioners who work with myofascial pain, by place, technique and distance. No key is needed. Errors are problem details (RFC 9457).";
        document.Servers = [new() { Url = site.Absolute("") }];
        return Task.CompletedTask;
    }));

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPlacesApi();
        endpoints.MapOpenApi(ApiUrls.DocumentRoute).WithMetadata(new ForEverybodyAttribute());
        endpoints.MapGet(ApiUrls.Root, () => TypedResults.LocalRedirect(ApiUrls.Reference)).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
        endpoints.MapScalarApiReference(ApiUrls.Reference, (options, http) =>
        {
            // Everything it needs comes with the package: no font, telemetry or assistant of another host.
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.WithTitle("PractitionerFinder API").WithOpenApiRoutePattern(ApiUrls.DocumentRoute).WithNonce(http.GetNonce())
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton();
        }).WithMetadata(new ForEverybodyAttribute()).WithSecurityHeadersPolicy(SecurityHeaders.ApiReference);
    }
}
