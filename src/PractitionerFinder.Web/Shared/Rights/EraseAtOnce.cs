using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>
/// Erases on the word of an operator, without the time to take it back: for somebody who cannot sign in, and for what a restored backup brought back.
/// </summary>
public sealed class EraseAtOnce(IDbContextFactory<FinderDbContext> contexts, EraseWhatIsDue work, TimeProvider time)
{
    /// <summary>Whether there was such an account. The listings that it alone owned go too.</summary>
    public async Task<bool> AccountAsync(long id, CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (await db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.ErasedFrom, now), cancel) == 0)
            {
                return false;
            }
        }

        await work.RunAsync(cancel);
        return true;
    }

    /// <summary>Whether there was such a listing.</summary>
    public async Task<bool> ListingAsync(long id, CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (await db.Listings.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } listing)
            {
                return false;
            }

            // As if an owner had asked so long ago that the time is over.
            db.ListingDeletions.RemoveRange(await db.ListingDeletions.Where(d => d.ListingId == id).ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
            db.ListingDeletions.Add(listing.Close(by: 0, time.GetUtcNow().UtcDateTime.AddDays(-Erasure.UndoDays), withAccount: false));
            await db.SaveChangesAsync(cancel);
        }

        await work.RunAsync(cancel);
        return true;
    }
}
