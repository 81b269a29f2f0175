using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Listings;

/// <summary>How listings are read to be shown.</summary>
public static class PublicFacts
{
    /// <summary>Listings with all that <see cref="PublicListing"/> is made from, and of revisions only the public one; to read, not to change.</summary>
    public static IQueryable<Listing> WithPublicFacts(this IQueryable<Listing> listings) => listings
        .AsNoTracking()
        .AsSplitQuery()
        .Include(l => l.Revisions.Where(r => r.Number == l.PublicRevision))
        .Include(l => l.Confirmations)
        .Include(l => l.Techniques)
        .Include(l => l.Credentials);
}
