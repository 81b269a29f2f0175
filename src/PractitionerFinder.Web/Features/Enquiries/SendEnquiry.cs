using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// Takes an enquiry to one listing and mails its sender a link, by which they send it on. Nobody is told whether an address has written before, or is
/// blocked: whoever types somebody else's learns nothing.
/// </summary>
public sealed class SendEnquiry(IDbContextFactory<FinderDbContext> contexts, ReadEnquiryDoor door, SenderKeys keys, EnquiryMails mails, TimeProvider time)
{
    /// <summary>For how long the same words again are a second press of the same button. Later the mail is sent again.</summary>
    public static readonly TimeSpan SamePress = TimeSpan.FromMinutes(10);

    public enum Outcome
    {
        /// <summary>The enquiry and the mail about it are on the disk.</summary>
        Sent = 0,

        /// <summary>The listing takes no enquiries now.</summary>
        Closed = 1,

        /// <summary>This address has written as often today as it may.</summary>
        TooMany = 2,
    }

    public async Task<Outcome> RunAsync(long listing, EnquiryAnswers answers, CancellationToken cancel)
    {
        var sender = await keys.OfSenderAsync(answers.Email, cancel);
        var once = await keys.OfAnswersAsync(listing, answers, cancel);
        for (var isFirst = true; ; isFirst = false)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            var to = await db.Listings.AsNoTracking().SingleAsync(l => l.Id == listing, cancel);
            if (to.Standing(now) != PublicStanding.Shown || !(await door.OfAsync(db, listing, cancel)).IsOpen)
            {
                return Outcome.Closed;
            }

            var same = await db.Enquiries.SingleOrDefaultAsync(e => e.OnceKey == once && e.State == EnquiryState.Waiting, cancel);
            if (same is not null && same.IsOver(now))
            {
                db.Enquiries.Remove(same);
                same = null;
            }

            var longAgo = now - SamePress;
            if (same is not null && await db.EnquiryLinks.AnyAsync(l => l.EnquiryId == same.Id && l.At > longAgo, cancel))
            {
                return Outcome.Sent;
            }

            if (await MailsOfTodayAsync(db, sender, now, cancel) >= Enquiry.MostADay)
            {
                return Outcome.TooMany;
            }

            if (same is null)
            {
                same = new Enquiry(listing, answers, sender, once, now);
                db.Enquiries.Add(same);
            }

            mails.Confirm(db, same, to.Name, now);
            try
            {
                await db.SaveChangesAsync(cancel);
                return Outcome.Sent;
            }
            catch (DbUpdateException) when (isFirst)
            {
                // The same press came twice at one moment: the other one is on the disk, and is found when looking again.
            }
        }
    }

    private static async Task<int> MailsOfTodayAsync(FinderDbContext db, byte[] sender, DateTime now, CancellationToken cancel)
    {
        var yesterday = now.AddDays(-1);
        return await db.EnquiryLinks.CountAsync(l => l.At > yesterday && l.Enquiry.SenderKey == sender && l.Enquiry.State == EnquiryState.Waiting, cancel)
            + await db.Enquiries.CountAsync(e => e.SenderKey == sender && e.AskedAt > yesterday && e.State != EnquiryState.Waiting, cancel);
    }
}
