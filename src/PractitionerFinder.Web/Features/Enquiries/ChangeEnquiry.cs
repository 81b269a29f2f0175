using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What an act on an enquiry came to.</summary>
public enum EnquiryOutcome
{
    /// <summary>It is done, and what it tells anybody is on its way.</summary>
    Done = 0,

    /// <summary>It was done before; nothing is done twice.</summary>
    Already = 1,

    /// <summary>There is no such enquiry to whoever asks.</summary>
    Gone = 2,

    /// <summary>The enquiry has come too far for that, or not far enough.</summary>
    NotNow = 3,

    /// <summary>The sender has another open enquiry to the listing.</summary>
    AlreadyAsked = 4,

    /// <summary>The listing takes no enquiries, or is no longer shown.</summary>
    Closed = 5,

    /// <summary>Too much was written within a day.</summary>
    TooMany = 6,
}

/// <summary>
/// Changes an enquiry, in one transaction with its mails. Of two who act at once one is first, and the other decides again by what the first one left.
/// </summary>
public sealed class ChangeEnquiry(IDbContextFactory<FinderDbContext> contexts, ReadEnquiryDoor door, TimeProvider time)
{
    private const int Tries = 20;

    /// <param name="Db">Is saved when the act is done.</param>
    /// <param name="Enquiry">The enquiry.</param>
    /// <param name="Listing">What its listing is called.</param>
    /// <param name="IsShown">Whether the listing is shown to the public, or paused.</param>
    /// <param name="Readers">Who is told of what the sender does: account and address.</param>
    /// <param name="Now">UTC.</param>
    public sealed record Scene(FinderDbContext Db, Enquiry Enquiry, string Listing, bool IsShown, IReadOnlyList<(long Account, string Email)> Readers, DateTime Now);

    public async Task<EnquiryOutcome> RunAsync(
        Func<FinderDbContext, IQueryable<Enquiry>> find, Func<Scene, Task<EnquiryOutcome>> act, CancellationToken cancel)
    {
        for (var left = Tries; ; left--)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            if (await find(db).SingleOrDefaultAsync(cancel) is not { } enquiry || enquiry.IsOver(now))
            {
                return EnquiryOutcome.Gone;
            }

            var listing = await db.Listings.AsNoTracking().SingleAsync(l => l.Id == enquiry.ListingId, cancel);
            var isShown = listing.Standing(now) is PublicStanding.Shown or PublicStanding.Paused;
            var outcome = await act(new Scene(db, enquiry, listing.Name, isShown, await ReadersAsync(db, enquiry.ListingId, cancel), now));
            if (outcome is not (EnquiryOutcome.Done or EnquiryOutcome.AlreadyAsked))
            {
                return outcome;
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return outcome;
            }
            catch (DbUpdateException) when (left > 0)
            {
                // Somebody else was first. What they did, or that it is gone, is seen by looking again.
            }
        }
    }

    /// <summary>The owners; where none of them can read it, whoever else keeps the listing.</summary>
    private async Task<IReadOnlyList<(long Account, string Email)>> ReadersAsync(FinderDbContext db, long listing, CancellationToken cancel)
    {
        var rows = await door.ReadersOf(db, listing)
            .Join(db.Members.Where(m => m.ListingId == listing), a => a.Id, m => m.AccountId, (a, m) => new { a.Id, a.Email, m.Role })
            .ToListAsync(cancel);
        var owners = rows.Where(r => r.Role == MemberRole.Owner).ToList();
        return [.. (owners.Count > 0 ? owners : rows).Select(r => (r.Id, r.Email!))];
    }
}
