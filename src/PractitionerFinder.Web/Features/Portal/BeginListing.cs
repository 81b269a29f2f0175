using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Begins a listing for an account, which becomes its owner.</summary>
public sealed class BeginListing(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <summary>Most listings of one account: a large clinic's.</summary>
    public const int Most = 200;

    /// <summary>
    /// Answers the listing's number; null when the account has as many as it may. A listing in which nothing was typed yet is
    /// given again, so that a second press does not begin a second one.
    /// </summary>
    public async Task<long?> RunAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var own = db.Members.Where(m => m.AccountId == account && m.Role == MemberRole.Owner).Select(m => m.ListingId);
        var empty = await db.Listings
            .Where(l => own.Contains(l.Id) && l.Revisions.Count == 0 && !db.Drafts.Any(d => d.ListingId == l.Id))
            .Select(l => (long?)l.Id).FirstOrDefaultAsync(cancel);
        if (empty is not null)
        {
            return empty;
        }

        if (await own.CountAsync(cancel) >= Most)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var listing = Listing.Begin($"new-{Guid.NewGuid():n}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(cancel);
        db.Members.Add(new ListingMember(listing.Id, account, MemberRole.Owner, now));
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.Began, account, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return listing.Id;
    }
}
