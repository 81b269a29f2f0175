using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>What the link of a reminder opens; both are tracked by the context that it was found in.</summary>
internal sealed record ReminderLink(Reminder Reminder, Listing Listing)
{
    /// <summary>
    /// Looks a token up. Its link works until it is <see cref="Reminder.Days"/> days old or a newer one of the same owner was used, for as long as
    /// they keep the listing and the listing is published; otherwise null, and nobody learns whether there was such a link.
    /// </summary>
    public static async Task<ReminderLink?> FindAsync(FinderDbContext db, string? token, DateTime now, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = LinkToken.Hash(token);
        if (await db.Reminders.SingleOrDefaultAsync(r => r.TokenHash == hash, cancel) is not { } reminder || now >= reminder.Until)
        {
            return null;
        }

        var (listing, account) = (reminder.ListingId, reminder.AccountId);
        if (await db.Reminders.AnyAsync(r => r.ListingId == listing && r.AccountId == account && r.Id > reminder.Id && r.UsedAt != null, cancel)
            || !await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel))
        {
            return null;
        }

        return await db.Listings.WithEverything().SingleAsync(l => l.Id == listing, cancel) is { State: ListingState.Published } found
            ? new ReminderLink(reminder, found)
            : null;
    }
}
