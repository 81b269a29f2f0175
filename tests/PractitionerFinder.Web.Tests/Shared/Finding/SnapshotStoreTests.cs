using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shared.Finding;

/// <summary>
/// What a site keeps of its snapshot from one start to the next. A start is a keeper of its own over the same database, and keeps things in a folder that
/// the site's own does not know.
/// </summary>
public sealed class SnapshotStoreTests : IAsyncDisposable
{
    private readonly FinderSite site = new();
    private readonly string folder = Directory.CreateTempSubdirectory("practitioner-finder-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Kept => Path.Combine(folder, "snapshot", "listings.snapshot");

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_next_start_takes_what_the_last_one_kept_and_reads_only_what_changed()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await RunOnceAsync();
        await site.GivenAsync(new ListingBuilder().At("ben"));

        using var next = Keeper(reads: false);
        await next.CatchUpAsync(Cancel);

        Assert.Equal(2, Total(next));
        Assert.Equal(1, next.Current!.Changes);
    }

    [Fact]
    public async Task What_was_kept_is_only_for_whoever_runs_the_site()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await RunOnceAsync();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Kept) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal([Kept], Directory.GetFiles(Path.GetDirectoryName(Kept)!));
    }

    [Fact]
    public async Task Somebody_who_is_taken_down_is_in_no_file_any_more()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        await RunOnceAsync();
        using var next = Keeper(reads: false);
        await next.CatchUpAsync(Cancel);

        await ChangeAsync("ben", l => l.Suspend());
        await next.CatchUpAsync(Cancel);

        Assert.False(File.Exists(Kept));
        Assert.Equal(1, Total(next));
    }

    [Fact]
    public async Task Nor_is_somebody_who_was_taken_down_while_the_site_was_off()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        await RunOnceAsync();
        await ChangeAsync("ben", l => l.Suspend());

        using var next = Keeper(reads: false);
        await next.CatchUpAsync(Cancel);

        Assert.False(File.Exists(Kept));
        Assert.Equal(1, Total(next));
    }

    [Fact]
    public async Task Soon_after_it_was_deleted_there_is_another()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        using var keeper = Keeper();
        await keeper.CatchUpAsync(Cancel);
        await ChangeAsync("ben", l => l.Suspend());
        await keeper.CatchUpAsync(Cancel);

        site.Time.Advance(TimeSpan.FromMinutes(16));
        await keeper.CatchUpAsync(Cancel);
        await keeper.StopAsync(Cancel);

        Assert.True(File.Exists(Kept));
        Assert.Equal((1, 0), (Total(keeper), keeper.Current!.Changes));
    }

    [Theory]
    [InlineData("UPDATE ListingChanges SET At = '2020-01-01 00:00:00'")]
    [InlineData("DELETE FROM ListingChanges")]
    public async Task What_was_made_of_another_database_is_not_used(string change)
    {
        await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        await RunOnceAsync();
        await using (var db = await ContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync(change, Cancel);
            await db.Listings.Where(l => l.Slug == "ben").ExecuteUpdateAsync(set => set.SetProperty(l => l.State, ListingState.Suspended), Cancel);
        }

        using var next = Keeper();
        await next.CatchUpAsync(Cancel);

        Assert.Equal(1, Total(next));
    }

    [Fact]
    public async Task What_is_damaged_is_deleted_and_built_anew()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await RunOnceAsync();
        await File.WriteAllTextAsync(Kept, "half a snapsh", Cancel);

        using var next = Keeper();
        await next.CatchUpAsync(Cancel);
        await next.StopAsync(Cancel);

        Assert.Equal(1, Total(next));
        Assert.NotEqual("half a snapsh".Length, new FileInfo(Kept).Length);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_deleted_at_the_next_start()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await RunOnceAsync();
        await File.WriteAllTextAsync(Kept + ".new", "half a snapsh", Cancel);

        using var next = Keeper(reads: false);
        await next.CatchUpAsync(Cancel);

        Assert.Equal([Kept], Directory.GetFiles(Path.GetDirectoryName(Kept)!));
        Assert.Equal(1, Total(next));
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_searches_are_answered_all_the_same()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await File.WriteAllTextAsync(Path.GetDirectoryName(Kept)!, "not a folder", Cancel);

        await RunOnceAsync();
        using var next = Keeper();
        await next.CatchUpAsync(Cancel);

        Assert.Equal(1, Total(next));
        Assert.Contains(site.Logs.Entries, e => e.Message.StartsWith("The snapshot could not be kept", StringComparison.Ordinal));
    }

    private static int Total(SnapshotKeeper keeper) => keeper.Current!.Index.Search(new() { Now = FinderSite.Noon }).Total;

    /// <summary>A start, until the snapshot is kept.</summary>
    private async Task RunOnceAsync()
    {
        using var keeper = Keeper();
        await keeper.CatchUpAsync(Cancel);
        await keeper.StopAsync(Cancel);
        Assert.NotNull(keeper.Current);
    }

    private SnapshotKeeper Keeper(bool reads = true)
    {
        var contexts = site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>();
        var settings = site.Services.GetRequiredService<SiteSettings>() with { DataFolder = folder };
        return ActivatorUtilities.CreateInstance<SnapshotKeeper>(
            site.Services, reads ? new PublishedListings(contexts) : new NoSnapshot(contexts), ActivatorUtilities.CreateInstance<SnapshotStore>(site.Services, settings));
    }

    private Task<FinderDbContext> ContextAsync() => site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    private async Task ChangeAsync(string slug, Action<Listing> change)
    {
        await using var db = await ContextAsync();
        change(await db.Listings.SingleAsync(l => l.Slug == slug, Cancel));
        await db.SaveChangesAsync(Cancel);
    }
}
