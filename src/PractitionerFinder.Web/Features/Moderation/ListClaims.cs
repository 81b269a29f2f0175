using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Claims that wait for staff, what is due first at the top.</summary>
public sealed class ListClaims(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <summary>Most that are shown at once.</summary>
    public const int Most = 50;

    /// <param name="Entries">Those due first.</param>
    /// <param name="Count">How many wait in all.</param>
    public sealed record Waiting(IReadOnlyList<Entry> Entries, int Count);

    /// <param name="Id">The claim.</param>
    /// <param name="Name">Name of the listing.</param>
    /// <param name="By">Who claims.</param>
    /// <param name="Proofs">What they have shown.</param>
    /// <param name="SentAt">When, UTC.</param>
    /// <param name="NotBefore">The day before which nothing can be approved because the owners may object; null when it can be now.</param>
    /// <param name="IsObjected">Whether an owner objects.</param>
    /// <param name="DueOn">By when an answer was promised.</param>
    /// <param name="IsLate">Whether that day is past.</param>
    public sealed record Entry(
        long Id, string Name, string By, ClaimProofs Proofs, DateTime SentAt, DateOnly? NotBefore, bool IsObjected, DateOnly DueOn, bool IsLate);

    public async Task<Waiting> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var waiting = db.Claims.AsNoTracking().Where(c => c.State == ClaimState.Waiting);
        var claims = await waiting.OrderBy(c => c.OwnersToldAt != null && c.ObjectedAt == null).ThenBy(c => c.SentAt).ThenBy(c => c.Id).Take(Most)
            .Join(db.Listings, c => c.ListingId, l => l.Id, (c, l) => new { Claim = c, l.Name }).ToListAsync(cancel);
        var names = await db.NamesOfAsync(claims.Select(c => AccountIds.AsPerson(c.Claim.AccountId)), cancel);
        var today = DateOnly.FromDateTime(now);
        var entries = claims.Select(c =>
        {
            var due = ReviewPromise.DueOn(c.Claim.DecidableAt!.Value);
            return new Entry(
                c.Claim.Id,
                c.Name,
                names[AccountIds.AsPerson(c.Claim.AccountId)],
                c.Claim.Proofs,
                c.Claim.SentAt!.Value,
                c.Claim.MayApprove(now) ? null : DateOnly.FromDateTime(c.Claim.ObjectUntil!.Value),
                c.Claim.ObjectedAt is not null,
                due,
                due < today);
        }).OrderBy(e => e.DueOn).ThenBy(e => e.Id).ToList();
        return new Waiting(entries, claims.Count < Most ? claims.Count : await waiting.CountAsync(cancel));
    }
}
