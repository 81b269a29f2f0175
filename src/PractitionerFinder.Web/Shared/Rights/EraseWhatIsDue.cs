using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared.Enquiries;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>
/// Erases accounts and listings once the time to take it back is over. Their rows go with them by the foreign keys of the database, so that no table can be
/// forgotten; what points at them without one holds numbers and codes. Any node may do it, at once with another: a row that says it is due is deleted by one of them.
/// </summary>
public sealed partial class EraseWhatIsDue(
    IDbContextFactory<FinderDbContext> contexts, FinderDatabase database, Outbox outbox, TimeProvider time, ILogger<EraseWhatIsDue> log) : IScheduledWork
{
    /// <summary>How often there is something to look for.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<long> listings;
        List<long> accounts;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            listings = await db.ListingDeletions.Where(d => d.ErasedFrom <= now).Select(d => d.ListingId).ToListAsync(cancel);
            accounts = await db.Users.Where(a => a.ErasedFrom <= now).Select(a => a.Id).ToListAsync(cancel);
            await ForgetInvitesAsync(db, now, cancel);
        }

        foreach (var listing in listings)
        {
            await AloneAsync(() => EraseListingAsync(listing, now, cancel));
        }

        foreach (var account in accounts)
        {
            await AloneAsync(() => EraseAccountAsync(account, now, cancel));
        }

        // Every time: if it was cut short after an erasure, this is the next chance.
        if (!await database.ForgetDeletedAsync(cancel))
        {
            Busy(log);
        }
    }

    /// <summary>One that somebody changes at the same moment is left for the next time, and keeps no other waiting.</summary>
    private async Task AloneAsync(Func<Task> erase)
    {
        try
        {
            await erase();
        }
        catch (DbUpdateConcurrencyException)
        {
            Changed(log);
        }
    }

    private async Task EraseListingAsync(long id, DateTime now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.ListingDeletions.Where(d => d.ListingId == id && d.ErasedFrom <= now).ExecuteDeleteAsync(cancel) == 0)
        {
            // Another node was first, or an owner has kept it.
            return;
        }

        await ForgetMailsAsync(db, [id], null, cancel);
        await RemoveAsync(db, id, cancel);
        await database.NoteErasureAsync(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        ListingErased(log, id);
    }

    private async Task EraseAccountAsync(long id, DateTime now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Holds the account against another node, and against whoever keeps it after all.
        if (await db.Users.Where(a => a.Id == id && a.ErasedFrom <= now).ExecuteUpdateAsync(a => a.SetProperty(x => x.UndoHash, (byte[]?)null), cancel) == 0)
        {
            return;
        }

        // What nobody would own any more goes too, whatever has happened to its other owners since it was asked for.
        var me = await db.Users.SingleAsync(a => a.Id == id, cancel);
        var own = await db.Members.Where(m => m.AccountId == id && m.Role == MemberRole.Owner
                && !db.Members.Any(o => o.ListingId == m.ListingId && o.AccountId != id && o.Role == MemberRole.Owner))
            .Select(m => m.ListingId).ToListAsync(cancel);
        await ForgetMailsAsync(db, own, me, cancel);
        foreach (var listing in own)
        {
            await RemoveAsync(db, listing, cancel);
        }

#pragma warning disable CA1862 // The database compares, and knows no StringComparison.
        await db.Invites.Where(i => i.InvitedBy == id || i.Email.ToUpper() == me.NormalizedEmail).ExecuteDeleteAsync(cancel);
#pragma warning restore CA1862
        if (me.EmailConfirmed)
        {
            // What was asked for from the address without the account. An address that nobody confirmed may be another's.
            await db.OfAddress(me.Email!).ExecuteDeleteAsync(cancel);
            await db.EnquiriesOf(me.NormalizedEmail!).ExecuteDeleteAsync(cancel);
        }

        db.Users.Remove(me);
        await database.NoteErasureAsync(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        own.ForEach(listing => ListingErased(log, listing));
        AccountErased(log, id);
    }

    /// <summary>Takes a listing out of the database and everything that hangs on it, and tells the feed of changes.</summary>
    private static async Task RemoveAsync(FinderDbContext db, long id, CancellationToken cancel)
    {
        foreach (var merged in await db.Listings.Where(l => l.MergedIntoId == id).ToListAsync(cancel))
        {
            merged.LoseMerge();
        }

        db.Listings.Remove(await db.Listings.SingleAsync(l => l.Id == id, cancel));
    }

    /// <summary>An address that did not accept within the time is of no use to anybody.</summary>
    private static async Task ForgetInvitesAsync(FinderDbContext db, DateTime now, CancellationToken cancel)
    {
        var oldest = now.AddDays(-ListingInvite.Days);
        await db.Invites.Where(i => i.At <= oldest).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Mails that are still here to somebody, or about something, that is erased: those not carried over yet, and this node's files. No other node has files that old.</summary>
    private async Task ForgetMailsAsync(FinderDbContext db, IReadOnlyList<long> listings, Account? account, CancellationToken cancel)
    {
        var erased = await MailsAboutAsync(db, listings, account, cancel);
        foreach (var mail in await db.OutgoingMails.Where(m => m.Words != null).ToListAsync(cancel))
        {
            if (erased.IsIn(mail.Read()!))
            {
                db.OutgoingMails.Remove(mail);
            }
        }

        await outbox.ForgetAsync(erased, cancel);
    }

    private static async Task<Erased> MailsAboutAsync(FinderDbContext db, IReadOnlyList<long> listings, Account? account, CancellationToken cancel)
    {
        var (addresses, names) = (new List<string>(), new List<string>());
        if (account is not null)
        {
            addresses.Add(account.Email!);
            names.Add(account.Name);
        }

        foreach (var id in listings)
        {
            names.Add(await db.ListingNameAsync(id, cancel));
            foreach (var revision in await db.Revisions.AsNoTracking().Where(r => r.ListingId == id).ToListAsync(cancel))
            {
                names.Add(revision.Content.Name);
                if (revision.Content.Contact.Email is { Length: > 0 } email && account is not null)
                {
                    addresses.Add(email);
                }
            }
        }

        return new Erased(
            [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. names.Where(n => n.Length > 0 && n != ListingNames.None).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. listings.Select(PortalUrls.Listing)]);
    }

    [LoggerMessage(LogLevel.Information, "Listing {Id} is erased.")]
    private static partial void ListingErased(ILogger log, long id);

    [LoggerMessage(LogLevel.Information, "Account {Id} is erased.")]
    private static partial void AccountErased(ILogger log, long id);

    [LoggerMessage(LogLevel.Information, "Something that is to be erased was changed at the same moment. It is erased the next time.")]
    private static partial void Changed(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The files of the database could not be rid of what was deleted, because somebody reads or writes. That is done the next time.")]
    private static partial void Busy(ILogger log);
}
