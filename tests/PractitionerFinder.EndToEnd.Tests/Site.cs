using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
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
    private readonly Lazy<Task<IReadOnlyList<Listing>>> everybody;

    public Site()
    {
        everybody = new(EverybodyAsync);
        OnKestrel = true;
        Settings["Demo:Enabled"] = "true";
    }

    // Before the first test: two that ask at once would each start a server.
    public async ValueTask InitializeAsync()
    {
        StartServer();

        // Only a start in Development fills the database by itself.
        await Services.GetRequiredService<SiteDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        await CatchUpAsync();
    }

    /// <summary>The time as the site has it, UTC.</summary>
    public DateTime Now => Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// <summary>Somebody, as the database has them now, in whatever state their listing is.</summary>
    public Task<Listing> SomebodyAsync(PublicStanding standing) => SomebodyAsync(l => l.Standing(Now) == standing);

    /// <summary>The first who is such.</summary>
    public async Task<Listing> SomebodyAsync(Func<Listing, bool> suits) => (await everybody.Value).First(suits);

    private async Task<IReadOnlyList<Listing>> EverybodyAsync()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync();
        return await db.ReadPublicAsync(_ => true, CancellationToken.None);
    }
}
