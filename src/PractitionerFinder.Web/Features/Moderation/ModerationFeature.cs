using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Features.Moderation;

public static class ModerationFeature
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton<ListWaiting>().AddSingleton<EnquiryReports>().AddSingleton<ReadReview>().AddSingleton<DecideRevision>().AddSingleton<CheckProof>()
        .AddSingleton<AddListing>().AddSingleton<ListingMails>()
        .AddSingleton<ListClaims>().AddSingleton<ReadClaimReview>().AddSingleton<DecideClaim>().AddSingleton<ClaimDecisionMails>();

    public static void MapModeration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desk/listings/{id:long}/documents/{key}", async (long id, string key, HttpContext http, IDbContextFactory<FinderDbContext> contexts, CancellationToken cancel) =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.ListingId == id && d.Key == key, cancel) is { } document
                ? UploadAnswers.Document(http, document)
                : Results.NotFound();
        }).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
        endpoints.MapGet("/desk/claims/{claim:long}/files/{key}", async (long claim, string key, HttpContext http, IDbContextFactory<FinderDbContext> contexts, CancellationToken cancel) =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await db.ClaimDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.ClaimId == claim && d.Key == key, cancel) is { } document
                ? UploadAnswers.Document(http, document.Id, document.ContentType, document.Bytes)
                : Results.NotFound();
        }).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
        endpoints.MapGet("/desk/listings/{id:long}/photos/{key}", async (long id, string key, HttpContext http, IDbContextFactory<FinderDbContext> contexts, CancellationToken cancel) =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await db.Photos.AsNoTracking().SingleOrDefaultAsync(p => p.ListingId == id && p.Key == key, cancel) is { } photo
                ? UploadAnswers.Picture(http, photo.Served, UploadAnswers.Jpeg)
                : Results.NotFound();
        }).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
    }
}
