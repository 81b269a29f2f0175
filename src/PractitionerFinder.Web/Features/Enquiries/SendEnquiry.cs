using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// Takes an enquiry and mails its sender a link, by which they send it on. Nobody is told whether an address has written before, or is
/// blocked: whoever types somebody else's learns nothing.
/// </summary>
public sealed class SendEnquiry(IDbContextFactory<FinderDbContext> contexts, ReadEnquiryDoor door, SenderKeys keys, EnquiryMails mails, TimeProvider time)
{
    /// <summary>For how long the same words again are a second press of the same button. Later the mail is sent again.</summary>
    public static readonly TimeSpan SamePress = TimeSpan.FromMinutes(10);

    private const int Tries = 3;

    public enum Outcome
    {
        /// <summary>The enquiry and the mail about it are on the disk.</summary>
        Sent = 0,

        /// <summary>The listing takes no enquiries now.</summary>
        Closed = 1,

        /// <summary>This address has written as often today as it may.</summary>
        TooMany = 2,
    }

    public Task<Outcome> RunAsync(long listing, EnquiryAnswers answers, CancellationToken cancel) => RunAsync([(listing, answers)], cancel);

    /// <summary>Takes what one form asks of a few listings: all of it or nothing, and with one mail. Each is an enquiry of its own from then on.</summary>
    public async Task<Outcome> RunAsync(IReadOnlyList<(long Listing, EnquiryAnswers Answers)> asked, CancellationToken cancel)
    {
        var sender = await keys.OfSenderAsync(asked[0].Answers.Email, cancel);
        for (var left = Tries; ; left--)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            var (taken, added, isSamePress) = (new List<(Enquiry Enquiry, string Listing)>(), 0, true);

            // In one order for everybody: of two forms that ask the same people at one moment, neither waits for the other's second row.
            foreach (var (listing, answers) in asked.OrderBy(a => a.Listing))
            {
                var to = await db.Listings.AsNoTracking().SingleAsync(l => l.Id == listing, cancel);
                if (to.Standing(now) != PublicStanding.Shown || !(await door.OfAsync(db, listing, cancel)).IsOpen)
                {
                    return Outcome.Closed;
                }

                var once = await keys.OfAnswersAsync(listing, answers, cancel);
                if (await WaitingAsync(db, once, now, cancel) is { } same)
                {
                    var longAgo = now - SamePress;
                    isSamePress &= await db.EnquiryLinks.AnyAsync(l => l.EnquiryId == same.Id && l.At > longAgo, cancel);
                    taken.Add((same, to.Name));
                }
                else
                {
                    isSamePress = false;
                    added++;
                    taken.Add((db.Enquiries.Add(new Enquiry(listing, answers, sender, once, now)).Entity, to.Name));
                }
            }

            if (isSamePress)
            {
                return Outcome.Sent;
            }

            if (await TooManyAsync(db, sender, added, now, cancel))
            {
                return Outcome.TooMany;
            }

            if (taken is [var (enquiry, name)])
            {
                mails.Confirm(db, enquiry, name, now);
            }
            else
            {
                mails.ConfirmSeveral(db, taken, now);
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return Outcome.Sent;
            }
            catch (DbUpdateException) when (left > 0)
            {
                // The same press came twice at one moment: the other one is on the disk, and is found when looking again.
            }
        }
    }

    private static async Task<Enquiry?> WaitingAsync(FinderDbContext db, byte[] once, DateTime now, CancellationToken cancel)
    {
        var same = await db.Enquiries.SingleOrDefaultAsync(e => e.OnceKey == once && e.State == EnquiryState.Waiting, cancel);
        if (same is null || !same.IsOver(now))
        {
            return same;
        }

        db.Enquiries.Remove(same);
        return null;
    }

    /// <summary>Both count: what an address asks, and how often it is mailed about that, as when the same is asked again. One mail about several has one time.</summary>
    private static async Task<bool> TooManyAsync(FinderDbContext db, byte[] sender, int added, DateTime now, CancellationToken cancel)
    {
        var yesterday = now.AddDays(-1);
        var today = db.Enquiries.Where(e => e.SenderKey == sender && e.AskedAt > yesterday);
        var mailed = db.EnquiryLinks.Where(l => l.At > yesterday && l.Enquiry.SenderKey == sender && l.Enquiry.State == EnquiryState.Waiting).Select(l => l.At).Distinct();
        return await today.CountAsync(cancel) + added > Enquiry.MostADay
            || await mailed.CountAsync(cancel) + await today.CountAsync(e => e.State != EnquiryState.Waiting, cancel) >= Enquiry.MostADay;
    }
}
