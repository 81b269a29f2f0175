using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>
/// Decides about a claim. An approved one makes the claimant an owner, in one transaction with what is told of it; the version that was seen
/// travels with the decision, so that nobody decides about what they have not read.
/// </summary>
public sealed class DecideClaim(IDbContextFactory<FinderDbContext> contexts, ClaimDecisionMails mails, TimeProvider time)
{
    public enum Decision
    {
        /// <summary>The claimant owns the listing, beside whoever does already.</summary>
        Approve,

        /// <summary>The claimant owns the listing, and nobody else keeps it.</summary>
        ApproveAlone,

        Refuse,
    }

    public abstract record Result
    {
        /// <summary>It is done.</summary>
        public sealed record Done : Result;

        /// <summary>It was decided, changed or taken back meanwhile; nothing was done.</summary>
        public sealed record ChangedSince(string Words) : Result;

        /// <summary>The owners can still object; nothing was done.</summary>
        public sealed record TooEarly(DateTime Until) : Result;

        /// <summary>An objection or a refusal goes without words.</summary>
        public sealed record NoWords : Result;

        /// <summary>Who decides claims or keeps the listing themselves.</summary>
        public sealed record OwnClaim : Result;

        /// <summary>There is no such claim.</summary>
        public sealed record Unknown : Result;
    }

    /// <param name="Db">The context of the decision.</param>
    /// <param name="Claim">The claim.</param>
    /// <param name="Listing">The listing.</param>
    /// <param name="Members">Who keeps it.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Now">When, UTC.</param>
    private sealed record Scene(FinderDbContext Db, ListingClaim Claim, Listing Listing, List<ListingMember> Members, long By, DateTime Now)
    {
        public void Note(ListingDeed deed, long about, string? code = null) =>
            Db.Events.Add(new ListingEvent(Listing.Id, deed, By, Now, about: about, code: code));

        public void Send(Mail mail) => Db.OutgoingMails.Add(new OutgoingMail(mail, Now));

