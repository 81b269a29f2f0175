using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace PractitionerFinder.Web.Shell;

/// <summary>
/// Marks a page that is the same for everybody: it takes no form, so it stores no antiforgery token, and answers without
/// cookie and no-store.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAntiforgeryMetadata, IPublicAnswer
{
    public bool RequiresValidation => false;
}

/// <summary>
/// Marks a page that is the same for everybody who comes to it, and takes a form for which it does not matter who is signed in: no token is needed for
/// it, and what is answered is kept for nobody else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicFormPageAttribute : Attribute, IAntiforgeryMetadata, IPublicAnswer
{
    public bool RequiresValidation => false;
}

/// <summary>How public pages are asked for.</summary>
public static class PublicPages
{
    /// <summary>Refuses every method but GET: a page endpoint takes a POST for a form, and these have none.</summary>
    public static void UsePublicPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            return next(context);
        }

        // The page of an error is shown in answer to any method.
        context.Request.Method = HttpMethods.Get;
        if (context.IsErrorAnswer())
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
        return Task.CompletedTask;
    });

    /// <summary>
    /// Keeps out of pages for everybody what interactive ones need. Since some pages of the site are interactive, Blazor would end every page with the state
    /// of a circuit, sealed anew each time, and set the antiforgery cookie for it.
    /// </summary>
    public static void LeaveCircuitsOut(this RazorComponentsEndpointConventionBuilder pages) => pages.Finally(page =>
    {
        // There is no public name for the list of modes, of which an endpoint follows the last that it is given.
        if (page.Metadata.OfType<IForEverybody>().Any()
            && page.Metadata.FirstOrDefault(m => m.GetType().Name == "ConfiguredRenderModesMetadata") is { } modes)
        {
            page.Metadata.Add(Activator.CreateInstance(modes.GetType(), [Array.Empty<IComponentRenderMode>()])!);
        }
    });

    /// <summary>Whether what is made now stands in for an answer that went wrong.</summary>
    public static bool IsErrorAnswer(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
