using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Tests.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests.Preparing;

public sealed class BackupTests : IDisposable
{
    private readonly DatabaseFolder folder = new();
    private readonly DatabaseFolder other = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_made_while_the_site_writes_is_one_whole_file_that_serves_in_another_place()
    {
        await PrepareAsync();
        using var enough = new CancellationTokenSource();
        var written = new TaskCompletionSource();
        var writing = Task.Run(() => WriteAsync(written, enough.Token), Cancel);
        await written.Task;

        await folder.Database.BackupAsync(folder.In("copy.db"), Cancel);

        await enough.CancelAsync();
        var total = await writing;
        File.Copy(folder.In("copy.db"), other.File);
        Assert.Equal("ok", other.Ask("PRAGMA integrity_check"));
        await other.Database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        await using var db = other.CreateDbContext();
        var kept = await db.Listings.CountAsync(Cancel);
        Assert.InRange(kept, 1, total);
        Assert.Equal(kept, await db.Changes.CountAsync(Cancel));
        var answer = await new DatabaseSearch(other, TestVocabulary.Instance).SearchAsync(
            new SearchCriteria { Origin = new SearchOrigin { Point = Sample.HomePoint, Name = "here", Kind = "point" }, AskedWithin = new Radius(1, DistanceUnit.Kilometres), Now = Sample.At }, Cancel);
        Assert.Equal(kept, answer.Total);
    }

    [Fact]
    public async Task A_copy_needs_no_log_beside_it_and_leaves_nothing_else()
    {
        await PrepareAsync();

        await folder.Database.BackupAsync(other.In("copy.db"), Cancel);

        Assert.Equal(["copy.db"], Directory.GetFileSystemEntries(other.Path).Select(Path.GetFileName));
        using var copy = new SqliteConnection($"Data Source={other.In("copy.db")};Mode=ReadOnly;Pooling=False");
        copy.Open();
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("delete", command.ExecuteScalar());
    }

    [Fact]
    public async Task A_file_that_exists_is_never_written_over()
    {
        await PrepareAsync();
        await File.WriteAllTextAsync(folder.In("mine.txt"), "mine", Cancel);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Database.BackupAsync(folder.In("mine.txt"), Cancel));

        Assert.Equal($"{folder.In("mine.txt")} exists already. Give the name of a new file.", error.Message);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.In("mine.txt"), Cancel));
    }

    [Fact]
    public async Task Without_a_database_it_says_which_one_is_missing()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Database.BackupAsync(folder.In("copy.db"), Cancel));

        Assert.Equal($"There is no database at {folder.File} to copy. Run 'migrate' first.", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Into_a_folder_that_is_not_there_it_says_so()
    {
        await PrepareAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Database.BackupAsync(folder.In("gone/copy.db"), Cancel));

        Assert.Equal($"There is no folder {folder.In("gone")}. Make it, or give the name of a file in another.", error.Message);
    }

    [Fact]
    public async Task A_copy_of_a_damaged_database_is_refused_and_cleared_away()
    {
        await PrepareAsync();
        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(folder.File))
        {
            // Past the first page, which says where everything is.
            file.Position = 3 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5a, 20 * 4096).ToArray(), Cancel);
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => folder.Database.BackupAsync(other.In("copy.db"), Cancel));

        Assert.StartsWith($"{folder.File} is damaged", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(other.Path));
    }

    public void Dispose()
    {
        folder.Dispose();
        other.Dispose();
    }

    private Task PrepareAsync() => folder.Database.PrepareAsync(
        async (db, cancel) =>
        {
            db.AddRange(Enumerable.Range(0, 100).Select(i => Sample.Published($"first-{i}")));
            await db.SaveChangesAsync(cancel);
        },
        Cancel);

    /// <summary>Saves one listing after another until it is told to stop, and answers how many there are then.</summary>
    private async Task<int> WriteAsync(TaskCompletionSource written, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            await using var db = folder.CreateDbContext();
            db.Add(Sample.Published($"later-{i}"));
            await db.SaveChangesAsync(CancellationToken.None);
            written.TrySetResult();
        }

        await using var last = folder.CreateDbContext();
        return await last.Listings.CountAsync(CancellationToken.None);
    }
}
