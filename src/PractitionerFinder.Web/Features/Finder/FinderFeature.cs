using Microsoft.AspNetCore.Components.Endpoints;
using PractitionerFinder.Core.Finder;

using PractitionerFinder.Web.Shared.Finding;
namespace PractitionerFinder.Web.Features.Finder;

public static class FinderFeature
{
    public static IServiceCollection AddFinder(this IServiceCollection services) =>
        services.AddSingleton<TopicReader>().AddSingleton<Origins>().AddSingleton<FindEntrance>().AddSingleton<SearchSentences>().AddSingleton<SearchListings>()
            .AddSingleton<CountByCountry>().AddSingleton<LandingPlaces>().AddSingleton<MapListings>();

    /// <summary>Comes before what keeps answers: what it says depends on the reader's language.</summary>
    public static void UseFindEntrance(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is not { } page
            || (page != typeof(FindPage) && page != typeof(FilterPage) && page != typeof(MapPage))
            || context.RequestServices.GetRequiredService<FindEntrance>().Redirect(context.Request) is not { } address)
        {
            return next(context);
        }

        context.Response.Redirect(address);
        return Task.CompletedTask;
    });

    public static void MapFinder(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSearchApi();
        endpoints.MapTopicsApi();
        endpoints.MapMapApi();
    }
}
