using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared.Enquiries;

/// <summary>How many enquiries wait for whoever keeps a listing: new ones, and those in which the last word is the patient's.</summary>
public sealed class CountEnquiries(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    public async Task<int> RunAsync(long listing, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (answerFrom, keptFrom) = (now.AddDays(-Enquiry.DaysToAnswer), now.AddDays(-Enquiry.DaysKept));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Enquiries.CountAsync(
            e => e.ListingId == listing && e.AwaitsPractitioner
                && ((e.State == EnquiryState.Sent && e.SentAt > answerFrom) || (e.State == EnquiryState.Accepted && e.LastAt > keptFrom)),
            cancel);
    }
}
