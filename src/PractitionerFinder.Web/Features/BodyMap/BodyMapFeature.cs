namespace PractitionerFinder.Web.Features.BodyMap;

public static class BodyMapFeature
{
    public static IServiceCollection AddBodyMap(this IServiceCollection services) => services.AddSingleton<CountNearby>();
}
