using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>What whoever has a link of an alert does with it.</summary>
public sealed class KeepAlert(IDbContextFactory<FinderDbContext> contexts, ReadSearch search, TimeProvider time)
{
    /// <param name="Criteria">The search; null when its place is not known any more.</param>
    /// <param name="IsConfirmed">Whether it runs.</param>
    /// <param name="Until">When it is erased unless it is confirmed, UTC.</param>
    public sealed record State(SearchCriteria? Criteria, bool IsConfirmed, DateTime Until);

    /// <summary>Looks at it and changes nothing: programs that look for harm in mails open its link too. Null when there is none.</summary>
    public async Task<State?> ReadAsync(string? token, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await OpenAsync(db, token, cancel) is { } alert
            ? new State(search.Of(alert.Query), alert.ConfirmedAt is not null, alert.At.AddDays(SearchAlert.DaysToConfirm))
            : null;
    }

    /// <summary>Starts it, and ends another of the same address for the same search.</summary>
    /// <returns>Whether it runs.</returns>
    public async Task<bool> ConfirmAsync(string? token, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await OpenAsync(db, token, cancel) is not { } alert)
        {
            return false;
        }

        if (alert.ConfirmedAt is null)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.OfAddress(alert.Email).Where(a => a.Query == alert.Query && a.Id != alert.Id).ExecuteDeleteAsync(cancel);
            alert.Confirm(time.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // It was stopped at the same moment.
                return false;
            }

            await transaction.CommitAsync(cancel);
        }

        return true;
    }

    /// <summary>Ends it, and erases it with its address and links.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> StopAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        var hash = LinkToken.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Alerts.Where(a => db.AlertLinks.Any(l => l.TokenHash == hash && l.AlertId == a.Id)).ExecuteDeleteAsync(cancel) > 0;
    }

    private async Task<SearchAlert?> OpenAsync(FinderDbContext db, string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = LinkToken.Hash(token);
        return await db.Alerts.SingleOrDefaultAsync(a => db.AlertLinks.Any(l => l.TokenHash == hash && l.AlertId == a.Id), cancel) is { } alert
            && alert.IsOpen(time.GetUtcNow().UtcDateTime)
            ? alert
            : null;
    }
}
