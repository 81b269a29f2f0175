using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>An owner says that a claim to their listing is not true.</summary>
public sealed class ObjectToClaim(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    public async Task<ClaimOutcome> RunAsync(long listing, long account, long claim, string words, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.TakeTurnAsync(listing, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account && m.Role == MemberRole.Owner, cancel))
        {
            return ClaimOutcome.NotThere;
        }

        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claim && c.ListingId == listing, cancel) is not { State: ClaimState.Waiting } found)
        {
            return ClaimOutcome.NotOpen;
        }

        if (!found.MayObject(now))
        {
            return found.ObjectedAt is null ? ClaimOutcome.TooLate : ClaimOutcome.Already;
        }

        found.TakeObjection(account, words, now);
        db.Events.Add(new ListingEvent(listing, ListingDeed.ObjectedToClaim, account, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ClaimOutcome.Done;
    }
}
