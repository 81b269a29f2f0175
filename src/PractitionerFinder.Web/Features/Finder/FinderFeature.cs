namespace PractitionerFinder.Web.Features.Finder;

public static class FinderFeature
{
    public static IServiceCollection AddFinder(this IServiceCollection services) =>
        services.AddSingleton<Origins>().AddSingleton<SearchSentences>().AddSingleton<SearchListings>();

    public static void MapFinder(this IEndpointRouteBuilder endpoints) => endpoints.MapSearchApi();
}
