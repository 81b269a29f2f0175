using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>The listings that an account keeps.</summary>
public sealed class ListMyListings(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="Id">Key.</param>
    /// <param name="Name">Name as typed last, or as it is public.</param>
    /// <param name="Role">What the account may do.</param>
    /// <param name="Standing">What the public is told at its address.</param>
    /// <param name="IsWaiting">Whether something waits for staff.</param>
    /// <param name="CameBack">Whether staff asked for a change.</param>
    /// <param name="ErasedFrom">From when it is erased, UTC; null while no owner asked for that.</param>
    public sealed record Entry(long Id, string Name, MemberRole Role, PublicStanding Standing, bool IsWaiting, bool CameBack, DateTime? ErasedFrom);

    /// <summary>What an account may do with a listing; null for nothing.</summary>
    public async Task<MemberRole?> RoleAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Members.Where(m => m.ListingId == listing && m.AccountId == account).Select(m => (MemberRole?)m.Role).SingleOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<Entry>> RunAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var roles = await db.Members.Where(m => m.AccountId == account).ToDictionaryAsync(m => m.ListingId, m => m.Role, cancel);
        var listings = await db.Listings.Where(l => roles.Keys.Contains(l.Id)).Include(l => l.Revisions).AsSplitQuery().ToListAsync(cancel);
        var names = await db.Drafts.Where(d => roles.Keys.Contains(d.ListingId) && d.Section == AboutForm.Section).ToListAsync(cancel);
        var erased = await db.ListingDeletions.Where(d => roles.Keys.Contains(d.ListingId)).ToDictionaryAsync(d => d.ListingId, d => (DateTime?)d.ErasedFrom, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. listings.Select(l => new Entry(
                l.Id,
                l.Form(names.Where(d => d.ListingId == l.Id)).About.Name,
                roles[l.Id],
                l.Standing(now),
                l.Waiting is not null,
                l.SentBack() is not null,
                erased.GetValueOrDefault(l.Id)))
                .OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id),
        ];
    }
}
