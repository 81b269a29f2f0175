using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests.Listings;

/// <summary>What every save of a listing does beside storing it: its version, and its line of the change feed.</summary>
public abstract class ListingSavingTests(TestProvider provider) : ProviderTests(provider)
{
    [Fact]
    public async Task A_new_listing_begins_with_version_1_and_a_line_of_the_feed()
    {
        using var database = await DatabaseAsync(new FixedClock(Sample.At));
        var saved = await database.SavedAsync(Sample.Published());

        Assert.Equal((1, 1), await VersionAndLinesAsync(database, saved.Id));
        await using var db = database.CreateDbContext();
        var line = await db.Changes.SingleAsync(Cancel);
        Assert.Equal((saved.Id, false, Sample.At), (line.ListingId, line.Removed, line.At));
    }

    [Theory]
    [InlineData("a field of its own")]
    [InlineData("a new revision")]
    [InlineData("a confirmation and nothing else")]
    [InlineData("everything projected again")]
    [InlineData("a row that was loaded without its listing")]
    public async Task A_change_of_any_part_raises_the_version_once_and_writes_one_line(string part)
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        var other = await database.SavedAsync(Sample.Published("other"));

        await using (var db = database.CreateDbContext())
        {
            if (part == "a row that was loaded without its listing")
            {
                db.Remove(await db.Locations.FirstAsync(l => l.ListingId == saved.Id, Cancel));
            }
            else
            {
                Change(await db.WholeAsync(saved.Id));
            }

            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal((2, 2), await VersionAndLinesAsync(database, saved.Id));
        Assert.Equal((1, 1), await VersionAndLinesAsync(database, other.Id));

        void Change(Listing listing)
        {
            switch (part)
            {
                case "a field of its own":
                    listing.Pause(null, Sample.At);
                    break;
                case "a new revision":
                    listing.Draft(Sample.Everything, Sample.Owner, Sample.At);
                    break;
                case "a confirmation and nothing else":
                    listing.Confirm(ListingFact.Techniques, Sample.Staff, ConfirmedHow.Staff, Sample.At.AddDays(1));
                    break;
                default:
                    listing.Approve(1, Sample.Staff, Sample.At.AddDays(1), TestVocabulary.Instance);
                    break;
            }
        }
    }

    [Fact]
    public async Task A_save_of_several_listings_writes_a_line_for_each_that_changed()
    {
        using var database = await DatabaseAsync();
        await using var db = database.CreateDbContext();
        var (one, two, untouched) = (Sample.Published("one"), Sample.Published("two"), Sample.Published("untouched"));
        db.AddRange(one, two, untouched);
        await db.SaveChangesAsync(Cancel);

        one.Pause(null, Sample.At);
        two.Suspend();
        await db.SaveChangesAsync(Cancel);

        Assert.Equal((2, 2), await VersionAndLinesAsync(database, one.Id));
        Assert.Equal((2, 2), await VersionAndLinesAsync(database, two.Id));
        Assert.Equal((1, 1), await VersionAndLinesAsync(database, untouched.Id));
    }

    [Fact]
    public async Task A_deleted_listing_leaves_one_line_that_says_it_is_gone()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        db.Remove(await db.WholeAsync(saved.Id));
        await db.SaveChangesAsync(Cancel);

