using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>
/// Who keeps a listing. The acts about one listing come one after the other, each in a transaction, so that an owner always
/// remains; the mails about an act are handed over before it counts, so that a mail that cannot be kept undoes it.
/// </summary>
public sealed class KeepPeople(IDbContextFactory<FinderDbContext> contexts, InviteMails mails, IMailer mailer, TimeProvider time)
{
    /// <summary>What an act works with, once nobody else changes the people of its listing.</summary>
    private sealed record Scene(FinderDbContext Db, long Listing, List<ListingMember> Members, DateTime Now)
    {
        public List<Mail> Mails { get; } = [];

        public ListingMember? Find(long account) => Members.Find(m => m.AccountId == account);

        public bool IsLastOwner(ListingMember member) =>
            member.Role == MemberRole.Owner && Members.Count(m => m.Role == MemberRole.Owner) == 1;

        public void Note(ListingDeed deed, long by, long? about = null, MemberRole? role = null) =>
            Db.Events.Add(new ListingEvent(Listing, deed, by, Now, about: about, code: role?.ToString()));

        public void Add(ListingMember member)
        {
            Members.Add(member);
            Db.Members.Add(member);
        }

        public void Remove(ListingMember member)
        {
            Members.Remove(member);
            Db.Members.Remove(member);
        }
    }

    /// <summary>Invites an address. Whether it has an account changes nothing.</summary>
    public Task<PeopleOutcome> InviteAsync(long listing, long account, string email, InvitedAs role, CancellationToken cancel) => ActAsync(listing, account, async (scene, _) =>
    {
        var ids = scene.Members.ConvertAll(m => m.AccountId);
        var addresses = await scene.Db.Users.Where(a => ids.Contains(a.Id)).Select(a => a.Email).ToListAsync(cancel);
        if (addresses.Exists(a => IsSame(a, email)))
        {
            return PeopleOutcome.TakesPart;
        }

        var invites = await scene.Db.Invites.Where(i => i.ListingId == listing).ToListAsync(cancel);
        scene.Db.Invites.RemoveRange(invites.Where(i => !i.IsOpen(scene.Now)));
        var open = invites.Where(i => i.IsOpen(scene.Now)).ToList();
        if (open.Exists(i => IsSame(i.Email, email)))
        {
            return PeopleOutcome.IsInvited;
        }

        if (open.Count >= ListingInvite.MostOpen)
        {
            return PeopleOutcome.TooManyOpen;
        }

        var yesterday = scene.Now.AddDays(-1);
        if (await scene.Db.Events.CountAsync(e => e.ListingId == listing && e.Deed == ListingDeed.Invited && e.At > yesterday, cancel) >= ListingInvite.MostADay)
        {
            return PeopleOutcome.TooManyToday;
        }

        var token = LinkToken.New();
        var invite = new ListingInvite(listing, email, role, LinkToken.Hash(token), account, scene.Now);
        scene.Db.Invites.Add(invite);
        scene.Note(ListingDeed.Invited, account, role: invite.MemberRole);
        scene.Mails.Add(mails.Invited(invite, token, await AboutAsync(scene, account, cancel)));
        return PeopleOutcome.Done;
    }, cancel);

    /// <summary>Takes an open invitation back: its link leads nowhere from then on.</summary>
    public Task<PeopleOutcome> UninviteAsync(long listing, long account, long invite, CancellationToken cancel) => ActAsync(listing, account, async (scene, _) =>
    {
        if (await scene.Db.Invites.SingleOrDefaultAsync(i => i.Id == invite && i.ListingId == listing, cancel) is not { } found)
        {
            return PeopleOutcome.Already;
        }

        TakeBack(scene, [found], account);
        return PeopleOutcome.Done;
    }, cancel);

