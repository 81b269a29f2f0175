using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>What a listing offers to rest a claim on.</summary>
/// <param name="Id">The listing.</param>
/// <param name="Slug">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">The address for mail on it, whether or not the public sees it; null when it has none.</param>
/// <param name="Host">The host of its website; null when it has none that could be looked at.</param>
/// <param name="Standing">What the public is told of it.</param>
public sealed record ClaimedListing(long Id, string Slug, string Name, string? Email, string? Host, PublicStanding Standing)
{
    /// <summary>The listing; null when there is none that could be claimed: it was never public, is fictional, or was taken away.</summary>
    public static async Task<ClaimedListing?> FindAsync(FinderDbContext db, Expression<Func<Listing, bool>> which, DateTime now, CancellationToken cancel)
    {
        if (await db.Listings.AsNoTracking().Where(which).Where(l => l.State == ListingState.Published && !l.IsDemo).SingleOrDefaultAsync(cancel) is not { } listing
            || await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.ListingId == listing.Id && r.Number == listing.PublicRevision, cancel) is not { } revision)
        {
            return null;
        }

        var contact = revision.Content.Contact;
        return new ClaimedListing(
            listing.Id, listing.Slug, listing.Name, contact.Email is { Length: > 0 } email ? email : null, PracticeWebsite.HostOf(contact.Website), listing.Standing(now));
    }
}
