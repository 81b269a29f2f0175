using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Features.Portal.Sections;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Features.Portal;

public static class PortalFeature
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<FormReader>().AddSingleton<SaveDraft>().AddSingleton<ReadWorkbook>().AddSingleton<ReadHistory>().AddSingleton<ExplainSearch>().AddSingleton<ReadStatistics>()
        .AddSingleton<KeepListing>().AddSingleton<KeepUploads>().AddSingleton<VisitShapes>().AddSingleton<BeginListing>().AddSingleton<ListMyListings>()
        .AddSingleton<ReadPeople>().AddSingleton<ReadInvite>().AddSingleton<InviteMails>().AddSingleton<KeepPeople>().AddSingleton<DeleteListing>();

    public static void MapPortal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/portal/listings/{id:long}/documents/{key}", async (long id, string key, HttpContext http, KeepUploads uploads, CancellationToken cancel) =>
            await uploads.FindDocumentAsync(id, http.User.AccountId() ?? 0, key, cancel) is { } document
                ? UploadAnswers.Document(http, document)
                : Results.NotFound()).ExcludeFromDescription();
        endpoints.MapGet("/portal/listings/{id:long}/photos/{key}", async (long id, string key, string? size, HttpContext http, KeepUploads uploads, CancellationToken cancel) =>
            await uploads.FindPhotoAsync(id, http.User.AccountId() ?? 0, key, cancel) is { } photo
                ? UploadAnswers.Picture(http, size == "source" ? photo.Source : photo.Served, UploadAnswers.Jpeg)
                : Results.NotFound()).ExcludeFromDescription();
    }
}
