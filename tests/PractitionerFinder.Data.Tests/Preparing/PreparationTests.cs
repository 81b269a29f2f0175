using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data.Tests.Listings;

namespace PractitionerFinder.Data.Tests.Preparing;

/// <summary>How the SQLite file is made and brought up to date, whatever happened before.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly DatabaseFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_time_makes_the_folder_and_a_whole_database_with_what_it_is_filled_with()
    {
        Directory.Delete(folder.Path);

        await folder.Database.PrepareAsync(AddOneAsync, Cancel);

        folder.AssertTidy();
        Assert.Equal(("ok", 1L, "wal"), (folder.Ask("PRAGMA integrity_check"), folder.Ask("SELECT COUNT(*) FROM Listings"), folder.Ask("PRAGMA journal_mode")));
        Assert.Empty(await folder.Database.PendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Before_the_first_time_every_migration_is_missing_and_asking_makes_no_file()
    {
        await using var db = folder.CreateDbContext();

        Assert.Equal(db.Database.GetMigrations(), await folder.Database.PendingMigrationsAsync(Cancel));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_fill_that_fails_leaves_no_database_and_the_next_time_makes_one()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => folder.Database.PrepareAsync(AddOneAndFailAsync, Cancel));
        Assert.False(File.Exists(folder.File));

        await folder.Database.PrepareAsync(AddOneAsync, Cancel);

        folder.AssertTidy();
        Assert.Equal(1L, folder.Ask("SELECT COUNT(*) FROM Listings"));
    }

    [Fact]
    public async Task What_a_killed_process_left_unfinished_is_thrown_away()
    {
        foreach (var leftover in (string[])["finder.db.unfinished", "finder.db.unfinished-wal", "finder.db.unfinished-shm", "finder.db-wal", "finder.db-shm"])
        {
            await File.WriteAllBytesAsync(folder.In(leftover), [.. Enumerable.Repeat((byte)0x5a, 5_000)], Cancel);
        }

        await folder.Database.PrepareAsync(AddOneAsync, Cancel);

        folder.AssertTidy();
        Assert.Equal(("ok", 1L), (folder.Ask("PRAGMA integrity_check"), folder.Ask("SELECT COUNT(*) FROM Listings")));
    }

    [Fact]
    public async Task A_fill_that_fails_leaves_an_existing_database_as_it_was()
    {
        await folder.Database.PrepareAsync(AddOneAsync, Cancel);

        await Assert.ThrowsAsync<NotSupportedException>(() => folder.Database.PrepareAsync(AddOneAndFailAsync, Cancel));

        Assert.Equal((1L, 1L), (folder.Ask("SELECT COUNT(*) FROM Listings"), folder.Ask("SELECT COUNT(*) FROM ListingChanges")));
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_hold_the_next_start_up()
    {
        await folder.Database.PrepareAsync(AddNothingAsync, Cancel);
        folder.Ask("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        folder.Ask("INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-01 09:00:00')");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));

        await folder.Database.PrepareAsync(AddOneAsync, patience.Token);

        Assert.Equal(1L, folder.Ask("SELECT COUNT(*) FROM Listings"));
    }

    [Fact]
    public async Task Of_two_that_prepare_at_once_one_waits_and_finds_the_work_done()
    {
        var filling = new TaskCompletionSource();
        var isOtherThere = new TaskCompletionSource();
        var fills = 0;
        var first = folder.Database.PrepareAsync(FillOnceAsync, Cancel);
        await await Task.WhenAny(filling.Task, first);
        var second = Task.Run(() => folder.Database.PrepareAsync(FillOnceAsync, Cancel), Cancel);
        isOtherThere.SetResult();

        await Task.WhenAll(first, second);

        Assert.Equal(2, fills);
        Assert.Equal(1L, folder.Ask("SELECT COUNT(*) FROM Listings"));
        folder.AssertTidy();

        async Task FillOnceAsync(FinderDbContext db, CancellationToken cancel)
        {
            Assert.Equal(1, Interlocked.Increment(ref fills) - await db.Listings.CountAsync(cancel));
            filling.TrySetResult();
            await isOtherThere.Task;
            if (!await db.Listings.AnyAsync(cancel))
            {
                await AddOneAsync(db, cancel);
            }
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        await File.WriteAllTextAsync(folder.File, new string('x', 10_000), Cancel);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => folder.Database.PrepareAsync(AddOneAsync, Cancel));

        Assert.Equal($"{folder.File} is damaged, or no database. Put a backup in its place, or move it away to begin anew.", error.Message);
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(folder.File, Cancel));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Whoever may do everything may write a read-only file.");
        await folder.Database.PrepareAsync(AddNothingAsync, Cancel);
        SqliteConnection.ClearAllPools();
        File.SetAttributes(folder.File, FileAttributes.ReadOnly);
        try
        {
            var error = await Assert.ThrowsAsync<IOException>(() => folder.Database.PrepareAsync(AddOneAsync, Cancel));

            Assert.StartsWith($"{folder.File} cannot be opened for writing.", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetAttributes(folder.File, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task A_database_that_cannot_grow_says_that_the_disk_is_full_and_keeps_what_it_held()
    {
        await folder.Database.PrepareAsync(AddOneAsync, Cancel);

        // A limit of the file stands in for one of the disk: SQLite answers both with the same code.
        var error = await Assert.ThrowsAsync<IOException>(() => folder.Database.PrepareAsync(
            async (db, cancel) =>
            {
                await db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1", cancel);
                db.AddRange(Enumerable.Range(0, 200).Select(i => Sample.Published($"more-{i}")));
                await db.SaveChangesAsync(cancel);
            },
            Cancel));

        Assert.StartsWith("The disk is full.", error.Message, StringComparison.Ordinal);
        Assert.Equal((1L, "ok"), (folder.Ask("SELECT COUNT(*) FROM Listings"), folder.Ask("PRAGMA integrity_check")));
    }

    public void Dispose() => folder.Dispose();

    private static Task AddNothingAsync(FinderDbContext db, CancellationToken cancel) => Task.CompletedTask;

    private static async Task AddOneAsync(FinderDbContext db, CancellationToken cancel)
    {
        db.Add(Sample.Published());
        await db.SaveChangesAsync(cancel);
    }

    private static async Task AddOneAndFailAsync(FinderDbContext db, CancellationToken cancel)
    {
        db.Add(Sample.Published("another"));
        await db.SaveChangesAsync(cancel);
        throw new NotSupportedException("This fill fails.");
    }
}
