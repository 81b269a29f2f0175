using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// What time does to enquiries: those that nobody answered expire, and their senders are told; those that are over are deleted, with everything of them.
/// What is done once is decided by the version of each row, so two nodes may do it at once.
/// </summary>
public sealed class TidyEnquiries(IDbContextFactory<FinderDbContext> contexts, ChangeEnquiry change, EnquiryMails mails, TimeProvider time) : IScheduledWork
{
    private const int AtATime = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await ExpireAsync(now, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (asked, sent, last, reported) = (now.AddDays(-Enquiry.DaysToConfirm), now.AddDays(-Enquiry.DaysToAnswer - Enquiry.DaysKept), now.AddDays(-Enquiry.DaysKept), now.AddDays(-EnquiryReport.DaysKept));
        await db.Enquiries.Where(e => e.State == EnquiryState.Waiting && e.AskedAt <= asked).ExecuteDeleteAsync(cancel);
        await db.Enquiries.Where(e => e.State == EnquiryState.Sent && e.SentAt <= sent).ExecuteDeleteAsync(cancel);
        await db.Enquiries.Where(e => e.State != EnquiryState.Waiting && e.State != EnquiryState.Sent && e.LastAt <= last).ExecuteDeleteAsync(cancel);
        await db.EnquiryReports.Where(r => r.At <= reported).ExecuteDeleteAsync(cancel);
    }

    private async Task ExpireAsync(DateTime now, CancellationToken cancel)
    {
        var sent = now.AddDays(-Enquiry.DaysToAnswer);
        long after = 0;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var due = await db.Enquiries.Where(e => e.State == EnquiryState.Sent && e.SentAt <= sent && e.Id > after).OrderBy(e => e.Id).Select(e => e.Id).Take(AtATime).ToListAsync(cancel);
            foreach (var id in due)
            {
                await change.RunAsync(all => all.Enquiries.Where(e => e.Id == id), scene => Task.FromResult(Expire(scene)), cancel);
            }

            if (due.Count < AtATime)
            {
                return;
            }

            after = due[^1];
        }
    }

    private EnquiryOutcome Expire(ChangeEnquiry.Scene scene)
    {
        if (scene.Enquiry.State != EnquiryState.Sent || scene.Enquiry.StateAt(scene.Now) != EnquiryState.Expired)
        {
            return EnquiryOutcome.Already;
        }

        scene.Enquiry.Expire(scene.Now);
        mails.Expired(scene.Db, scene.Enquiry, scene.Listing, scene.Now);
        return EnquiryOutcome.Done;
    }
}
