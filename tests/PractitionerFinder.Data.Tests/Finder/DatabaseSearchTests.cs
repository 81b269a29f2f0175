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

        var engine = new DatabaseSearch(database);
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

        var engine = new DatabaseSearch(database);
        foreach (var question in world.Questions)
        {
            await AssertAgrees(database, engine, world.Listings, question);
        }

        return true;
    }

    private static async Task AssertAgrees(TestDatabase database, DatabaseSearch engine, IReadOnlyList<Listing> listings, SearchCriteria question)
    {
        var expected = SearchRules.Search(listings, question);
        var answer = await engine.SearchAsync(question, Cancel);
        Assert.Equal(expected.Select(e => (e.Listing.Id, e.Match)), answer.Page.Select(f => (f.ListingId, f.Match)));
        Assert.Equal(expected.Count, answer.Total);
        Assert.Equal(
            Counts(TestVocabulary.Instance.Techniques.Select(t => (t.Slug, question with { Techniques = [t.Slug] }))), Sorted(answer.Facets.Technique));
        Assert.Equal(
            Counts(Enum.GetValues<Setting>().Select(s => (s.Word(), question with { Settings = [s] }))), Sorted(answer.Facets.Setting));
        Assert.Equal(Ladder(), answer.Relaxations.Select(r => (r.Change, r.Value, r.Total)));
        Assert.Equal(Beyond().Select(e => (e.Listing.Id, e.Match)), answer.Beyond.Select(f => (f.ListingId, f.Match)));
        if (question is { Origin: { } origin, Within: { } within })
        {
            await using var db = database.CreateDbContext();
            var near = await db.LocationsWithin(origin.Point, within.Metres).ToListAsync(Cancel);
            Assert.Equal(
                listings.SelectMany(l => l.Locations).Select(l => (l.Id, Metres: origin.Point.MetresTo(l.Point))).Where(l => l.Metres <= within.Metres).Order(),
                near.Select(n => (n.LocationId, n.Metres)).Order());
        }

        IEnumerable<(Listing Listing, Match Match)> Beyond() => expected.Count == 0 && question.Within is not null
            ? SearchRules.Search(listings, question with
            {
                AskedWithin = new Radius(20_015.115m, DistanceUnit.Kilometres),
                AskedSeed = question.Seed,
                Sort = SearchSort.Distance,
            }).Take(3)
            : [];

        int Count(SearchCriteria criteria) => SearchRules.Search(listings, criteria).Count;

        List<KeyValuePair<string, int>> Counts(IEnumerable<(string Word, SearchCriteria Criteria)> choices) =>
            Sorted(choices.Select(c => KeyValuePair.Create(c.Word, Count(c.Criteria))).Where(c => c.Value > 0));

        List<(string, string, int)> Ladder()
        {
            if (expected.Count >= SearchAnswer.Few)
            {
                return [];
            }

            var ladder = new List<(string, string, int)>();
            var best = expected.Count;
            foreach (var step in new decimal[] { 1, 2, 3, 5, 10, 15, 25, 50, 75, 100, 150, 200 })
            {
                var wider = new Radius(step, DistanceUnit.Kilometres);
                var more = question.Within is { } now && wider.Metres > now.Metres ? Count(question with { AskedWithin = wider }) : 0;
                if (more > best && ladder.Count < 2)
                {
                    ladder.Add(("within", wider.ToString(), more));
                    best = more;
                }
            }

            void Offer(string change, string value, SearchCriteria changed)
            {
                if (Count(changed) is var more && more > expected.Count)
                {
                    ladder.Add((change, value, more));
                }
            }

            Offer("include-online", "online", question with { Settings = [.. question.SettingsSearched, Setting.Online] });
            Offer("any-technique", "any", question with { MatchAll = false });
            foreach (var (filter, without) in question.WithoutEachFilter())
            {
                Offer("drop", filter, without);
            }

            return ladder;
        }
    }

    private static List<KeyValuePair<string, int>> Sorted(IEnumerable<KeyValuePair<string, int>> counts) =>
        [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal)];
}

public sealed class DatabaseSearchTestsOnSqlite() : DatabaseSearchTests(TestProvider.Sqlite);

public sealed class DatabaseSearchTestsOnSqlServer() : DatabaseSearchTests(TestProvider.SqlServer);
