namespace PractitionerFinder.Web.Features.Listings;

public static class ListingsFeature
{
    public static IServiceCollection AddListings(this IServiceCollection services) => services.AddSingleton<SeenListings>().AddSingleton<ViewListing>().AddSingleton<RevealEmail>().AddSingleton<PhotoAnswer>();

    public static void MapListings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapListingApi();
        PhotoAnswer.Map(endpoints);
    }
}
