using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Records that staff saw proof of a credential of the public revision.</summary>
public sealed class CheckProof(IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, TimeProvider time)
{
    /// <param name="id">The listing.</param>
    /// <param name="credential">Key of the credential.</param>
    /// <param name="lastDay">Last day on which it holds; null when it does not expire.</param>
    /// <param name="seen">Version of the listing that was looked at.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when it is recorded; otherwise why not.</returns>
    public async Task<string?> RunAsync(long id, string credential, DateOnly? lastDay, long seen, long by, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (lastDay is { } day && day < DateOnly.FromDateTime(now))
        {
            return "The last day must not be in the past.";
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Members.AnyAsync(m => m.ListingId == id && m.AccountId == by, cancel))
        {
            return "You keep this listing yourself. A colleague must look at its proof.";
        }

        if (await db.Listings.WithEverything().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } listing
            || listing.PublicContent?.Credentials.Any(c => c.Key == credential) is not true)
        {
            return "The public page has no such entry any more.";
        }

        if (listing.Version != seen)
        {
            return "The listing was changed since you opened this page. Look again, then record what you saw.";
        }

        listing.Check(credential, AccountIds.AsPerson(by), now, lastDay?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), vocabulary);
        db.Events.Add(new ListingEvent(id, ListingDeed.CheckedProof, by, now, listing.PublicRevision));
        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "The listing was changed at the same moment. Look again, then record what you saw.";
        }
    }
}