    /// <summary>Makes an editor an owner, or an owner an editor.</summary>
    public Task<PeopleOutcome> GiveRoleAsync(long listing, long account, long whom, MemberRole role, CancellationToken cancel) => ActAsync(listing, account, async (scene, _) =>
    {
        if (scene.Find(whom) is not { } member || member.Role == role)
        {
            return PeopleOutcome.Already;
        }

        if (role == MemberRole.Editor && scene.IsLastOwner(member))
        {
            return PeopleOutcome.LastOwner;
        }

        member.Become(role);
        scene.Note(ListingDeed.ChangedRole, account, whom, role);
        await TellAsync(scene, account, whom, about => role == MemberRole.Owner ? mails.NowOwner(about) : mails.NowEditor(about), cancel);
        await CloseInvitesOfAsync(scene, member, account, cancel);
        return PeopleOutcome.Done;
    }, cancel);

    /// <summary>Takes somebody's part away. Everybody may take away their own, and an owner anybody's.</summary>
    public Task<PeopleOutcome> RemoveAsync(long listing, long account, long whom, CancellationToken cancel) => ActAsync(
        listing,
        account,
        async (scene, _) =>
        {
            if (scene.Find(whom) is not { } member)
            {
                return PeopleOutcome.Already;
            }

            if (scene.IsLastOwner(member))
            {
                return PeopleOutcome.LastOwner;
            }

            scene.Remove(member);
            scene.Note(ListingDeed.Removed, account, whom, member.Role);
            await TellAsync(scene, account, whom, mails.Removed, cancel);
            await CloseInvitesOfAsync(scene, member, account, cancel);
            return PeopleOutcome.Done;
        },
        cancel,
        account == whom ? MemberRole.Editor : MemberRole.Owner);

    /// <summary>Makes somebody who takes part the owner in place of whoever hands over.</summary>
    public Task<PeopleOutcome> HandOverAsync(long listing, long account, long whom, bool leaves, CancellationToken cancel) => ActAsync(listing, account, async (scene, me) =>
    {
        if (whom == account || scene.Find(whom) is not { } member)
        {
            return PeopleOutcome.NotAllowed;
        }

        member.Become(MemberRole.Owner);
        await TellAsync(scene, account, whom, mails.HandedOver, cancel);
        await StepBackAsync(scene, me, whom, leaves, cancel);
        return PeopleOutcome.Done;
    }, cancel);

    /// <summary>Uses an invitation, once. Answers the listing too, so that whoever joined is led there.</summary>
    public async Task<(PeopleOutcome Outcome, long Listing)> AcceptAsync(string token, long account, CancellationToken cancel)
    {
        var hash = LinkToken.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Invites.Where(i => i.TokenHash == hash).Select(i => (long?)i.ListingId).SingleOrDefaultAsync(cancel) is not { } listing)
        {
            return (PeopleOutcome.NoInvite, 0);
        }

