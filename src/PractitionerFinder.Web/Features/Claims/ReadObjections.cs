using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>Claims of a listing that wait, as its owners see them.</summary>
public sealed class ReadObjections(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="Name">Name of the listing.</param>
    /// <param name="Claims">Claims that its owners were told of, the oldest first.</param>
    public sealed record Result(string Name, IReadOnlyList<Claim> Claims);

    /// <param name="Id">The claim.</param>
    /// <param name="By">Who claims.</param>
    /// <param name="Proofs">What they have shown.</param>
    /// <param name="SentAt">Since when it waits, UTC.</param>
    /// <param name="Until">Until when an owner can object, UTC.</param>
    /// <param name="ObjectedAt">When one did, UTC.</param>
    /// <param name="MayObject">Whether one can now.</param>
    public sealed record Claim(long Id, string By, ClaimProofs Proofs, DateTime SentAt, DateTime Until, DateTime? ObjectedAt, bool MayObject);

    /// <summary>The claims; null for whoever does not own the listing.</summary>
    public async Task<Result?> RunAsync(long listing, long account, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account && m.Role == MemberRole.Owner, cancel))
        {
            return null;
        }

        var claims = await db.Claims.AsNoTracking().Where(c => c.ListingId == listing && c.State == ClaimState.Waiting && c.OwnersToldAt != null)
            .OrderBy(c => c.Id).ToListAsync(cancel);
        var names = await db.NamesOfAsync(claims.Select(c => AccountIds.AsPerson(c.AccountId)), cancel);
        return new Result(
            await db.Listings.Where(l => l.Id == listing).Select(l => l.Name).SingleAsync(cancel),
            [
                .. claims.Select(c => new Claim(
                    c.Id, names[AccountIds.AsPerson(c.AccountId)], c.Proofs, c.SentAt!.Value, c.ObjectUntil!.Value, c.ObjectedAt, c.MayObject(now))),
            ]);
    }
}