        Assert.Equal([(saved.Id, false), (saved.Id, true)], await LinesAsync(database));
    }

    [Fact]
    public async Task A_save_that_changes_no_listing_writes_no_line()
    {
        using var database = await DatabaseAsync();
        await using var db = database.CreateDbContext();
        db.SeedStates.Add(new SeedState("name", "value"));
        await db.SaveChangesAsync(Cancel);

        Assert.Empty(await LinesAsync(database));
        Assert.Equal("value", (await db.SeedStates.AsNoTracking().SingleAsync(Cancel)).Value);
    }

    [Fact]
    public async Task Of_two_writers_the_second_is_told_and_nothing_of_it_is_stored()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        (await first.WholeAsync(saved.Id)).Pause(null, Sample.At);
        var late = await second.WholeAsync(saved.Id);
        late.Confirm(ListingFact.Techniques, "late", ConfirmedHow.Staff, Sample.At.AddDays(1));
        late.Draft(Sample.Everything, "late", Sample.At);

        await first.SaveChangesAsync(Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancel));

        Assert.Equal((2, 2), await VersionAndLinesAsync(database, saved.Id));
        await using var db = database.CreateDbContext();
        var stored = await db.WholeAsync(saved.Id);
        Assert.DoesNotContain(stored.Confirmations, c => c.By == "late");
        Assert.Single(stored.Revisions);
    }

    [Fact]
    public async Task A_writer_who_deletes_what_another_changed_is_told()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        (await first.WholeAsync(saved.Id)).Pause(null, Sample.At);
        second.Remove(await second.WholeAsync(saved.Id));

        await first.SaveChangesAsync(Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancel));

        Assert.Equal((2, 2), await VersionAndLinesAsync(database, saved.Id));
    }

    [Fact]
    public async Task What_is_saved_in_a_transaction_and_rolled_back_leaves_neither_change_nor_line()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            (await db.WholeAsync(saved.Id)).Pause(null, Sample.At);
            await db.SaveChangesAsync(Cancel);
            await transaction.RollbackAsync(Cancel);
        }

        Assert.Equal((1, 1), await VersionAndLinesAsync(database, saved.Id));
    }

    [Fact]
    public async Task Without_its_line_a_change_is_neither_stored_nor_taken_for_saved()
    {
        var trouble = new TroubleWithTheFeed();
        using var database = await DatabaseAsync(null, trouble);
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        (await db.WholeAsync(saved.Id)).Pause(null, Sample.At);
        trouble.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        Assert.Equal((1, 1), await VersionAndLinesAsync(database, saved.Id));

        trouble.Fails = false;
        await db.SaveChangesAsync(Cancel);

        Assert.Equal((2, 2), await VersionAndLinesAsync(database, saved.Id));
        Assert.Equal(0, await db.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task What_the_caller_has_not_accepted_is_still_to_be_saved()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        var listing = await db.WholeAsync(saved.Id);
        listing.Pause(null, Sample.At);

        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, Cancel);
        Assert.Equal(EntityState.Modified, db.Entry(listing).State);

        db.ChangeTracker.AcceptAllChanges();
        listing.Resume();
        await db.SaveChangesAsync(Cancel);
        Assert.Equal((3, 3), await VersionAndLinesAsync(database, saved.Id));
    }

    [Fact]
    public async Task Is_done_asynchronously_or_not_at_all()
    {
        using var database = await DatabaseAsync();
        await using var db = database.CreateDbContext();

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }

    private static async Task<(long Version, int Lines)> VersionAndLinesAsync(TestDatabase database, long id)
    {
        await using var db = database.CreateDbContext();
        return (await db.Listings.Where(l => l.Id == id).Select(l => l.Version).SingleAsync(Cancel), await db.Changes.CountAsync(c => c.ListingId == id, Cancel));
    }

    private static async Task<List<(long, bool)>> LinesAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return [.. (await db.Changes.OrderBy(c => c.Sequence).ToListAsync(Cancel)).Select(c => (c.ListingId, c.Removed))];
    }

    private sealed class TroubleWithTheFeed : DbCommandInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            Fails && command.CommandText.Contains("ListingChanges", StringComparison.Ordinal)
                ? throw new InvalidOperationException("The feed cannot be written.")
                : ValueTask.FromResult(result);
    }
}

public sealed class ListingSavingTestsOnSqlite() : ListingSavingTests(TestProvider.Sqlite);

public sealed class ListingSavingTestsOnSqlServer() : ListingSavingTests(TestProvider.SqlServer);
