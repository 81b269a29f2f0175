using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>
/// Confirms facts by the link of a reminder. A link confirms a fact once: what was confirmed since its mail was written, by whatever way, it
/// confirms no more.
/// </summary>
public sealed class ConfirmByLink(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    private const int MostTries = 5;

    public enum Outcome
    {
        /// <summary>It is confirmed now.</summary>
        Done,

        /// <summary>There was nothing to confirm: it was done before.</summary>
        Already,

        /// <summary>The link opens nothing.</summary>
        Refused,
    }

    /// <param name="token">The token of the link.</param>
    /// <param name="facts">The facts that were seen and pressed for.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(string token, IReadOnlyCollection<ListingFact> facts, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(token, facts, cancel);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Somebody changed the listing at the same moment, or pressed twice: what is left to confirm is looked up again.
            }
        }
    }

    private async Task<Outcome> TryAsync(string token, IReadOnlyCollection<ListingFact> facts, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ReminderLink.FindAsync(db, token, now, cancel) is not var (reminder, listing))
        {
            return Outcome.Refused;
        }

        var asked = listing.Confirmations.Where(c => reminder.Asks(c, now) && facts.Contains(c.Fact)).Select(c => c.Fact).ToList();
        if (asked.Count == 0)
        {
            return Outcome.Already;
        }

        foreach (var one in asked)
        {
            listing.Confirm(one, AccountIds.AsPerson(reminder.AccountId), ConfirmedHow.Link, now);
            db.Events.Add(new ListingEvent(listing.Id, ListingDeed.ConfirmedByLink, reminder.AccountId, now, code: one.ToString()));
        }

        reminder.Use(now);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
