using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.Data.Tests.Listings;
using PractitionerFinder.Data.Tests.Preparing;
using PractitionerFinder.TestKit;

namespace PractitionerFinder.Data.Tests.Seeding;

/// <summary>A database seeded once, of which every test has a copy.</summary>
public sealed class SeededDatabase(DemoPopulation demo) : IAsyncLifetime
{
    private readonly DatabaseFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        await folder.Database.PrepareAsync(new DemoSeed(demo.Vocabulary, _ => true, DemoPopulation.Folder, new FixedClock(DemoPopulation.Now)).FillAsync, CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    internal DatabaseFolder Copy(TimeProvider time)
    {
        var copy = new DatabaseFolder(time);
        File.Copy(folder.File, copy.File);
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class DemoSeedTests(SeededDatabase seeded, DemoPopulation demo) : IClassFixture<SeededDatabase>, IDisposable
{
    private readonly FixedClock clock = new(DemoPopulation.Now);
    private DatabaseFolder? folder;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DatabaseFolder Folder => folder ??= seeded.Copy(clock);

    [Fact]
    public async Task Puts_in_everybody_and_what_they_say_of_themselves()
    {
        await using var db = Folder.CreateDbContext();
        var stored = await db.Revisions.OrderBy(r => r.Id).Select(r => r.SerialisedContent).ToListAsync(Cancel);
        var merged = await db.Listings.SingleAsync(l => l.MergedIntoId != null, Cancel);

        Assert.Equal(demo.Listings.SelectMany(l => l.Revisions).Select(r => r.SerialisedContent).Order(), stored.Order());
        Assert.Equal(demo.Listings.Select(l => l.Slug), await db.Listings.OrderBy(l => l.Id).Select(l => l.Slug).ToListAsync(Cancel));
        Assert.Equal(ListingState.Archived, merged.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    public async Task A_later_start_of_the_first_thirty_days_changes_nothing(int days)
    {
        var before = State();
        clock.Advance(TimeSpan.FromDays(days));

        await StartAsync();

        Assert.Equal(before, State());
    }

    [Fact]
    public async Task A_start_after_more_than_thirty_days_moves_every_date_so_that_as_many_are_found_as_on_the_first_day()
    {
        var found = await FindableAsync();
        var before = await DatesAsync();
        clock.Advance(TimeSpan.FromDays(200));
        Assert.NotEqual(found, await FindableAsync());

        await StartAsync();

        Assert.Equal(found, await FindableAsync());
        Assert.Equal(before.Columns.Select(d => d?.AddDays(200)), (await DatesAsync()).Columns);
        Assert.NotEmpty(before.Contents);
        Assert.Equal(before.Contents.Select(d => d.AddDays(200)), (await DatesAsync()).Contents);
        Assert.Equal("2026-09-30", Folder.Ask("SELECT Value FROM SeedStates WHERE Name = 'demo-day'"));
        Assert.Null(Folder.Ask("SELECT 1 FROM Listings WHERE Version <> 2 AND MergedIntoId IS NULL"));

        var after = State();
        clock.Advance(TimeSpan.FromDays(29));
        await StartAsync();
        Assert.Equal(after, State());
    }

    [Fact]
    public async Task A_listing_that_is_not_fictional_keeps_its_dates_and_its_version()
    {
        long id;
        await using (var db = Folder.CreateDbContext())
        {
            // Only a few of the fictional ones stay, as this is about another.
            await db.Listings.Where(l => l.MergedIntoId != null).ExecuteDeleteAsync(Cancel);
            await db.Listings.Where(l => l.IsDemo && l.Id > 3).ExecuteDeleteAsync(Cancel);
            var real = Sample.Published();
            db.Add(real);
            await db.SaveChangesAsync(Cancel);
            id = real.Id;
        }

        clock.Advance(TimeSpan.FromDays(30));
        await StartAsync();

        await using var later = Folder.CreateDbContext();
        var stored = await later.WholeAsync(id);
        Assert.Equal((1, Sample.At.AddMilliseconds(-Sample.At.Millisecond)), (stored.Version, stored.ConfirmedAt));
        Assert.Equal(2L, Folder.Ask("SELECT Version FROM Listings WHERE Id = 1"));
        Assert.Equivalent(Sample.Everything, stored.PublicContent, strict: true);
    }

    [Fact]
    public async Task A_second_seed_of_the_same_day_is_the_same_row_by_row()
    {
        using var second = new DatabaseFolder(clock);
        clock.Advance(TimeSpan.FromHours(5));
        await second.Database.PrepareAsync(Seed(clock).FillAsync, Cancel);

        foreach (var table in (string[])["Listings", "Revisions", "Confirmations", "ProofChecks", "Locations", "VisitAreas", "VisitCells", "ListingTechniques", "ListingCredentials", "ListingAreas", "ListingLanguages"])
        {
            // SQLite tells what is in one file and not in another, both ways.
            Assert.Equal(0L, second.Ask(
                $"ATTACH '{Folder.File}' AS other; SELECT COUNT(*) FROM (SELECT * FROM (SELECT * FROM main.\"{table}\" EXCEPT SELECT * FROM other.\"{table}\") UNION ALL SELECT * FROM (SELECT * FROM other.\"{table}\" EXCEPT SELECT * FROM main.\"{table}\"))"));
        }
    }

    public void Dispose() => folder?.Dispose();

    private DemoSeed Seed(TimeProvider time) => new(demo.Vocabulary, _ => true, DemoPopulation.Folder, time);

    private Task StartAsync() => Folder.Database.PrepareAsync(Seed(clock).FillAsync, Cancel);

    /// <summary>What no save leaves alone.</summary>
    private (object?, object?, object?, object?) State() => (
        Folder.Ask("SELECT COUNT(*) FROM Listings"),
        Folder.Ask("SELECT SUM(Version) FROM Listings"),
        Folder.Ask("SELECT MAX(Sequence) FROM ListingChanges"),
        Folder.Ask("SELECT Value FROM SeedStates WHERE Name = 'demo-day'"));

    private async Task<int> FindableAsync() => (await new DatabaseSearch(Folder, demo.Vocabulary).SearchAsync(
        new SearchCriteria { Settings = Enum.GetValues<Setting>(), Now = clock.GetUtcNow().UtcDateTime }, Cancel)).Total;

    /// <summary>Dates in columns, and those that stand in what listings say.</summary>
    private async Task<(List<DateTime?> Columns, List<DateOnly> Contents)> DatesAsync()
    {
        await using var db = Folder.CreateDbContext();
        List<DateTime?> columns =
        [
            .. await db.Listings.OrderBy(l => l.Id).Select(l => l.ConfirmedAt).ToListAsync(Cancel),
            .. await db.Listings.OrderBy(l => l.Id).Select(l => l.HiddenFrom).ToListAsync(Cancel),
            .. await db.Revisions.OrderBy(r => r.Id).Select(r => r.DecidedAt).ToListAsync(Cancel),
            .. await db.Listings.Where(l => l.PausedUntil < DateTime.MaxValue).OrderBy(l => l.Id).Select(l => l.PausedUntil).ToListAsync(Cancel),
            .. await db.ListingTechniques.Where(t => t.ProvenUntil < DateTime.MaxValue).OrderBy(t => t.ListingId).ThenBy(t => t.Slug).Select(t => t.ProvenUntil).ToListAsync(Cancel),
        ];
        var contents = await db.Revisions.OrderBy(r => r.Id).ToListAsync(Cancel);
        return (columns,
        [
            .. contents.SelectMany(r => r.Content.Credentials).Select(c => c.ExpiresOn).OfType<DateOnly>(),
            .. contents.SelectMany(r => r.Content.Locations).SelectMany(l => l.Hours?.Closed ?? []).SelectMany(c => new[] { c.From, c.Until }),
        ]);
    }
}
