using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared.Enquiries;

internal static class EnquiryRows
{
    /// <summary>The enquiries that were sent from an address, however it is written.</summary>
    /// <param name="db">The database.</param>
    /// <param name="normalised">The address in upper case.</param>
    public static IQueryable<Enquiry> EnquiriesOf(this FinderDbContext db, string normalised)
    {
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, and knows no StringComparison.
        return db.Enquiries.Where(e => e.Email.ToUpper() == normalised);
#pragma warning restore CA1304, CA1311, CA1862
    }
}
