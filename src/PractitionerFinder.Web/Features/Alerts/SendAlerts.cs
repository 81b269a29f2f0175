using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>
/// Looks for alerts that are due, a week after the last look, and writes a mail where somebody is new. What was looked at and the mail about it are saved
/// in one transaction that only one node's look comes through.
/// </summary>
public sealed partial class SendAlerts(
    IDbContextFactory<FinderDbContext> contexts, FindNewcomers find, ReadSearch search, AlertMails mails, TimeProvider time, ILogger<SendAlerts> log) : IScheduledWork
{
    private const int AtATime = 100;

    // An approval carries the time at which it began. What was begun before this and is not yet saved, will be by the next look; what is younger is left to it.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await EraseAsync(now, cancel);
        var last = 0L;
        while (true)
        {
            List<SearchAlert> due;
            await using (var db = await contexts.CreateDbContextAsync(cancel))
            {
                due = await db.Alerts.AsNoTracking().Where(a => a.NextAt <= now && a.Id > last).OrderBy(a => a.Id).Take(AtATime).ToListAsync(cancel);
            }

            foreach (var alert in due)
            {
                last = alert.Id;
                try
                {
                    await LookAsync(alert, now, cancel);
                }
                catch (Exception error) when (!cancel.IsCancellationRequested)
                {
                    // One that goes wrong keeps none of the others back, and comes again.
                    Later(log, alert.Id, error);
                }
            }

            if (due.Count < AtATime)
            {
                return;
            }
        }
    }

    private async Task EraseAsync(DateTime now, CancellationToken cancel)
    {
        var unconfirmed = now.AddDays(-SearchAlert.DaysToConfirm);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Alerts.Where(a => a.ConfirmedAt == null && a.At <= unconfirmed).ExecuteDeleteAsync(cancel);
    }

    private async Task LookAsync(SearchAlert alert, DateTime now, CancellationToken cancel)
    {
        var (after, until) = (alert.LookedAt!.Value, now - Settled);
        var criteria = search.Of(alert.Query);
        var newcomers = criteria is null ? [] : await find.RunAsync(criteria, after, until, cancel);

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var next = now.AddDays(SearchAlert.DaysBetween);
        var isOurs = await db.Alerts.Where(a => a.Id == alert.Id && a.NextAt == alert.NextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LookedAt, until > after ? until : after).SetProperty(a => a.NextAt, next), cancel) == 1;
        if (!isOurs)
        {
            return;
        }

        if (newcomers.Count > 0)
        {
            var token = LinkToken.New();
            db.AlertLinks.Add(new SearchAlertLink(alert.Id, LinkToken.Hash(token)));
            db.OutgoingMails.Add(new OutgoingMail(mails.Tell(alert.Email, criteria!, newcomers, token), now, $"alert:{alert.Id}:{after.Ticks}"));
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Alert {Alert} could not be looked at, and is tried again.")]
    private static partial void Later(ILogger log, long alert, Exception error);
}
