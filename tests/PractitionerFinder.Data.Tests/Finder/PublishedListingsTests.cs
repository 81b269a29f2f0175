using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Finder;

public abstract class PublishedListingsTests(TestProvider provider) : ProviderTests(provider)
{
    [Fact]
    public async Task Rows_say_what_the_listings_say_of_which_they_are()
    {
        using var database = await DatabaseAsync();
        Prop.ForAll(World.Arbitrary(listings: 24, questions: 0), world => Agrees(database, world.Listings).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithStartSize(1).WithEndSize(10));
    }

    [Fact]
    public async Task Nothing_is_read_of_who_was_never_there_or_is_not_published()
    {
        using var database = await DatabaseAsync();
        var (shown, suspended) = (new ListingBuilder().Named("Shown").Build(TestVocabulary.Instance), new ListingBuilder().Named("Suspended").Build(TestVocabulary.Instance));
        suspended.Suspend();
        await SaveAsync(database, [shown, suspended]);

        var reader = new PublishedListings(database);

        Assert.Equal([shown.Id], reader.ReadAll().Select(p => p.Card.Id));
        Assert.Equal([shown.Id], reader.Read([suspended.Id, shown.Id, long.MaxValue, shown.Id]).Select(p => p.Facts.Id));
        Assert.Empty(reader.Read([]));
    }

    [Fact]
    public async Task The_feed_goes_on_where_its_reader_was()
    {
        using var database = await DatabaseAsync();
        var (first, second) = (new ListingBuilder().Build(TestVocabulary.Instance), new ListingBuilder().Build(TestVocabulary.Instance));
        await SaveAsync(database, [first]);
        await using var db = database.CreateDbContext();
        var before = await db.FeedAfter(0).OrderBy(l => l.Position).ToListAsync(Cancel);
        await SaveAsync(database, [second]);

        Assert.Equal([first.Id], before.Select(l => l.ListingId));
        Assert.Equal([second.Id], (await db.FeedAfter(before[^1].Position).ToListAsync(Cancel)).Select(l => l.ListingId));
    }

    private static async Task<bool> Agrees(TestDatabase database, IReadOnlyList<Listing> listings)
    {
        await using (var db = database.CreateDbContext())
        {
            await db.Listings.ExecuteDeleteAsync(Cancel);
        }

        await SaveAsync(database, listings);
        PublishedListing[] expected =
        [
            .. listings.OrderBy(l => l.Id).Select(l => (Facts: IndexedListing.Of(l), Card: Cards.Of(l))).Where(p => p.Facts is not null)
                .Select(p => new PublishedListing(InOneOrder(p.Facts!), p.Card)),
        ];
        var reader = new PublishedListings(database);

        Assert.Equal(expected.Select(Cards.Written), reader.ReadAll().Select(p => Cards.Written(p with { Facts = InOneOrder(p.Facts) })));
        Assert.Equal(expected.Select(Cards.Written), reader.Read(listings.Select(l => l.Id)).Select(p => Cards.Written(p with { Facts = InOneOrder(p.Facts) })));
        return true;
    }

    // Sets have no order.
    private static IndexedListing InOneOrder(IndexedListing facts) => facts with
    {
        Techniques = [.. facts.Techniques.OrderBy(t => t.Slug)],
        Areas = [.. facts.Areas.Order()],
        Languages = [.. facts.Languages.Order()],
        VisitAreas = [.. facts.VisitAreas.Select(v => v with { Cells = [.. v.Cells.Order()] })],
    };

    private static async Task SaveAsync(TestDatabase database, IReadOnlyList<Listing> listings)
    {
        await using var db = database.CreateDbContext();
        db.AddRange(listings);
        await db.SaveChangesAsync(Cancel);
    }
}

public sealed class PublishedListingsTestsOnSqlite() : PublishedListingsTests(TestProvider.Sqlite);

public sealed class PublishedListingsTestsOnSqlServer() : PublishedListingsTests(TestProvider.SqlServer);
