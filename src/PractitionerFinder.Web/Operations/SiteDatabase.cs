using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Operations;

/// <summary>Makes the database, brings it up to date and seeds it.</summary>
public sealed class SiteDatabase(
    FinderDatabase database, SiteSettings site, DemoSeed demo, IPasswordHasher<Account> hasher, IHostEnvironment environment, TimeProvider time)
{
    public Task PrepareAsync(CancellationToken cancel) => database.PrepareAsync(FillAsync, cancel);

    private async Task FillAsync(FinderDbContext db, CancellationToken cancel)
    {
        await AccountSeed.FillRolesAsync(db, cancel);
        await Packing.FillAsync(db, cancel);
        if (site.ShowDemo)
        {
            await demo.FillAsync(db, cancel);
        }

        // Their password is public: no site that anybody else can reach may have them.
        if (site.ShowDemo && environment.IsDevelopment())
        {
            var now = time.GetUtcNow().UtcDateTime;
            await AccountSeed.FillDemoPeopleAsync(db, hasher, now, cancel);
            await AccountSeed.FillDemoListingAsync(db, now, cancel);
        }
    }
}
