using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>
/// Decides about a revision. The version that was seen travels with the decision, so that of two decisions one is done and the
/// other told.
/// </summary>
public sealed partial class DecideRevision(
    IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, ListingMails mails, IMailer mailer, TimeProvider time, ILogger<DecideRevision> log)
{
    public enum Decision
    {
        Approve,
        SendBack,
        Refuse,
    }

    public abstract record Result
    {
        /// <summary>It is done.</summary>
        /// <param name="AreTold">Whether a mail to everybody who keeps the listing is on its way.</param>
        public sealed record Done(bool AreTold) : Result;

        /// <summary>It was decided, changed or taken back meanwhile; nothing was done.</summary>
        public sealed record ChangedSince(string Words) : Result;

        /// <summary>Who decides keeps the listing themselves.</summary>
        public sealed record OwnListing : Result;

        /// <summary>There is no such revision.</summary>
        public sealed record Unknown : Result;
    }

    /// <param name="id">The listing.</param>
    /// <param name="number">The revision.</param>
    /// <param name="seen">Version of the listing that was looked at.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="decision">What.</param>
    /// <param name="words">Words on the whole; may be blank when it is approved.</param>
    /// <param name="reasons">Words on single fields.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result> RunAsync(
        long id, int number, long seen, long by, Decision decision, string words, IReadOnlyList<FieldReason> reasons, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Listings.WithEverything().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } listing
            || listing.Revisions.FirstOrDefault(r => r.Number == number) is not { } revision)
        {
            return new Result.Unknown();
        }

        if (await db.Members.AnyAsync(m => m.ListingId == id && m.AccountId == by, cancel))
        {
            return new Result.OwnListing();
        }

        if (listing.Version != seen || revision.State != RevisionState.Submitted)
        {
            return new Result.ChangedSince(await DescribeAsync(db, revision, cancel));
        }

        var now = time.GetUtcNow().UtcDateTime;
        var person = AccountIds.AsPerson(by);
        if (decision == Decision.Approve)
        {
            listing.Approve(number, person, now, vocabulary);

            // What was sent is public now; what was typed since stays.
            db.Drafts.RemoveRange(await db.Drafts.Where(d => d.ListingId == id && d.SavedAt <= revision.SubmittedAt).ToListAsync(cancel));
        }
        else
        {
            listing.TurnDown(number, decision == Decision.Refuse, person, now, words, reasons);
        }

        db.Events.Add(new ListingEvent(id, decision switch { Decision.Approve => ListingDeed.Approved, Decision.SendBack => ListingDeed.SentBack, _ => ListingDeed.Refused }, by, now, number));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Result.ChangedSince(await DescribeAsync(db, await db.Revisions.SingleAsync(r => r.ListingId == id && r.Number == number, cancel), cancel));
        }

        return new Result.Done(await TellAsync(db, listing, revision, decision));
    }

    private static async Task<string> DescribeAsync(FinderDbContext db, Revision revision, CancellationToken cancel)
    {
        var names = await db.NamesOfAsync([revision.DecidedBy], cancel);
        var when = revision.DecidedAt is { } at ? $" at {TimeOnly.FromDateTime(at).InWords()} UTC on {DateOnly.FromDateTime(at).InWords()}" : "";
        var who = revision.DecidedBy is { } by ? names[by] : "Its author";
        return revision.State switch
        {
            RevisionState.Approved => $"{who} approved this{when}.",
            RevisionState.ChangesRequested => $"{who} sent this back{when}.",
            RevisionState.Rejected => $"{who} refused this{when}.",
            RevisionState.Withdrawn => $"Its author took this back{when}, or sent a newer one.",
            _ => "The listing was changed since you opened this page. Look again before you decide.",
        };
    }

    /// <summary>A decision stands whether or not its mail can be sent, and whether or not whoever decided still waits for the answer.</summary>
    private async Task<bool> TellAsync(FinderDbContext db, Listing listing, Revision revision, Decision decision)
    {
        var areTold = true;
        var keepers = await db.Members.Where(m => m.ListingId == listing.Id).Join(db.Users, m => m.AccountId, a => a.Id, (_, a) => a.Email!).ToListAsync(CancellationToken.None);
        foreach (var to in keepers)
        {
            try
            {
                await mailer.SendAsync(
                    decision switch
                    {
                        Decision.Approve => mails.Approved(to, listing.Id, revision, listing.Slug),
                        Decision.SendBack => mails.SentBack(to, listing.Id, revision),
                        _ => mails.Refused(to, listing.Id, revision),
                    },
                    CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                MailFailed(log, error, listing.Id, revision.Number);
                areTold = false;
            }
        }

        return areTold;
    }

    [LoggerMessage(LogLevel.Error, "The mail about the decision on revision {Revision} of listing {Listing} could not be kept for sending.")]
    private static partial void MailFailed(ILogger log, Exception error, long listing, int revision);
}
