using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal;

public static class PortalFeature
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<FormReader>().AddSingleton<SaveDraft>().AddSingleton<ReadWorkbook>().AddSingleton<ReadHistory>()
        .AddSingleton<KeepListing>().AddSingleton<BeginListing>().AddSingleton<ListMyListings>()
        .AddSingleton<ReadPeople>().AddSingleton<ReadInvite>().AddSingleton<InviteMails>().AddSingleton<KeepPeople>();
}
