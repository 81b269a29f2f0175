using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Alerts;

internal static class AlertRows
{
    /// <summary>The alerts of an address, however it is written.</summary>
    public static IQueryable<SearchAlert> OfAddress(this FinderDbContext db, string email)
    {
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, and knows no StringComparison.
        var upper = email.ToUpperInvariant();
        return db.Alerts.Where(a => a.Email.ToUpper() == upper);
#pragma warning restore CA1304, CA1311, CA1862
    }
}
