using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.Data.Tests.Preparing;

/// <summary>A data folder of one test's own, with or without a database, and the class that looks after it.</summary>
internal sealed class DatabaseFolder : IDbContextFactory<FinderDbContext>, IDisposable
{
    private readonly TimeProvider time;

    public DatabaseFolder(TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        Database = new SqliteDatabase(this, File, this.time);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("finder-").FullName;

    public string File => In("finder.db");

    public SqliteDatabase Database { get; }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public FinderDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, File);
        return new SqliteFinderContext(options.Options, time);
    }

    /// <summary>One value, read past EF.</summary>
    public object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Nothing lies in the folder but the database and its lock.</summary>
    public void AssertTidy()
    {
        SqliteConnection.ClearAllPools();
        Assert.Equal(["finder.db", "finder.db.lock"], Directory.GetFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
