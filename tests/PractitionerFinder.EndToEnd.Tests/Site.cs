using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.EndToEnd.Tests;
using PractitionerFinder.Web.Operations;

[assembly: AssemblyFixture(typeof(Site))]

namespace PractitionerFinder.EndToEnd.Tests;

/// <summary>
/// The site with its fictional practitioners, started once for the journeys that only read and count nothing.
/// A journey that writes starts a <see cref="FinderApplication"/> of its own.
/// </summary>
public sealed class Site : FinderApplication, IAsyncLifetime
{
    public Site()
    {
        OnKestrel = true;
        Settings["Demo:Enabled"] = "true";
    }

    // Before the first test: two that ask at once would each start a server.
    public async ValueTask InitializeAsync()
    {
        StartServer();

        // Only a start in Development fills the database by itself.
        await Services.GetRequiredService<SiteDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody, as the database has them now, in whatever state their listing is.</summary>
    public async Task<Listing> SomebodyAsync(PublicStanding standing)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var db = await Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync();
        var listings = await db.Listings.OrderBy(l => l.Id).ToListAsync();
        return listings.First(l => l.Standing(now) == standing);
    }
}
