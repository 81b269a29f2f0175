using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.TestKit.Data;

/// <summary>A migrated SQLite file of one test's own.</summary>
public sealed class TestDatabase : IDbContextFactory<FinderDbContext>, IDisposable
{
    // Migrated once: copying the file takes a hundredth of the time.
    private static readonly Lazy<byte[]> Empty = new(MakeEmpty);

    private readonly string folder = Directory.CreateTempSubdirectory("finder-").FullName;
    private readonly TimeProvider time;
    private readonly IInterceptor[] interceptors;

    private TestDatabase(TimeProvider time, IInterceptor[] interceptors)
    {
        this.time = time;
        this.interceptors = interceptors;
    }

    public string File => Path.Combine(folder, "finder.db");

    public static async Task<TestDatabase> CreateAsync(TimeProvider? time = null, params IInterceptor[] interceptors)
    {
        var database = new TestDatabase(time ?? TimeProvider.System, interceptors);
        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync();
        return database;
    }

    /// <summary>Writes a migrated database without rows.</summary>
    public static void CopyEmptyTo(string file) => System.IO.File.WriteAllBytes(file, Empty.Value);

    public FinderDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, File);
        return new SqliteFinderContext(options.AddInterceptors(interceptors).Options, time);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] MakeEmpty()
    {
        using var database = new TestDatabase(TimeProvider.System, []);
        using var db = database.CreateDbContext();
        db.Database.Migrate();

        // What is in the log goes into the file before it is read.
        db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        db.Database.CloseConnection();
        SqliteConnection.ClearAllPools();
        return System.IO.File.ReadAllBytes(database.File);
    }
}
