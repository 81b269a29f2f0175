using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>
/// Looks at what the link of a reminder asks. It changes nothing, because programs that look for harm in mails open links too, and it shows
/// only what is public, because mails are forwarded.
/// </summary>
public sealed class ReadReminder(IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, TimeProvider time)
{
    /// <param name="ListingId">The listing.</param>
    /// <param name="Listing">What the public page says, or would say if it were not hidden.</param>
    /// <param name="Asked">The facts that can be confirmed: first those that hide the page, then by when they are due.</param>
    /// <param name="Confirmed">The facts that were confirmed since the mail was written.</param>
    /// <param name="HiddenFrom">From when the page is or was hidden if nothing of this is confirmed, UTC.</param>
    /// <param name="Until">The last moment of the link, UTC.</param>
    /// <param name="Now">When it was looked at, UTC.</param>
    public sealed record Result(
        long ListingId, PublicListing Listing, IReadOnlyList<Fact> Asked, IReadOnlyList<Fact> Confirmed, DateTime? HiddenFrom, DateTime Until, DateTime Now)
    {
        public bool IsHidden => HiddenFrom <= Now;
    }

    /// <param name="Name">The fact.</param>
    /// <param name="Says">What the page says of it, in lines.</param>
    /// <param name="ConfirmedAt">When it was confirmed last, UTC.</param>
    /// <param name="DueAt">When it is to be confirmed again, UTC.</param>
    public sealed record Fact(ListingFact Name, IReadOnlyList<string> Says, DateTime ConfirmedAt, DateTime DueAt);

    /// <summary>What the link with a token asks; null when it opens nothing, or nothing any more.</summary>
    public async Task<Result?> RunAsync(string? token, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReminderLink.FindAsync(db, token, now, cancel) is { } link ? Describe(link.Reminder, link.Listing, now) : null;
    }

    private Result Describe(Reminder reminder, Listing listing, DateTime now)
    {
        // A page that is hidden or paused has no public view of its own; this is the one that it will have again.
        var shown = PublicListing.Of(listing.With(listing.PublicContent!, vocabulary, now), vocabulary, now);
        var facts = listing.Confirmations.Where(c => c.At >= reminder.At || reminder.Asks(c, now)).OrderBy(c => !Freshness.Hides(c.Fact)).ThenBy(c => c.DueAt).ThenBy(c => c.Fact)
            .ToLookup(c => reminder.Asks(c, now), c => new Fact(c.Fact, FactWords.Of(shown, c.Fact, vocabulary), c.At, c.DueAt));
        return new Result(listing.Id, shown, [.. facts[true]], [.. facts[false]], listing.HiddenFrom, reminder.Until, now);
    }
}
