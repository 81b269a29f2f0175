using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Listings;

/// <summary>Packs what a version of the program that packed otherwise, or not at all, has left.</summary>
public static class Packing
{
    private const int AtATime = 250;

    /// <summary>A <see cref="Fill"/>: packs listings that were approved and have nothing packed.</summary>
    public static async Task FillAsync(FinderDbContext db, CancellationToken cancel)
    {
        while (true)
        {
            var some = await db.Listings.Where(l => l.PublicRevision != null && (l.PackedRows == null || l.PackedConfirmations == null))
                .OrderBy(l => l.Id).Take(AtATime).WithEverything().ToListAsync(cancel);
            if (some.Count == 0)
            {
                return;
            }

            some.ForEach(l => l.Repack());
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
