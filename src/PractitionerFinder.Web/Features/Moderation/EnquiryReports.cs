using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Enquiries that practitioners have reported: the only ones whose words staff see.</summary>
public sealed class EnquiryReports(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    private const int Most = 50;

    /// <param name="Id">Number.</param>
    /// <param name="Listing">What the listing is called.</param>
    /// <param name="Slug">Its address; null when it is not shown.</param>
    /// <param name="By">Who reported it.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Words">A copy of what was written.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Entry(long Id, string Listing, string? Slug, string By, string Reason, string Words, DateTime At);

    /// <summary>The oldest open ones.</summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = now.AddDays(-EnquiryReport.DaysKept);
        var rows = await db.EnquiryReports.AsNoTracking().Where(r => r.At > oldest).OrderBy(r => r.Id).Take(Most)
            .Join(db.Listings, r => r.ListingId, l => l.Id, (Report, Listing) => new { Report, Listing }).ToListAsync(cancel);
        var entries = new List<Entry>();
        foreach (var row in rows)
        {
            var isShown = row.Listing.Standing(now) is PublicStanding.Shown or PublicStanding.Paused;
            entries.Add(new Entry(
                row.Report.Id, row.Listing.Name, isShown ? row.Listing.Slug : null, await db.NameOfAsync(row.Report.By, cancel), row.Report.Reason.InWords(), row.Report.Words, row.Report.At));
        }

        return entries;
    }

    /// <summary>Deletes a report with its copy; the block stays.</summary>
    public async Task CloseAsync(long report, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.EnquiryReports.Where(r => r.Id == report).ExecuteDeleteAsync(cancel);
    }
}
