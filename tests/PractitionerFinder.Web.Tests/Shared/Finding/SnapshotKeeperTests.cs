using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shared.Finding;

public sealed class SnapshotKeeperTests : IAsyncDisposable
{
    private const string Search = "/api/v1/search?near=Leeds&seed=1";

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SnapshotKeeper Keeper => site.Services.GetRequiredService<SnapshotKeeper>();

    private string Database => Path.Combine(site.DataFolder, "finder.db");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Whoever_is_approved_changed_or_taken_down_is_found_accordingly()
    {
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira").Offering("cupping"));
        var before = Keeper.Current;
        await site.GivenAsync(new ListingBuilder().Named("Ben Ash").At("ben").Offering("cupping"));
        Assert.Equal(["amira", "ben"], await FoundAsync());
        Assert.NotSame(before, Keeper.Current);

        await ChangeAsync("amira", l => l.Suspend());
        Assert.Equal(["ben"], await FoundAsync());

        await ChangeAsync("amira", l => l.Reinstate());
        await ChangeAsync("ben", l => l.Pause(null, ListingBuilder.Morning));
        Assert.Equal(["amira"], await FoundAsync());
    }

    [Fact]
    public async Task A_row_that_is_gone_is_found_no_more()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel))
        {
            db.Remove(await db.Listings.SingleAsync(Cancel));
            await db.SaveChangesAsync(Cancel);
        }

        await site.CatchUpAsync();

        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task After_a_day_it_is_built_anew_and_says_the_same()
    {
        await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        await ChangeAsync("ben", l => l.Suspend());
        Assert.NotEqual(0, Keeper.Current!.Changes);

        site.Time.Advance(TimeSpan.FromHours(25));
        await site.CatchUpAsync();

        Assert.Equal(0, Keeper.Current!.Changes);
        Assert.Equal(["amira"], await FoundAsync());
    }

    [Fact]
    public async Task While_the_database_is_away_what_was_there_is_found_and_what_was_seen_is_shown_until_it_is_back()
    {
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira"), new ListingBuilder().Named("Ben Ash").At("ben"));
        await site.OpenAsync("/practitioners/amira");
        File.Move(Database, Database + ".away");
        SqliteConnection.ClearAllPools();

        // Kept answers are of this minute.
        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["amira", "ben"], await FoundAsync());
        Assert.Contains("Ben Ash", (await site.OpenAsync("/find?near=Leeds")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Amira Holt", (await site.OpenAsync("/practitioners/amira")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("amira", (await site.AskAsync("/api/v1/practitioners/amira")).GetProperty("slug").GetString());
        await site.OpenAsync("/practitioners/ben", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("degraded", (await site.AskAsync("/health/ready")).GetProperty("status").GetString());

        File.Move(Database + ".away", Database);
        await ChangeAsync("amira", l => l.Suspend());
        Assert.Equal(["ben"], await FoundAsync());
        await site.OpenAsync("/practitioners/amira", HttpStatusCode.Gone);
        await site.OpenAsync("/practitioners/ben");
        Assert.Equal("healthy", (await site.AskAsync("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_mistyped_word_finds_who_was_meant_and_says_so()
    {
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira"), new ListingBuilder().Named("Ben Ash").At("ben"));

        var answer = await site.AskAsync("/api/v1/search?q=Amirra+hlot");
        Assert.Equal("amira", Assert.Single(answer.GetProperty("results").EnumerateArray()).GetProperty("slug").GetString());
        Assert.Equal("amira holt", answer.GetProperty("spelled").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await site.AskAsync("/api/v1/search?q=amira")).GetProperty("spelled").ValueKind);

        var page = await site.OpenAsync("/find?q=amirra");
        Assert.Contains("We took “amirra” to mean “amira”.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_there_is_a_snapshot_the_database_answers()
    {
        await using var early = new FinderSite { Replace = NoSnapshot.Of };
        await SaveAsync(early, new ListingBuilder().Named("Amira Holt").At("amira").Offering("cupping"));

        var answer = await early.AskAsync(Search);

        Assert.Contains("Amira Holt", (await early.OpenAsync("/find?within=10mi&near=Leeds")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(early.Services.GetRequiredService<SnapshotKeeper>().Current);
        Assert.Equal("Amira Holt", Assert.Single(answer.GetProperty("results").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(1, answer.GetProperty("facets").GetProperty("technique").GetProperty("cupping").GetInt32());
    }

    [Fact]
    public async Task What_could_not_be_read_is_tried_again_after_a_while()
    {
        await using var shaky = new FinderSite { Replace = ShakyListings.Of };
        await SaveAsync(shaky, new ListingBuilder().At("amira"));
        var keeper = shaky.Services.GetRequiredService<SnapshotKeeper>();

        // Whoever asks first is told, or the keeper itself has heard of it already.
        await Record.ExceptionAsync(shaky.CatchUpAsync);
        await Record.ExceptionAsync(shaky.CatchUpAsync);
        await shaky.CatchUpAsync();
        Assert.Null(keeper.Current);

        shaky.Time.Advance(TimeSpan.FromSeconds(11));
        await shaky.CatchUpAsync();
        Assert.Equal(1, keeper.Current!.Index.Search(new() { Now = FinderSite.Noon }).Total);
    }

    private static async Task SaveAsync(FinderSite site, ListingBuilder listing)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        db.Add(listing.Build(site.Services.GetRequiredService<Core.Learn.Vocabulary>()));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<IEnumerable<string>> FoundAsync() =>
        (await site.AskAsync(Search)).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("slug").GetString()!).Order();

    private async Task ChangeAsync(string slug, Action<Listing> change)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        change(await db.Listings.SingleAsync(l => l.Slug == slug, Cancel));
        await db.SaveChangesAsync(Cancel);
        await site.CatchUpAsync();
    }
}
