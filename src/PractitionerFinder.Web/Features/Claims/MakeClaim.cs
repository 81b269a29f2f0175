using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>
/// What somebody does who says that a listing is theirs. The acts about one listing come one after the other, each in a transaction that holds its mails
/// too. The first proof sends the claim to staff; nothing here gives the listing to anybody.
/// </summary>
public sealed class MakeClaim(IDbContextFactory<FinderDbContext> contexts, ClaimMails mails, IPracticeFile file, ProofMaker proofs, TimeProvider time)
{
    /// <param name="Outcome">What it came to.</param>
    /// <param name="Why">Of a file that was refused: why, and what to do.</param>
    public sealed record Answer(ClaimOutcome Outcome, string? Why = null);

    /// <summary>What an act works with, once nobody else changes the claims of its listing.</summary>
    /// <param name="Claim">The claim that can still come to something; null when there is none.</param>
    private sealed record Scene(FinderDbContext Db, ClaimedListing Listing, long Account, ListingClaim? Claim, DateTime Now)
    {
        public void Note(ListingDeed deed, ClaimProofs? proof = null) =>
            Db.Events.Add(new ListingEvent(Listing.Id, deed, Account, Now, code: proof?.ToString()));

        public void Send(Mail mail) => Db.OutgoingMails.Add(new OutgoingMail(mail, Now));
    }

    /// <summary>Begins a claim, so that its line for a website is known.</summary>
    public Task<ClaimOutcome> BeginAsync(long listing, long account, CancellationToken cancel) =>
        ActAsync(listing, account, async scene => scene.Claim is null ? (await BeginAsync(scene, cancel)).Outcome : ClaimOutcome.Already, cancel);

    /// <summary>Mails a code to the address on the page. Who has an account with that very address has shown already that they read it.</summary>
    public Task<ClaimOutcome> SendCodeAsync(long listing, long account, CancellationToken cancel) => ActAsync(listing, account, async scene =>
    {
        if (scene.Listing.Email is not { } email)
        {
            return ClaimOutcome.NoEmail;
        }

        var (outcome, claim) = await BeginAsync(scene, cancel);
        if (claim is null)
        {
            return outcome;
        }

        if (claim.EmailProvedAt is not null)
        {
            return ClaimOutcome.Already;
        }

        var me = await scene.Db.Users.SingleAsync(a => a.Id == account, cancel);
        if (me.EmailConfirmed && string.Equals(me.Email, email, StringComparison.OrdinalIgnoreCase))
        {
            claim.ProveEmail(scene.Now);
            await SendAsync(scene, claim, ClaimProofs.Email, cancel);
            return ClaimOutcome.Done;
        }

        var yesterday = scene.Now.AddDays(-1);
        if (await scene.Db.Events.CountAsync(e => e.ListingId == listing && e.Deed == ListingDeed.SentClaimCode && e.At > yesterday, cancel) >= ListingClaim.MostCodesADay)
        {
            return ClaimOutcome.TooManyCodes;
        }

        var code = ClaimCode.New();
        claim.ExpectCode(ClaimCode.Hash(code), scene.Now);
        scene.Note(ListingDeed.SentClaimCode);
        scene.Send(mails.Code(email, code, me.Name, scene.Listing.Name));
        return ClaimOutcome.Done;
    }, cancel);

    /// <summary>Enters the code.</summary>
    public Task<ClaimOutcome> EnterCodeAsync(long listing, long account, string typed, CancellationToken cancel) => ActAsync(listing, account, async scene =>
    {
        if (scene.Claim is not { } claim)
        {
            return ClaimOutcome.NotOpen;
        }

        if (claim.EmailProvedAt is not null && claim.CodeHash is null)
        {
            return ClaimOutcome.Already;
        }

        if (!ClaimCode.CouldBe(typed))
        {
            return ClaimOutcome.NoCode;
        }

        switch (claim.TryCode(hash => ClaimCode.IsRight(typed, hash), scene.Now))
        {
            case CodeAnswer.Right:
                await SendAsync(scene, claim, ClaimProofs.Email, cancel);
                return ClaimOutcome.Done;
            case CodeAnswer.Wrong:
                return ClaimOutcome.WrongCode;
            case CodeAnswer.TooManyTries:
                return ClaimOutcome.TooManyTries;
            case CodeAnswer.Expired:
                return ClaimOutcome.OldCode;
            default:
                return ClaimOutcome.NoCodeSent;
        }
    }, cancel);

    /// <summary>Looks for the claim's line on the practice's website. Nothing is held while the website is waited for.</summary>
    public async Task<ClaimOutcome> LookAtSiteAsync(long listing, long account, CancellationToken cancel)
    {
        var (host, token) = ("", "");
        var outcome = await ActAsync(listing, account, scene =>
        {
            if (scene.Claim is not { } claim)
            {
                return Task.FromResult(ClaimOutcome.NotOpen);
            }

            if (scene.Listing.Host is not { } known)
            {
                return Task.FromResult(ClaimOutcome.NoWebsite);
            }

            if (claim.SiteProvedAt is not null)
            {
                return Task.FromResult(ClaimOutcome.Already);
            }

            if (!claim.MayLook(scene.Now))
            {
                return Task.FromResult(ClaimOutcome.LookedJustNow);
            }

            claim.Look(scene.Now);
            (host, token) = (known, claim.SiteToken);
            return Task.FromResult(ClaimOutcome.Done);
        }, cancel);
        if (outcome != ClaimOutcome.Done)
        {
            return outcome;
        }

        if (await file.ReadAsync(host, cancel) is not { } text || !PracticeWebsite.Holds(text, token))
        {
            return ClaimOutcome.LineNotFound;
        }

        return await ActAsync(listing, account, async scene =>
        {
            // The page may name another website by now, and the claim may be another.
            if (scene.Claim is not { } claim || claim.SiteToken != token || scene.Listing.Host != host)
            {
                return ClaimOutcome.NotOpen;
            }

            claim.ProveSite(host, scene.Now);
            await SendAsync(scene, claim, ClaimProofs.Website, cancel);
            return ClaimOutcome.Done;
        }, cancel);
    }

