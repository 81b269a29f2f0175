using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Listings;

/// <summary>How listings are read to be shown.</summary>
public static class PublicFacts
{
    /// <summary>
    /// Listings with all that <see cref="PublicListing"/> is made from, and of their revisions only the public one. To
    /// read and not to change: the rest of the listing is missing.
    /// </summary>
    public static async Task<IReadOnlyList<Listing>> ReadPublicAsync(
        this FinderDbContext db, Expression<Func<Listing, bool>> which, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var listings = await db.Listings.Where(which)
            .Include(l => l.Confirmations).Include(l => l.Techniques).Include(l => l.Credentials)
            .AsSplitQuery().ToListAsync(cancel);

        // An Include cannot ask which revision is its own listing's public one; the context puts each with its listing.
        await db.Listings.Where(which)
            .Join(
                db.Revisions,
                l => new { l.Id, Number = l.PublicRevision },
                r => new { Id = r.ListingId, Number = (int?)r.Number },
                (_, revision) => revision)
            .LoadAsync(cancel);
        return listings;
    }
}
