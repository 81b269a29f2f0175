using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Rights;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Asks for an account to be erased: it signs nobody in any more but to take that back, and the listings that it alone owns leave the
/// site. The work that erases comes when the time to take it back is over.
/// </summary>
public sealed class DeleteAccount(IDbContextFactory<FinderDbContext> contexts, DeletionMails mails, TimeProvider time)
{
    /// <param name="Id">The listing.</param>
    /// <param name="Name">Its name, as those who keep it know it.</param>
    public sealed record Kept(long Id, string Name);

    /// <param name="Going">Listings that go with the account: nobody else owns them.</param>
    /// <param name="Staying">Listings that stay, of which the account's part ends.</param>
    /// <param name="IsLastAdministrator">Whether nobody would be left to look after the site; then nothing is done.</param>
    public sealed record Plan(IReadOnlyList<Kept> Going, IReadOnlyList<Kept> Staying, bool IsLastAdministrator);

    /// <summary>What deleting an account would do now.</summary>
    public async Task<Plan> LookAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await LookAsync(db, account, cancel);
    }

    /// <summary>Whether the account is to be erased from now on: not for the last administrator. A second press changes nothing.</summary>
    public async Task<bool> RunAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Writes that change nothing hold their rows until the transaction ends: of two administrators who leave at once the second sees the
        // first one gone, and of two owners of a listing too.
        await db.Roles.Where(r => r.Name == Roles.Administrator).ExecuteUpdateAsync(r => r.SetProperty(x => x.Name, x => x.Name), cancel);
        await db.Listings.Where(l => db.Members.Any(m => m.ListingId == l.Id && m.AccountId == account))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDemo, x => x.IsDemo), cancel);
        var me = await db.Users.SingleAsync(a => a.Id == account, cancel);
        var plan = await LookAsync(db, account, cancel);
        if (me.ErasedFrom is not null || plan.IsLastAdministrator)
        {
            return me.ErasedFrom is not null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var token = LinkToken.New();
        me.Leave(now, LinkToken.Hash(token));
        foreach (var listing in plan.Going)
        {
            await CloseAsync(db, me, listing, now, cancel);
        }

        await TakeInvitesBackAsync(db, account, now, cancel);
        db.OutgoingMails.Add(new OutgoingMail(mails.AccountGoes(me, token, plan.Going.Count), now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<Plan> LookAsync(FinderDbContext db, long account, CancellationToken cancel)
    {
        var mine = await db.Members.Where(m => m.AccountId == account).OrderBy(m => m.ListingId)
            .Select(m => new
            {
                m.ListingId,
                IsMineAlone = m.Role == MemberRole.Owner && !db.Members.Any(o => o.ListingId == m.ListingId && o.AccountId != account
                    && o.Role == MemberRole.Owner && db.Users.Any(a => a.Id == o.AccountId && a.ErasedFrom == null)),
            }).ToListAsync(cancel);
        var (going, staying) = (new List<Kept>(), new List<Kept>());
        foreach (var listing in mine)
        {
            (listing.IsMineAlone ? going : staying).Add(new Kept(listing.ListingId, await db.ListingNameAsync(listing.ListingId, cancel)));
        }

        var administrators = db.UserRoles.Where(r => db.Roles.Any(x => x.Id == r.RoleId && x.Name == Roles.Administrator)).Select(r => r.UserId);
        var isLast = await administrators.ContainsAsync(account, cancel)
            && !await db.Users.AnyAsync(a => a.Id != account && a.ErasedFrom == null && administrators.Contains(a.Id), cancel);
        return new Plan(going, staying, isLast);
    }

    private async Task CloseAsync(FinderDbContext db, Account me, Kept listing, DateTime now, CancellationToken cancel)
    {
        // Its owner may have asked for this listing before.
        if (await db.ListingDeletions.AnyAsync(d => d.ListingId == listing.Id, cancel))
        {
            return;
        }

        var found = await db.Listings.SingleAsync(l => l.Id == listing.Id, cancel);
        var deletion = found.Close(me.Id, now, withAccount: true);
        db.ListingDeletions.Add(deletion);
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.AskedErasure, me.Id, now));
        var others = await db.Users.Where(a => a.Id != me.Id && db.Members.Any(m => m.ListingId == listing.Id && m.AccountId == a.Id)).ToListAsync(cancel);
        db.OutgoingMails.AddRange(others.Select(o => new OutgoingMail(
            mails.ListingGoes(o.Email!, me.Name, listing.Name.Quoted(), listing.Id, deletion.ErasedFrom, mayTakeBack: false), now)));
    }

    /// <summary>Whoever goes has no invitation out: it would let somebody join what is closed.</summary>
    private static async Task TakeInvitesBackAsync(FinderDbContext db, long account, DateTime now, CancellationToken cancel)
    {
        var invites = await db.Invites.Where(i => i.InvitedBy == account).ToListAsync(cancel);
        db.Invites.RemoveRange(invites);
        db.Events.AddRange(invites.Select(i => new ListingEvent(i.ListingId, ListingDeed.Uninvited, account, now, code: i.MemberRole.ToString())));
    }
}
