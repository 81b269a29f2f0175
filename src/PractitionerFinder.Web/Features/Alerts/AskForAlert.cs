using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Begins an alert: nothing is sent but one mail that asks whether it is wanted.</summary>
public sealed class AskForAlert(IDbContextFactory<FinderDbContext> contexts, AlertMails mails, TimeProvider time)
{
    /// <summary>
    /// Writes it down, with its mail. An address with several alerts that wait, or very many, gets no further mail; whoever asks is told the same in any case,
    /// so that nobody learns whose address is known.
    /// </summary>
    /// <param name="criteria">What is kept of the search.</param>
    /// <param name="email">Whom to tell.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task RunAsync(SearchCriteria criteria, string email, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = now.AddDays(-SearchAlert.DaysToConfirm);
        var theirs = await db.AlertsOf(email).Where(a => a.ConfirmedAt != null || a.At > open).Select(a => a.ConfirmedAt != null).ToListAsync(cancel);
        if (theirs.Count(isConfirmed => !isConfirmed) >= SearchAlert.MostWaiting || theirs.Count >= SearchAlert.Most)
        {
            return;
        }

        var token = LinkToken.New();
        var alert = new SearchAlert(email, SearchAlert.QueryOf(criteria), now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Alerts.Add(alert);
        await db.SaveChangesAsync(cancel);
        db.AlertLinks.Add(new SearchAlertLink(alert.Id, LinkToken.Hash(token)));
        db.OutgoingMails.Add(new OutgoingMail(mails.Confirm(email, criteria, token), now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
