using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Data.Providers.SqlServer;
using PractitionerFinder.Data.Seeding;

namespace PractitionerFinder.TestKit.Data;

/// <summary>Where a test's database lives.</summary>
public enum TestProvider
{
    Sqlite,

    /// <summary>The server of <see cref="TestDatabase.Server"/>.</summary>
    SqlServer,
}

/// <summary>A migrated database of one test's own, gone when it is disposed: a SQLite file, or a database on a SQL Server.</summary>
public sealed class TestDatabase : IDbContextFactory<FinderDbContext>, IDisposable
{
    // Migrated once: copying the file takes a hundredth of the time.
    private static readonly Lazy<byte[]> Empty = new(MakeEmpty);

    private readonly string folder = Directory.CreateTempSubdirectory("finder-").FullName;
    private readonly string? connection;
    private readonly TimeProvider time;
    private readonly IInterceptor[] interceptors;

    private TestDatabase(string? connection, TimeProvider time, IInterceptor[] interceptors)
    {
        this.connection = connection;
        this.time = time;
        this.interceptors = interceptors;
    }

    /// <summary>Connection string of a SQL Server where databases may be made and dropped; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("FINDER_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    /// <summary>The SQLite file.</summary>
    public string File => connection is null ? Path.Combine(folder, "finder.db") : throw new InvalidOperationException("A database on a server is no file.");

    /// <summary>A SQLite file.</summary>
    public static Task<TestDatabase> CreateAsync(TimeProvider? time = null, params IInterceptor[] interceptors) =>
        CreateAsync(TestProvider.Sqlite, time, interceptors);

    /// <exception cref="InvalidOperationException">SQL Server is asked for and <see cref="Server"/> is not set.</exception>
    public static async Task<TestDatabase> CreateAsync(TestProvider provider, TimeProvider? time = null, params IInterceptor[] interceptors)
    {
        var connection = provider == TestProvider.Sqlite ? null
            : new SqlConnectionStringBuilder(Server ?? throw new InvalidOperationException("FINDER_TEST_SQLSERVER is not set."))
            {
                InitialCatalog = $"finder-test-{Guid.NewGuid():n}",
            }.ConnectionString;
        var database = new TestDatabase(connection, time ?? TimeProvider.System, interceptors);
        if (connection is null)
        {
            CopyEmptyTo(database.File);
            return database;
        }

        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync();
        await AccountSeed.FillRolesAsync(db, CancellationToken.None);
        return database;
    }

    /// <summary>Writes a migrated SQLite database without rows.</summary>
    public static void CopyEmptyTo(string file) => System.IO.File.WriteAllBytes(file, Empty.Value);

    public FinderDbContext CreateDbContext()
    {
        if (connection is not null)
        {
            return new SqlServerFinderContext(
                new DbContextOptionsBuilder<SqlServerFinderContext>().UseSqlServer(connection).AddInterceptors(interceptors).Options, time);
        }

        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, File);
        return new SqliteFinderContext(options.AddInterceptors(interceptors).Options, time);
    }

    public void Dispose()
    {
        if (connection is not null)
        {
            using var db = CreateDbContext();
            db.Database.EnsureDeleted();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] MakeEmpty()
    {
        using var database = new TestDatabase(null, TimeProvider.System, []);
        using var db = database.CreateDbContext();
        db.Database.Migrate();
        AccountSeed.FillRolesAsync(db, CancellationToken.None).GetAwaiter().GetResult();

        // What is in the log goes into the file before it is read.
        db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        db.Database.CloseConnection();
        SqliteConnection.ClearAllPools();
        return System.IO.File.ReadAllBytes(database.File);
    }
}
