using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What is asked in an enquiry, as both sides read it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Technique">Name of the technique; null when none is named.</param>
/// <param name="Place">Where; null when they do not mind.</param>
/// <param name="Times">When it suits.</param>
/// <param name="Words">Their own words.</param>
public sealed record Asked(string Reason, string? Technique, string? Place, string Times, string? Words)
{
    public static Asked Of(Enquiry enquiry, Vocabulary vocabulary) => new(
        enquiry.Reason.InWords(), vocabulary.TechniqueName(enquiry.Technique), enquiry.Place, enquiry.Times.InWords(), enquiry.Words);
}

/// <summary>A message of the thread.</summary>
/// <param name="BySender">Whether who wrote the enquiry wrote this.</param>
/// <param name="Words">Plain text.</param>
/// <param name="At">When, UTC.</param>
public sealed record Said(bool BySender, string Words, DateTime At);

/// <summary>The messages of an enquiry.</summary>
public static class EnquiryThread
{
    public static async Task<IReadOnlyList<Said>> MessagesOfAsync(this FinderDbContext db, long enquiry, CancellationToken cancel) =>
        await db.EnquiryMessages.Where(m => m.EnquiryId == enquiry).OrderBy(m => m.Id).Select(m => new Said(m.BySender, m.Words, m.At)).ToListAsync(cancel);

    /// <summary>Why one side may not write now: the form was taken before, or it has written too much within a day. Null when it may.</summary>
    public static async Task<EnquiryOutcome?> MayNotSayAsync(
        this FinderDbContext db, Enquiry enquiry, bool bySender, string once, DateTime now, CancellationToken cancel)
    {
        var yesterday = now.AddDays(-1);
        var recent = db.EnquiryMessages.Where(m => m.EnquiryId == enquiry.Id);
        return await recent.AnyAsync(m => m.Once == once, cancel) ? EnquiryOutcome.Already
            : await recent.CountAsync(m => m.BySender == bySender && m.At > yesterday, cancel) >= Enquiry.MostMessagesADay ? EnquiryOutcome.TooMany
            : null;
    }

    /// <summary>When the last mail about an enquiry was refused for good by the mail server, UTC; null when none was. A later one that went through makes up for it.</summary>
    public static async Task<DateTime?> RefusedAsync(this FinderDbContext db, string keys, CancellationToken cancel) =>
        await db.OutgoingMails.Where(m => m.Key!.StartsWith(keys)).OrderByDescending(m => m.Id).Select(m => m.RefusedAt).FirstOrDefaultAsync(cancel);
}