        public Task<List<string>> AddressesAsync(IEnumerable<long> accounts, CancellationToken cancel)
        {
            var ids = accounts.ToList();
            return Db.Users.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Email!).ToListAsync(cancel);
        }
    }

    /// <param name="id">The claim.</param>
    /// <param name="seen">Its version that was looked at.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="decision">What.</param>
    /// <param name="reason">Words to the claimant, and to the owners; may be blank when nobody objected and it is approved.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result> RunAsync(long id, long seen, long by, Decision decision, string reason, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Claims.Where(c => c.Id == id).Select(c => (long?)c.ListingId).SingleOrDefaultAsync(cancel) is not { } of)
        {
            return new Result.Unknown();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.TakeTurnAsync(of, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var scene = new Scene(
            db,
            await db.Claims.SingleAsync(c => c.Id == id, cancel),
            await db.Listings.SingleAsync(l => l.Id == of, cancel),
            await db.Members.Where(m => m.ListingId == of).ToListAsync(cancel),
            by,
            now);
        var claim = scene.Claim;
        if (claim.AccountId == by || scene.Members.Exists(m => m.AccountId == by))
        {
            return new Result.OwnClaim();
        }

        if (claim.State != ClaimState.Waiting || claim.Version != seen)
        {
            return new Result.ChangedSince(await DescribeAsync(db, claim, cancel));
        }

        if (decision != Decision.Refuse && scene.Listing.State == ListingState.Archived)
        {
            return new Result.ChangedSince("The page was taken away meanwhile, so nobody can be made its owner. Refuse the claim, and say where the page is now.");
        }

        if (decision != Decision.Refuse && !claim.MayApprove(now))
        {
            return new Result.TooEarly(claim.ObjectUntil!.Value);
        }

        if (reason.Length == 0 && (decision == Decision.Refuse || claim.ObjectedAt is not null))
        {
            return new Result.NoWords();
        }

        if (decision == Decision.Refuse)
        {
            await RefuseAsync(scene, reason, cancel);
        }
        else
        {
            await ApproveAsync(scene, reason, decision == Decision.ApproveAlone, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Result.Done();
    }

    private async Task RefuseAsync(Scene scene, string reason, CancellationToken cancel)
    {
        var (claim, wereTold) = (scene.Claim, scene.Claim.OwnersToldAt is not null);
        claim.Refuse(scene.By, reason, scene.Now);
        scene.Note(ListingDeed.RefusedClaim, claim.AccountId);
        await ForgetAsync(scene, claim, cancel);
        foreach (var to in await scene.AddressesAsync([claim.AccountId], cancel))
        {
            scene.Send(mails.Refused(to, scene.Listing.Name, scene.Listing.Slug, reason));
        }

        if (wereTold)
        {
            foreach (var to in await scene.AddressesAsync(scene.Members.Where(m => m.Role == MemberRole.Owner).Select(m => m.AccountId), cancel))
            {
                scene.Send(mails.RefusedToOwner(to, await scene.Db.NameOfAsync(claim.AccountId, cancel), scene.Listing.Name, scene.Listing.Id));
            }
        }
    }

    private async Task ApproveAsync(Scene scene, string reason, bool isAlone, CancellationToken cancel)
    {
        var (claim, account) = (scene.Claim, scene.Claim.AccountId);
        var name = await scene.Db.NameOfAsync(account, cancel);
        var before = scene.Members.Where(m => m.AccountId != account).ToList();
        claim.Approve(scene.By, reason, scene.Now);
        scene.Note(ListingDeed.ApprovedClaim, account, claim.Proofs.ToString());
        if (scene.Members.Find(m => m.AccountId == account) is { } member)
        {
            member.Become(MemberRole.Owner);
        }
        else
        {
            scene.Db.Members.Add(new ListingMember(scene.Listing.Id, account, MemberRole.Owner, scene.Now));
        }

        if (isAlone)
        {
            await RemoveAsync(scene, before, cancel);
        }

        foreach (var to in await scene.AddressesAsync([account], cancel))
        {
            scene.Send(mails.Approved(to, scene.Listing.Name, scene.Listing.Id, reason));
        }

        foreach (var to in await scene.AddressesAsync(before.Where(m => isAlone || m.Role == MemberRole.Owner).Select(m => m.AccountId), cancel))
        {
            scene.Send(mails.ApprovedToOwner(to, name, scene.Listing.Name, scene.Listing.Id, reason, isAlone));
        }

        await TellTheAddressAsync(scene, before, name, cancel);
        await ForgetAsync(scene, claim, cancel);
        await OvertakeAsync(scene, cancel);

        // To the public the page has somebody now, where nobody kept it: its version rises, so that no node shows a copy of before.
        scene.Db.Entry(scene.Listing).Property(l => l.State).IsModified = true;
    }

    private static async Task RemoveAsync(Scene scene, List<ListingMember> before, CancellationToken cancel)
    {
        foreach (var member in before)
        {
            scene.Db.Members.Remove(member);
            scene.Note(ListingDeed.Removed, member.AccountId, member.Role.ToString());
        }

        // An open invitation of theirs would be a way back in.
        scene.Db.Invites.RemoveRange(await scene.Db.Invites.Where(i => i.ListingId == scene.Listing.Id).ToListAsync(cancel));
    }

    /// <summary>A page that nobody kept may name somebody else's address: whoever reads it learns that somebody keeps the page now.</summary>
    private async Task TellTheAddressAsync(Scene scene, List<ListingMember> before, string name, CancellationToken cancel)
    {
        var shown = await scene.Db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.ListingId == scene.Listing.Id && r.Number == scene.Listing.PublicRevision, cancel);
        if (before.Count == 0 && shown?.Content.Contact.Email is { Length: > 0 } to
            && !(await scene.AddressesAsync([scene.Claim.AccountId], cancel)).Exists(a => string.Equals(a, to, StringComparison.OrdinalIgnoreCase)))
        {
            scene.Send(mails.ApprovedToPage(to, name, scene.Listing.Name, scene.Listing.Slug));
        }
    }

    /// <summary>Of several who claim a page one is found to be right; the others may claim it of its owner.</summary>
    private async Task OvertakeAsync(Scene scene, CancellationToken cancel)
    {
        var others = await scene.Db.Claims.Where(c => c.ListingId == scene.Listing.Id && c.Id != scene.Claim.Id
            && (c.State == ClaimState.Open || c.State == ClaimState.Waiting)).ToListAsync(cancel);
        foreach (var other in others)
        {
            other.Overtake(scene.Now);
            scene.Note(ListingDeed.OvertookClaim, other.AccountId);
            await ForgetAsync(scene, other, cancel);
            foreach (var to in await scene.AddressesAsync([other.AccountId], cancel))
            {
                scene.Send(mails.Overtaken(to, scene.Listing.Name, scene.Listing.Slug));
            }
        }
    }

    private static Task<int> ForgetAsync(Scene scene, ListingClaim claim, CancellationToken cancel) =>
        scene.Db.ClaimDocuments.Where(d => d.ClaimId == claim.Id).ExecuteDeleteAsync(cancel);

    private static async Task<string> DescribeAsync(FinderDbContext db, ListingClaim claim, CancellationToken cancel)
    {
        var when = claim.DecidedAt is { } at ? $" at {TimeOnly.FromDateTime(at).InWords()} UTC on {DateOnly.FromDateTime(at).InWords()}" : "";
        return claim.State switch
        {
            ClaimState.Approved => $"{await db.NameOfAsync(claim.DecidedBy!.Value, cancel)} approved this claim{when}.",
            ClaimState.Refused => $"{await db.NameOfAsync(claim.DecidedBy!.Value, cancel)} refused this claim{when}.",
            ClaimState.Withdrawn => $"The claimant took this claim back{when}.",
            ClaimState.Overtaken => $"Somebody else’s claim of the same page was approved{when}.",
            _ => "The claim was changed since you opened this page. Look again before you decide.",
        };
    }
}
