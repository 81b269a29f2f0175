using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Providers.Sqlite;

/// <summary>The database as one file.</summary>
public sealed class SqliteDatabase(IDbContextFactory<FinderDbContext> contexts, string file, TimeProvider time) : FinderDatabase(contexts)
{
    private static readonly TimeSpan PatienceWithAnotherProcess = TimeSpan.FromSeconds(60);

    // sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;

    private static readonly TimeSpan PatienceWithWriters = TimeSpan.FromMinutes(1);

    // Readers and writers hold the log for milliseconds.
    private const int MostAttempts = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    private readonly IDbContextFactory<FinderDbContext> contexts = contexts;

    /// <summary>Sets up a context over a file, which is made by the first connection only when that is wanted.</summary>
    public static void Configure(DbContextOptionsBuilder options, string file, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate) =>
        Configure(options, file, mode, pooling: true);

    /// <exception cref="InvalidDataException">The file is damaged, or no database; the message says what to do.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says what to do.</exception>
    public override async Task PrepareAsync(Fill fill, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var turn = await WaitForTurnAsync(cancel);
        try
        {
            if (File.Exists(file))
            {
                await BringUpToDateAsync(fill, cancel);
            }
            else
            {
                await MakeAsync(fill, cancel);
            }
        }
        catch (Exception error) when (error.GetBaseException() is SqliteException cause && Trouble(cause) is { } trouble)
        {
            throw trouble;
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
            catch (SqliteException error) when (Trouble(error) is { } trouble)
            {
                // Unlike a server that does not answer, a file does not come back by itself.
                throw trouble;
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

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new InvalidOperationException($"There is no folder {Path.GetDirectoryName(target)}. Make it, or give the name of a file in another.");
        }

        // Under another name until it is whole: a copy that was cut short is never taken for a backup.
        var unfinished = target + ".unfinished";
        Remove(unfinished);
        try
        {
            await CopyAsync(unfinished, cancel);
            File.Move(unfinished, target);
        }
        catch (SqliteException error) when (Trouble(error) is { } trouble)
        {
            throw trouble;
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private async Task BringUpToDateAsync(Fill fill, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // EF keeps its lock as a row, which a killed process leaves behind for ever. The file lock of PrepareAsync is ours, so no
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

        // A pooled connection would outlive the context, and with it a file that failed and was removed.
        Configure(options, unfinished, SqliteOpenMode.ReadWriteCreate, pooling: false);
        await using (var db = new SqliteFinderContext(options.Options, time))
        {
            await MigrateAndFillAsync(db, fill, cancel);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }

        Remove(file);
        File.Move(unfinished, file);
    }

    /// <summary>In a number that SQLite keeps for its users, and that a transaction which is taken back takes back.</summary>
    public override Task NoteErasureAsync(FinderDbContext db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"PRAGMA user_version = 1", cancel);

    /// <summary>
    /// Every connection overwrites what it deletes (<see cref="SqlitePragmas"/>), and that is not all: when rows move from page to page, copies stay in
    /// parts of pages that are not in use, and nothing overwrites those. After an erasure the file is therefore written anew. The log goes into the file
    /// and is cut off every time, because its old pages hold what was there before.
    /// </summary>
    public override async Task<bool> ForgetDeletedAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            if (await AskAsync(db, "PRAGMA user_version", cancel) != 0)
            {
                await AskAsync(db, "VACUUM", cancel);
                await AskAsync(db, "PRAGMA user_version = 0", cancel);
            }

            // Its answer says whether somebody was in the way.
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                if (await AskAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)", cancel) == 0)
                {
                    return true;
                }

                await Task.Delay(BetweenAttempts, time, cancel);
            }

            return false;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }

    /// <summary>The first number of the answer; 0 when there is none.</summary>
    private static async Task<long> AskAsync(FinderDbContext db, string statement, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = (int)PatienceWithWriters.TotalSeconds;
        return await command.ExecuteScalarAsync(cancel) is long number ? number : 0;
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
            throw new InvalidDataException($"{file} is damaged, or was not copied whole ({verdict}). Check the disk and try again.");
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
            catch (IOException error)
            {
                throw new IOException($"Another process has held {file}.lock for a minute. Wait until it is done, then try again.", error);
            }
        }
    }

    /// <summary>What an operator can do something about, in a sentence that says what (result codes: sqlite.org/rescode.html).</summary>
    private Exception? Trouble(SqliteException cause) => cause.SqliteErrorCode switch
    {
        11 or 26 => new InvalidDataException($"{file} is damaged, or no database. Put a backup in its place, or move it away to begin anew.", cause),
        8 or 14 => new IOException($"{file} cannot be opened for writing. Let the account that runs this program write the file and its folder.", cause),
        13 => new IOException($"The disk is full. Make room beside {file} and try again.", cause),
        _ => null,
    };

    private static void Configure(DbContextOptionsBuilder options, string file, SqliteOpenMode mode, bool pooling) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Mode = mode, Pooling = pooling }.ToString())
        .AddInterceptors(SqlitePragmas.Instance);

    private static void Remove(string database)
    {
        File.Delete(database);
        File.Delete(database + "-journal");
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
    }
}
