using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.TestKit.Data;

/// <summary>A migrated SQLite file of one test's own.</summary>
public sealed class TestDatabase : IDbContextFactory<FinderDbContext>, IDisposable
{
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
}
