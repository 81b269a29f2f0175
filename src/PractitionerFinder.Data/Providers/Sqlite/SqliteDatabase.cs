using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Providers.Sqlite;

/// <summary>The database as one file.</summary>
public sealed class SqliteDatabase(IDbContextFactory<FinderDbContext> contexts, string file, TimeProvider time) : FinderDatabase(contexts)
{
    private static readonly TimeSpan PatienceWithAnotherProcess = TimeSpan.FromSeconds(60);

    private readonly IDbContextFactory<FinderDbContext> contexts = contexts;

    /// <summary>Sets up a context over a file.</summary>
    public static void Configure(DbContextOptionsBuilder options, string file) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString())
        .AddInterceptors(SqlitePragmas.Instance);

    public override async Task PrepareAsync(Fill fill, CancellationToken cancel)
    {
        try
        {
            await PrepareInTurnAsync(fill, cancel);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            throw Damaged(error);
        }
    }

    public override async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancel)
    {
        if (File.Exists(file))
        {
            try
            {
                return await base.PendingMigrationsAsync(cancel);
            }
            catch (SqliteException error) when (IsDamage(error))
            {
                // Unlike a server that does not answer, a file does not come back by itself.
                throw Damaged(error);
            }
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. db.Database.GetMigrations()];
    }

    public override async Task BackupAsync(string target, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"There is no database at {file} to copy. Run 'migrate' first.");
        }

        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new InvalidOperationException($"{target} exists already. Give the name of a new file.");
        }

        // Under another name until it is whole: a copy that was cut short is never taken for a backup.
        var unfinished = target + ".unfinished";
        File.Delete(unfinished);
        try
        {
            await CopyAsync(unfinished, cancel);
            File.Move(unfinished, target);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task PrepareInTurnAsync(Fill fill, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var turn = await WaitForTurnAsync(cancel);
        if (!File.Exists(file))
        {
            await MakeAsync(fill, cancel);
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);

        // EF keeps its lock as a row, which a killed process leaves behind for ever. The file lock above is ours, so no
        // other process is migrating.
        var locks = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (locks > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        await MigrateAndFillAsync(db, fill, cancel);
    }

    /// <summary>Makes a new database beside its place and puts it there when it is whole.</summary>
    private async Task MakeAsync(Fill fill, CancellationToken cancel)
    {
        var unfinished = file + ".unfinished";
        Remove(unfinished);
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        Configure(options, unfinished);
        await using (var db = new SqliteFinderContext(options.Options, time))
        {
            await MigrateAndFillAsync(db, fill, cancel);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }

        SqliteConnection.ClearAllPools();
        Remove(file);
        File.Move(unfinished, file);
    }

    private async Task CopyAsync(string target, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await source.OpenAsync(cancel);
        await copy.OpenAsync(cancel);
        source.BackupDatabase(copy);
        await using var command = copy.CreateCommand();

        // A backup is one file: it must not need the log of the database that it came from.
        command.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA integrity_check;";
        var verdict = "";
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            await reader.NextResultAsync(cancel);
            verdict = await reader.ReadAsync(cancel) ? reader.GetString(0) : "no answer";
        }

        if (verdict != "ok")
        {
            throw new InvalidOperationException($"The copy is damaged ({verdict}). Check the disk and try again.");
        }
    }

    private async Task<FileStream> WaitForTurnAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                // The system lets go of it when the process ends, however it ends.
                return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            }
            catch (IOException) when (time.GetElapsedTime(began) < PatienceWithAnotherProcess)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancel);
            }
        }
    }

    private static bool IsDamage(SqliteException error) => error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    private InvalidDataException Damaged(SqliteException error) =>
        new($"{file} is damaged or is no database. Put a backup in its place, as docs/deploying.md says.", error);

    private static void Remove(string database)
    {
        File.Delete(database);
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
    }
}