        var outcome = await InTurnAsync(db, listing, async scene =>
        {
            // Whoever may no longer invite has no invitations any more; the inviter is looked for all the same.
            var invite = await db.Invites.SingleOrDefaultAsync(i => i.TokenHash == hash, cancel);
            if (invite is null || !invite.IsOpen(scene.Now) || scene.Find(invite.InvitedBy) is not { Role: MemberRole.Owner } inviter)
            {
                return PeopleOutcome.NoInvite;
            }

            var me = await db.Users.SingleAsync(a => a.Id == account, cancel);
            if (!me.EmailConfirmed || !IsSame(me.Email, invite.Email))
            {
                return PeopleOutcome.OtherAddress;
            }

            db.Invites.Remove(invite);
            await JoinAsync(scene, invite, inviter, account, cancel);
            return PeopleOutcome.Done;
        }, cancel);
        return (outcome, listing);
    }

    private async Task JoinAsync(Scene scene, ListingInvite invite, ListingMember inviter, long account, CancellationToken cancel)
    {
        if (scene.Find(account) is not { } member)
        {
            scene.Add(new ListingMember(scene.Listing, account, invite.MemberRole, scene.Now));
        }
        else if (member.Role < invite.MemberRole)
        {
            member.Become(invite.MemberRole);
        }

        scene.Note(ListingDeed.Joined, account, role: invite.MemberRole);
        await TellAsync(scene, account, inviter.AccountId, about => mails.Joined(about, invite.MemberRole), cancel);
        if (invite.HandsOver && inviter.AccountId != account)
        {
            await StepBackAsync(scene, inviter, account, invite.Role == InvitedAs.SuccessorOfLeaver, cancel);
        }
    }

    /// <summary>The second half of handing over: the new owner is there, and the one before becomes an editor or leaves.</summary>
    private static async Task StepBackAsync(Scene scene, ListingMember before, long after, bool leaves, CancellationToken cancel)
    {
        scene.Note(ListingDeed.HandedOver, before.AccountId, after, MemberRole.Owner);
        if (leaves)
        {
            scene.Remove(before);
            scene.Note(ListingDeed.Removed, before.AccountId, before.AccountId, MemberRole.Owner);
        }
        else
        {
            before.Become(MemberRole.Editor);
        }

        await CloseInvitesOfAsync(scene, before, before.AccountId, cancel);
    }

    /// <summary>Whoever owns the listing no longer has no invitation out either: it would be a way back in under another address.</summary>
    private static async Task CloseInvitesOfAsync(Scene scene, ListingMember member, long by, CancellationToken cancel)
    {
        if (scene.Find(member.AccountId) is { Role: MemberRole.Owner })
        {
            return;
        }

        var theirs = await scene.Db.Invites.Where(i => i.ListingId == scene.Listing && i.InvitedBy == member.AccountId).ToListAsync(cancel);
        TakeBack(scene, theirs.Where(i => scene.Db.Entry(i).State != EntityState.Deleted), by);
    }

    private static void TakeBack(Scene scene, IEnumerable<ListingInvite> invites, long by)
    {
        foreach (var invite in invites)
        {
            scene.Db.Invites.Remove(invite);
            scene.Note(ListingDeed.Uninvited, by, role: invite.MemberRole);
        }
    }

    /// <summary>Writes to the one it concerns, unless that is whoever did it, and to the other owners who should know.</summary>
    private async Task TellAsync(Scene scene, long by, long whom, Func<InviteMails.About, InviteMails.Words> words, CancellationToken cancel)
    {
        var readers = scene.Members.Where(m => m.Role == MemberRole.Owner).Select(m => m.AccountId).Append(whom).Where(a => a != by).Distinct().ToList();
        var accounts = await scene.Db.Users.Where(a => readers.Contains(a.Id) || a.Id == whom).ToListAsync(cancel);
        var about = await AboutAsync(scene, by, cancel) with { Whom = accounts.Find(a => a.Id == whom)?.Name ?? "" };
        var said = words(about);
        foreach (var account in accounts.Where(a => readers.Contains(a.Id)))
        {
            scene.Mails.Add(mails.Write(account.Email!, account.Id == whom ? said.ToThem : said.ToOwners, scene.Listing));
        }
    }

    private static async Task<InviteMails.About> AboutAsync(Scene scene, long by, CancellationToken cancel) => new(
        await scene.Db.Users.Where(a => a.Id == by).Select(a => a.Name).SingleAsync(cancel),
        "",
        await scene.Db.ListingNameAsync(scene.Listing, cancel) is var name && name == ListingNames.None ? name : $"“{name}”");

    private async Task<PeopleOutcome> ActAsync(
        long listing, long account, Func<Scene, ListingMember, Task<PeopleOutcome>> act, CancellationToken cancel, MemberRole least = MemberRole.Owner)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await InTurnAsync(
            db,
            listing,
            async scene => scene.Find(account) is { } me && me.Role >= least ? await act(scene, me) : PeopleOutcome.NotAllowed,
            cancel);
    }

    private async Task<PeopleOutcome> InTurnAsync(FinderDbContext db, long listing, Func<Scene, Task<PeopleOutcome>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // A write that changes nothing holds the listing's row until the transaction ends, on both providers: of two acts the
        // second sees what the first one left.
        await db.Listings.Where(l => l.Id == listing).ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDemo, x => x.IsDemo), cancel);
        var members = await db.Members.Where(m => m.ListingId == listing).ToListAsync(cancel);
        var scene = new Scene(db, listing, members, time.GetUtcNow().UtcDateTime);
        var outcome = await act(scene);
        if (outcome == PeopleOutcome.Done)
        {
            await db.SaveChangesAsync(cancel);
            foreach (var mail in scene.Mails)
            {
                await mailer.SendAsync(mail, cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
