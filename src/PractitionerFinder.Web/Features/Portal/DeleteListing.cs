using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>
/// Asks for a listing to be erased, and takes that back. It is off the site from the first moment; the work that erases comes when the time
/// to take it back is over. Owners alone can do either.
/// </summary>
public sealed class DeleteListing(IDbContextFactory<FinderDbContext> contexts, DeletionMails mails, TimeProvider time)
{
    /// <param name="Name">Name of the listing, as those who keep it know it.</param>
    /// <param name="ErasedFrom">From when it is erased, UTC; null while nobody asked for that.</param>
    /// <param name="Others">How many others keep it.</param>
    public sealed record Look(string Name, DateTime? ErasedFrom, int Others);

    /// <summary>Answers null to anybody who does not own the listing.</summary>
    public async Task<Look?> LookAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await OwnsAsync(db, listing, account, cancel))
        {
            return null;
        }

        return new Look(
            await db.ListingNameAsync(listing, cancel),
            await db.ListingDeletions.Where(d => d.ListingId == listing).Select(d => (DateTime?)d.ErasedFrom).SingleOrDefaultAsync(cancel),
            await db.Members.CountAsync(m => m.ListingId == listing && m.AccountId != account, cancel));
    }

    /// <summary>Takes it off the site, to be erased. A second press changes nothing.</summary>
    public Task<PeopleOutcome> AskAsync(long listing, long account, CancellationToken cancel) => InTurnAsync(listing, account, async (db, found, asked, now) =>
    {
        if (asked is not null)
        {
            return PeopleOutcome.Already;
        }

        var deletion = found.Close(account, now, withAccount: false);
        db.ListingDeletions.Add(deletion);
        db.Events.Add(new ListingEvent(listing, ListingDeed.AskedErasure, account, now));
        await TellAsync(db, listing, account, now, (to, by, name, owns) => mails.ListingGoes(to, by, name, listing, deletion.ErasedFrom, owns), cancel);
        return PeopleOutcome.Done;
    }, cancel);

    /// <summary>Puts it back to how it was.</summary>
    public Task<PeopleOutcome> TakeBackAsync(long listing, long account, CancellationToken cancel) => InTurnAsync(listing, account, async (db, found, asked, now) =>
    {
        if (asked is null)
        {
            return PeopleOutcome.Already;
        }

        found.Restore(asked);
        db.ListingDeletions.Remove(asked);
        db.Events.Add(new ListingEvent(listing, ListingDeed.KeptListing, account, now));
        await TellAsync(db, listing, account, now, (to, by, name, _) => mails.ListingStays(to, by, name, listing), cancel);
        return PeopleOutcome.Done;
    }, cancel);

    private async Task<PeopleOutcome> InTurnAsync(
        long listing, long account, Func<FinderDbContext, Listing, ListingDeletion?, DateTime, Task<PeopleOutcome>> act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Holds the listing until the transaction ends, as every act about who keeps it does.
        await db.Listings.Where(l => l.Id == listing).ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDemo, x => x.IsDemo), cancel);
        if (!await OwnsAsync(db, listing, account, cancel))
        {
            return PeopleOutcome.NotAllowed;
        }

        var outcome = await act(
            db,
            await db.Listings.SingleAsync(l => l.Id == listing, cancel),
            await db.ListingDeletions.SingleOrDefaultAsync(d => d.ListingId == listing, cancel),
            time.GetUtcNow().UtcDateTime);
        if (outcome == PeopleOutcome.Done)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }

    /// <summary>Writes to everybody who keeps it, and to whoever did it too: it may have been somebody at their device.</summary>
    private static async Task TellAsync(
        FinderDbContext db, long listing, long account, DateTime now, Func<string, string, string, bool, Mail> write, CancellationToken cancel)
    {
        var name = (await db.ListingNameAsync(listing, cancel)).Quoted();
        var by = await db.NameOfAsync(account, cancel);
        var keepers = await db.Members.Where(m => m.ListingId == listing)
            .Join(db.Users.Where(a => a.ErasedFrom == null), m => m.AccountId, a => a.Id, (m, a) => new { a.Email, m.Role }).ToListAsync(cancel);
        db.OutgoingMails.AddRange(keepers.Select(k => new OutgoingMail(write(k.Email!, by, name, k.Role == MemberRole.Owner), now)));
    }

    private static Task<bool> OwnsAsync(FinderDbContext db, long listing, long account, CancellationToken cancel) =>
        db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account && m.Role == MemberRole.Owner, cancel);
}
