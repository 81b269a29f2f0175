using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared;

/// <summary>What was asked for from an address for mail, however it is written, without an account.</summary>
internal static class RowsOfAddress
{
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, and knows no StringComparison.
    public static IQueryable<SearchAlert> AlertsOf(this FinderDbContext db, string email)
    {
        var upper = email.ToUpperInvariant();
        return db.Alerts.Where(a => a.Email.ToUpper() == upper);
    }

    public static IQueryable<Enquiry> EnquiriesOf(this FinderDbContext db, string email)
    {
        var upper = email.ToUpperInvariant();
        return db.Enquiries.Where(e => e.Email.ToUpper() == upper);
    }
#pragma warning restore CA1304, CA1311, CA1862
}
