using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared;

/// <summary>Acts about the people of one listing come one after the other.</summary>
public static class ListingTurn
{
    /// <summary>
    /// Within a transaction: a write that changes nothing holds the listing's row until the transaction ends, on both providers. Of two acts the
    /// second sees what the first one left.
    /// </summary>
    public static Task<int> TakeTurnAsync(this FinderDbContext db, long listing, CancellationToken cancel) =>
        db.Listings.Where(l => l.Id == listing).ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDemo, x => x.IsDemo), cancel);
}
