using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Takes back that an account is to be erased: the listings that were to go with it stand as they did before.</summary>
public sealed class UndoDeletion(IDbContextFactory<FinderDbContext> contexts, DeletionMails mails, TimeProvider time)
{
    /// <param name="Account">The account.</param>
    /// <param name="ErasedFrom">From when it would be erased, UTC.</param>
    /// <param name="Listings">How many listings go with it.</param>
    public sealed record Leaving(long Account, DateTime ErasedFrom, int Listings);

    /// <summary>The account that a link of a mail, or whoever is signed in, may keep; null when there is none. It changes nothing.</summary>
    public async Task<Leaving?> FindAsync(string? token, long? account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var leaving = db.Users.Where(a => a.ErasedFrom != null);
        if (string.IsNullOrEmpty(token))
        {
            leaving = leaving.Where(a => a.Id == account);
        }
        else
        {
            var hash = LinkToken.Hash(token);
            leaving = leaving.Where(a => a.UndoHash == hash);
        }

        return await leaving
            .Select(a => new Leaving(a.Id, a.ErasedFrom!.Value, db.ListingDeletions.Count(d => d.By == a.Id && d.WithAccount)))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Keeps the account; false when it was kept or erased meanwhile.</summary>
    public async Task<bool> RunAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Holds the account against the work that erases, and against a second press.
        if (await db.Users.Where(a => a.Id == account && a.ErasedFrom != null).ExecuteUpdateAsync(a => a.SetProperty(x => x.UndoHash, (byte[]?)null), cancel) == 0)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var me = await db.Users.SingleAsync(a => a.Id == account, cancel);
        me.Stay();
        foreach (var deletion in await db.ListingDeletions.Where(d => d.By == account && d.WithAccount).ToListAsync(cancel))
        {
            await RestoreAsync(db, me, deletion, now, cancel);
        }

        db.OutgoingMails.Add(new OutgoingMail(mails.AccountStays(me), now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task RestoreAsync(FinderDbContext db, Account me, ListingDeletion deletion, DateTime now, CancellationToken cancel)
    {
        var listing = await db.Listings.SingleAsync(l => l.Id == deletion.ListingId, cancel);
        listing.Restore(deletion);
        db.ListingDeletions.Remove(deletion);
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.KeptListing, me.Id, now));
        var name = (await db.ListingNameAsync(listing.Id, cancel)).Quoted();
        var others = await db.Users.Where(a => a.Id != me.Id && db.Members.Any(m => m.ListingId == listing.Id && m.AccountId == a.Id)).ToListAsync(cancel);
        db.OutgoingMails.AddRange(others.Select(o => new OutgoingMail(mails.ListingStays(o.Email!, me.Name, name, listing.Id), now)));
    }
}
