using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Finder;

public abstract class DatabaseSearchTests(TestProvider provider) : ProviderTests(provider)
{
    /// <summary>How many worlds are made: 40, or as many as FINDER_WORLDS says.</summary>
    private static int Worlds =>
        int.TryParse(Environment.GetEnvironmentVariable("FINDER_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 40;

    [Fact]
    public async Task Finds_what_the_rules_find_in_the_same_order_and_counts_alike()
    {
        using var database = await DatabaseAsync();
        Prop.ForAll(World.Arbitrary(listings: 24, questions: 12), world => Agrees(database, world).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithStartSize(1).WithEndSize(10));
    }

    [Fact]
    public async Task Where_the_widened_radius_ends_within_a_step_of_distance_the_rules_still_choose_the_nearest()
    {
        // Ten miles four times over are 64,374 m: one place lies just within, one just without, both in one step of 100 m.
        using var database = await DatabaseAsync();
        var vocabulary = TestVocabulary.Instance;
        Listing[] listings = [.. new[] { 30_000, 40_000, 64_310, 64_390 }.Select(m => new ListingBuilder()
            .In(ListingBuilder.Leeds.Latitude + m / GreatCircle.EarthRadiusMetres * 180 / Math.PI, ListingBuilder.Leeds.Longitude)
            .Offering(TestVocabulary.Free).Build(vocabulary))];
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(listings);
            await db.SaveChangesAsync(Cancel);
        }

        var engine = new DatabaseSearch(database, TestVocabulary.Instance);
        foreach (var seed in Enumerable.Range(1, 20).Select(s => s * 100_000_007L))
        {
            var question = new SearchCriteria
            {
                Origin = new SearchOrigin { Point = ListingBuilder.Leeds, Name = "Leeds", Kind = "city", Country = "GB" },
                AskedWithin = new Radius(10, DistanceUnit.Miles),
                AskedSeed = seed,
                Now = ListingBuilder.Morning,
            };
            var expected = SearchRules.Search(listings, question with { AskedWithin = new Radius(12_000, DistanceUnit.Miles) }).Take(3);

            Assert.Equal(expected.Select(e => e.Listing.Id), (await engine.SearchAsync(question, Cancel)).Beyond.Select(f => f.ListingId));
        }
    }

    private static async Task<bool> Agrees(TestDatabase database, World world)
    {
        await using (var db = database.CreateDbContext())
        {
            await db.Listings.ExecuteDeleteAsync(Cancel);
            db.AddRange(world.Listings);
            await db.SaveChangesAsync(Cancel);
        }

        var engine = new DatabaseSearch(database, TestVocabulary.Instance);
        foreach (var question in world.Questions)
        {
            await AssertAgrees(database, engine, world.Listings, question);
        }

        return true;
    }

    private static async Task AssertAgrees(TestDatabase database, DatabaseSearch engine, IReadOnlyList<Listing> listings, SearchCriteria question)
    {
        Assert.Equal(Oracle.Lines(Oracle.Answer(listings, question, TestVocabulary.Instance)), Oracle.Lines(await engine.SearchAsync(question, Cancel)));
        if (question is { Origin: { } origin, Within: { } within })
        {
            await using var db = database.CreateDbContext();
            var near = await db.LocationsWithin(origin.Point, within.Metres).ToListAsync(Cancel);
            Assert.Equal(
                listings.SelectMany(l => l.Locations).Select(l => (l.Id, Metres: origin.Point.MetresTo(l.Point))).Where(l => l.Metres <= within.Metres).Order(),
                near.Select(n => (n.LocationId, n.Metres)).Order());
        }
    }
}

public sealed class DatabaseSearchTestsOnSqlite() : DatabaseSearchTests(TestProvider.Sqlite);

public sealed class DatabaseSearchTestsOnSqlServer() : DatabaseSearchTests(TestProvider.SqlServer);
