using Microsoft.AspNetCore.Authorization;

namespace PractitionerFinder.Web.Shell;

/// <summary>An endpoint that answers everybody without learning who asks: of all cookies it sees the colour scheme alone.</summary>
public interface IForEverybody : IAllowAnonymous;

/// <summary>Marks such an endpoint. One that is marked neither so nor as anonymous answers only those who are signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForEverybodyAttribute : Attribute, IForEverybody;

/// <summary>Tells what is for everybody from what is personal.</summary>
public static class Everybody
{
    /// <summary>
    /// Comes after routing and before anything that looks at a cookie. By taking the others away, nothing that is kept for
    /// everybody can be made with what belongs to one, and no cookie is renewed by it.
    /// </summary>
    public static void UseEverybody(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case null:
                // Whoever asks is told that there is nothing, signed in or not.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case RouteEndpoint endpoint when endpoint.Metadata.GetMetadata<IForEverybody>() is not null:
                var theme = Appearance.Of(context.Request);
                context.Request.Headers.Cookie = theme is null ? default : $"{Appearance.Name}={theme}";
                return next(context);
            case RouteEndpoint:
                // In the words that antiforgery would use: it warns of any others.
                context.Response.Headers.CacheControl = "no-cache, no-store";
                return next(context);
            case var refusal:
                // Routing's own answer to a method or a content type that no endpoint takes.
                return refusal.RequestDelegate!(context);
        }
    });
}
