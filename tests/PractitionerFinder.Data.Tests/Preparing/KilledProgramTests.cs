namespace PractitionerFinder.Data.Tests.Preparing;

/// <summary>The built program, killed for real.</summary>
public sealed class KilledProgramTests : IDisposable
{
    private readonly DatabaseFolder folder = new();

    [Fact]
    public async Task Killed_at_any_moment_of_the_first_start_the_next_two_together_make_one_whole_database()
    {
        var unfinished = folder.In("finder.db.unfinished");
        await SiteProgram.Start(folder.Path, demo: true, "migrate").KillWhenAsync(() => File.Exists(unfinished));
        Assert.False(File.Exists(folder.File));

        // Well inside the one transaction that holds every listing.
        await SiteProgram.Start(folder.Path, demo: true, "migrate").KillWhenAsync(() => Length(unfinished + "-wal") > 2_000_000);
        Assert.False(File.Exists(folder.File));

        var (first, second) = (SiteProgram.Start(folder.Path, demo: true, "migrate"), SiteProgram.Start(folder.Path, demo: true, "migrate"));
        var ended = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.All(ended, e => Assert.Equal((0, "The database is up to date and holds the fictional listings.", ""), (e.Code, e.Output.Trim(), e.Error)));
        Assert.Equal(("ok", 2_500L), (folder.Ask("PRAGMA integrity_check"), folder.Ask("SELECT COUNT(*) FROM Listings")));
        Assert.Null(folder.Ask("PRAGMA foreign_key_check"));
        folder.AssertTidy();
    }

    [Fact]
    public async Task Killed_the_moment_the_database_is_there_it_is_whole()
    {
        await SiteProgram.Start(folder.Path, demo: false, "migrate").KillWhenAsync(() => File.Exists(folder.File));

        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));
        Assert.Empty(await folder.Database.PendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_database_ends_the_command_with_a_sentence_and_code_1()
    {
        await File.WriteAllTextAsync(folder.File, new string('x', 10_000), TestContext.Current.CancellationToken);

        var (code, output, error) = await SiteProgram.Start(folder.Path, demo: false, "migrate").EndAsync();

        Assert.Equal((1, "", $"{folder.File} is damaged, or no database. Put a backup in its place, or move it away to begin anew."), (code, output, error.Trim()));
    }

    public void Dispose() => folder.Dispose();

    private static long Length(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;
}