    /// <summary>Gives a document to staff, and words about it.</summary>
    public async Task<Answer> GiveDocumentAsync(long listing, long account, Stream upload, string fileName, string words, CancellationToken cancel)
    {
        var read = await proofs.ReadAsync(upload, fileName, cancel);
        if (read is ProofMaker.Result.Refused refused)
        {
            return new Answer(ClaimOutcome.RefusedFile, refused.Why);
        }

        var accepted = (ProofMaker.Result.Accepted)read;
        return new Answer(await ActAsync(listing, account, async scene =>
        {
            if (scene.Claim is { } mine && await scene.Db.ClaimDocuments.CountAsync(d => d.ClaimId == mine.Id, cancel) >= ListingClaim.MostDocuments)
            {
                return ClaimOutcome.TooManyDocuments;
            }

            var (outcome, claim) = await BeginAsync(scene, cancel);
            if (claim is null)
            {
                return outcome;
            }

            claim.GiveDocuments(words, scene.Now);
            await scene.Db.SaveChangesAsync(cancel);
            scene.Db.ClaimDocuments.Add(new ClaimDocument(claim.Id, accepted.FileName, accepted.ContentType, accepted.Bytes, scene.Now));
            await SendAsync(scene, claim, ClaimProofs.Documents, cancel);
            return ClaimOutcome.Done;
        }, cancel));
    }

    /// <summary>Takes the claim back.</summary>
    public Task<ClaimOutcome> WithdrawAsync(long listing, long account, CancellationToken cancel) => ActAsync(listing, account, async scene =>
    {
        if (scene.Claim is not { } claim)
        {
            return ClaimOutcome.Already;
        }

        var wereTold = claim.OwnersToldAt is not null;
        claim.Withdraw(scene.Now);
        scene.Note(ListingDeed.WithdrewClaim);
        await scene.Db.ClaimDocuments.Where(d => d.ClaimId == claim.Id).ExecuteDeleteAsync(cancel);
        if (wereTold)
        {
            var by = await scene.Db.NameOfAsync(account, cancel);
            foreach (var to in await OwnersAsync(scene, cancel))
            {
                scene.Send(mails.Withdrawn(to, by, scene.Listing.Name, listing));
            }
        }

        return ClaimOutcome.Done;
    }, cancel);

    /// <summary>The open claim, or a new one where the account may begin one; otherwise why not.</summary>
    private static async Task<(ClaimOutcome Outcome, ListingClaim? Claim)> BeginAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Claim is { } open)
        {
            return (ClaimOutcome.Done, open);
        }

        var mine = scene.Db.Claims.Where(c => c.AccountId == scene.Account);
        if (await mine.CountAsync(c => c.ListingId == scene.Listing.Id && c.State == ClaimState.Refused, cancel) >= ListingClaim.MostRefusals)
        {
            return (ClaimOutcome.TooManyRefusals, null);
        }

        if (await mine.CountAsync(c => c.State == ClaimState.Open || c.State == ClaimState.Waiting, cancel) >= ListingClaim.MostOfAccount)
        {
            return (ClaimOutcome.TooManyClaims, null);
        }

        var claim = new ListingClaim(scene.Listing.Id, scene.Account, scene.Now);
        scene.Db.Claims.Add(claim);
        scene.Note(ListingDeed.BeganClaim);
        return (ClaimOutcome.Done, claim);
    }

    /// <summary>Notes a proof; the first one sends the claim to staff, and to those who own the listing.</summary>
    private async Task SendAsync(Scene scene, ListingClaim claim, ClaimProofs proof, CancellationToken cancel)
    {
        scene.Note(ListingDeed.ProvedClaim, proof);
        if (claim.State != ClaimState.Open)
        {
            return;
        }

        var owners = await OwnersAsync(scene, cancel);
        claim.Send(owners.Count > 0, scene.Now);
        scene.Note(ListingDeed.SentClaim);
        var by = await scene.Db.NameOfAsync(scene.Account, cancel);
        foreach (var to in owners)
        {
            scene.Send(mails.Claimed(to, by, scene.Listing.Name, scene.Listing.Id, claim.ObjectUntil!.Value));
        }
    }

    private static Task<List<string>> OwnersAsync(Scene scene, CancellationToken cancel) => scene.Db.Members
        .Where(m => m.ListingId == scene.Listing.Id && m.Role == MemberRole.Owner)
        .Join(scene.Db.Users, m => m.AccountId, a => a.Id, (_, a) => a.Email!).ToListAsync(cancel);

    private async Task<ClaimOutcome> ActAsync(long listing, long account, Func<Scene, Task<ClaimOutcome>> act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.TakeTurnAsync(listing, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        if (await ClaimedListing.FindAsync(db, l => l.Id == listing, now, cancel) is not { } claimed)
        {
            return ClaimOutcome.NotThere;
        }

        if (await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account && m.Role == MemberRole.Owner, cancel))
        {
            return ClaimOutcome.Owns;
        }

        var claim = await db.Claims.SingleOrDefaultAsync(
            c => c.ListingId == listing && c.AccountId == account && (c.State == ClaimState.Open || c.State == ClaimState.Waiting), cancel);
        var outcome = await act(new Scene(db, claimed, account, claim, now));

        // Also when it came to nothing: a wrong code is a try.
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }
}
