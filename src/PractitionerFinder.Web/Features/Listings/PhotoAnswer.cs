using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>
/// The photos of listings that are shown. A key that no public revision names is not known here, whatever is stored under it: a
/// photo that waits for review, was replaced, or belongs to a listing that was taken down.
/// </summary>
public sealed class PhotoAnswer(IDbContextFactory<FinderDbContext> contexts, SiteSettings site, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PhotoUrls.ServedRoute, (string key, PhotoAnswer answer, HttpContext context) => answer.RunAsync(key, isSmall: false, context)).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
        endpoints.MapGet(PhotoUrls.SmallRoute, (string key, PhotoAnswer answer, HttpContext context) => answer.RunAsync(key, isSmall: true, context)).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
    }

    private async Task<IResult> RunAsync(string key, bool isSmall, HttpContext context)
    {
        if (key.Length != UploadKey.Length)
        {
            return TypedResults.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await db.Photos.Where(p => p.Key == key).Select(p => (long?)p.ListingId).SingleOrDefaultAsync(context.RequestAborted) is not { } id
            || await db.ReadPublicAsync(l => l.Id == id, context.RequestAborted) is not [var listing]
            || !Shows(listing, key))
        {
            return TypedResults.NotFound();
        }

        var bytes = await db.Photos.Where(p => p.Key == key).Select(p => isSmall ? p.Small : p.Served).SingleAsync(context.RequestAborted);
        return UploadAnswers.Picture(context, bytes, isSmall ? UploadAnswers.Webp : UploadAnswers.Jpeg);
    }

    private bool Shows(Listing listing, string key) =>
        (!listing.IsDemo || site.ShowDemo)
        && listing.Standing(time.GetUtcNow().UtcDateTime) is PublicStanding.Shown or PublicStanding.Paused
        && listing.PublicContent?.Photo?.Key == key;
}
