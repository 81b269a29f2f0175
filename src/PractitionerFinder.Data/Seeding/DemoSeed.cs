using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>
/// Puts the fictional listings into a database that has none, and keeps their age: facts fall due with time, and a
/// demonstration that stood for months would hide all its practitioners.
/// </summary>
public sealed class DemoSeed(Vocabulary vocabulary, Func<GeoPoint, bool> isBuiltUp, string folder, TimeProvider time)
{
    private const int OldestDays = 30;
    private const int AtATime = 250;

    /// <summary>A <see cref="Fill"/>.</summary>
    public async Task FillAsync(FinderDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var seeded = await db.SeedStates.FindAsync([SeedState.DemoDay], cancel);
        if (seeded is null)
        {
            await SeedAsync(db, now, cancel);
            db.SeedStates.Add(new SeedState(SeedState.DemoDay, Write(today)));
            await db.SaveChangesAsync(cancel);
            return;
        }

        var age = today.DayNumber - DateOnly.ParseExact(seeded.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        if (age >= OldestDays)
        {
            await ShiftAsync(db, age, cancel);
            seeded = await db.SeedStates.SingleAsync(s => s.Name == SeedState.DemoDay, cancel);
            seeded.Value = Write(today);
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task SeedAsync(FinderDbContext db, DateTime now, CancellationToken cancel)
    {
        var listings = new DemoListings(vocabulary, isBuiltUp, folder).Make(now);
        // Everything is new: looking for changes would find none, row by row.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var some in listings.Chunk(AtATime))
        {
            db.AddRange(some);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var (from, into) = DemoListings.EnteredTwice(listings);
        db.Attach(from);
        from.Archive(into.Id);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task ShiftAsync(FinderDbContext db, int days, CancellationToken cancel)
    {
        for (var last = 0L; ;)
        {
            var some = await WithEverything(db.Listings.Where(l => l.IsDemo && l.Id > last).OrderBy(l => l.Id).Take(AtATime)).ToListAsync(cancel);
            if (some.Count == 0)
            {
                return;
            }

            some.ForEach(l => l.ShiftDemoDates(days, vocabulary));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            last = some[^1].Id;
        }
    }

    private static IQueryable<Listing> WithEverything(IQueryable<Listing> listings) => listings
        .Include(l => l.Revisions).Include(l => l.Confirmations).Include(l => l.Checks)
        .Include(l => l.Locations).Include(l => l.VisitAreas).ThenInclude(v => v.Cells)
        .Include(l => l.Techniques).Include(l => l.Credentials).Include(l => l.Areas).Include(l => l.Languages).AsSplitQuery();

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
