using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Listings;

/// <summary>How listings are read to be changed.</summary>
public static class WholeListings
{
    /// <summary>Listings with every row that belongs to them: what the verbs of <see cref="Listing"/> need.</summary>
    public static IQueryable<Listing> WithEverything(this IQueryable<Listing> listings) => listings
        .Include(l => l.Revisions).Include(l => l.Confirmations).Include(l => l.Checks)
        .Include(l => l.Locations).Include(l => l.VisitAreas).ThenInclude(v => v.Cells)
        .Include(l => l.Techniques).Include(l => l.Credentials).Include(l => l.Areas).Include(l => l.Languages).AsSplitQuery();
}
