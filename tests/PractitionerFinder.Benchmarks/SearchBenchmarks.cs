using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.Benchmarks;

/// <summary>The database engine on SQLite over 100,000 listings: total, page of 20, facets.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SearchBenchmarks : IDbContextFactory<FinderDbContext>
{
    private const int Listings = 100_000;

    // Made once and kept beside the program: saving it takes minutes.
    private static readonly string File = Path.Combine(Path.GetTempPath(), $"finder-benchmark-{Listings}.db");
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private DatabaseSearch engine = null!;

    private static SearchCriteria Near(double latitude, double longitude, int miles) => new()
    {
        Origin = new SearchOrigin { Point = new GeoPoint(latitude, longitude), Name = "origin", Kind = "city", Country = "GB" },
        AskedWithin = new Radius(miles, DistanceUnit.Miles),
        Now = Now,
    };

    public FinderDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, File);
        return new SqliteFinderContext(options.Options, TimeProvider.System);
    }

    [GlobalSetup]
    public async Task SetUp()
    {
        var seeds = Path.Combine(AppContext.BaseDirectory, "seed-data");
        var vocabulary = VocabularyFiles.Load(seeds);
        engine = new DatabaseSearch(this, vocabulary);
        if (System.IO.File.Exists(File))
        {
            return;
        }

        var towns = SyntheticListings.Towns(Path.Combine(seeds, "places", "places.tsv.gz"));
        var made = File + ".unfinished";
        System.IO.File.Delete(made);
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, made);
        await using (var db = new SqliteFinderContext(options.Options, TimeProvider.System))
        {
            await db.Database.MigrateAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var some in SyntheticListings.Make(Listings, towns, vocabulary, Now).Chunk(500))
            {
                db.AddRange(some);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync();
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        System.IO.File.Move(made, File);
    }

    [Benchmark(Description = "London, 25 miles")]
    public Task<SearchAnswer> London() => engine.SearchAsync(Near(51.5074, -0.1278, 25), CancellationToken.None);

    [Benchmark(Description = "London, 25 miles, a technique, verified, evenings")]
    public Task<SearchAnswer> LondonFiltered() => engine.SearchAsync(
        Near(51.5074, -0.1278, 25) with { Techniques = ["myofascial-release"], Verified = true, Needs = Needs.Evenings }, CancellationToken.None);

    [Benchmark(Description = "Leeds, 10 miles")]
    public Task<SearchAnswer> Leeds() => engine.SearchAsync(Near(53.7965, -1.5478, 10), CancellationToken.None);

    [Benchmark(Description = "Leeds, 10 miles, nobody: the ladder")]
    public Task<SearchAnswer> Ladder() => engine.SearchAsync(
        Near(53.7965, -1.5478, 1) with { Techniques = ["ortho-bionomy"], Verified = true, Language = "cy" }, CancellationToken.None);

    [Benchmark(Description = "Tokyo, 25 miles")]
    public Task<SearchAnswer> Tokyo() => engine.SearchAsync(Near(35.6895, 139.6917, 25), CancellationToken.None);
}
