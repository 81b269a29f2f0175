using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder.Index;

public sealed class ListingIndexTests
{
    // The same words behind 70 others, so that theirs are the last bits.
    private static readonly Vocabulary Wide = new(
        [.. Enumerable.Range(0, 70).Select(i => Filler($"filler-{i}")), .. TestVocabulary.Instance.Techniques], TestVocabulary.Instance.Areas);

    /// <summary>How many worlds are made, each with 40 questions: 500, or as many as FINDER_WORLDS says.</summary>
    private static int Worlds =>
        int.TryParse(Environment.GetEnvironmentVariable("FINDER_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 500;

    [Fact]
    public void Answers_what_the_rules_say_in_the_same_order_and_counts_alike() =>
        Prop.ForAll(World.Arbitrary(listings: 12, questions: 40), world => Agrees(world, IndexOf(Saved.From(world.Listings), TestVocabulary.Instance), world.Listings, TestVocabulary.Instance))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithStartSize(1).WithEndSize(10));

    [Fact]
    public void Answers_alike_after_changes_one_upon_another() =>
        Prop.ForAll(World.Arbitrary(listings: 12, questions: 20), world =>
            {
                // Four are there from the start; of those that come, two take the place of earlier ones, and one earlier one goes.
                var start = Saved.From([.. world.Listings.Take(4)]);
                var replaced = Saved.From([.. world.Listings.Skip(4).Take(2)]);
                var fresh = Saved.From([.. world.Listings.Skip(6)], first: 5);
                var before = IndexOf(start, TestVocabulary.Instance);
                var after = before.With(News(replaced), sequence: 1).With(News(fresh), sequence: 2);
                var there = start.Skip(replaced.Count).Concat(replaced).Concat(fresh).ToList();
                if (there.Count > 0)
                {
                    after = after.With(new Dictionary<long, IndexedListing?> { [there[0].Id] = null }, sequence: 3);
                    there.RemoveAt(0);
                }

                // Whoever was asking the index as it was goes on with it.
                return Agrees(world, before, start, TestVocabulary.Instance) && Agrees(world, after, there, TestVocabulary.Instance);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds / 10).WithStartSize(1).WithEndSize(10));

    [Fact]
    public void Answers_alike_with_more_techniques_than_a_word_has_bits() =>
        Prop.ForAll(World.Arbitrary(listings: 12, questions: 10), world =>
            Agrees(world, IndexOf(Saved.From(world.Listings), Wide), world.Listings, Wide))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds / 20).WithStartSize(1).WithEndSize(10));

    [Fact]
    public void A_page_far_down_holds_those_whose_turn_it_is()
    {
        var listings = Saved.From([.. Enumerable.Range(0, 2_300).Select(i => new ListingBuilder()
            .In(53.8 + i % 7 * 0.001, -1.55).Offering(TestVocabulary.Free).Build(TestVocabulary.Instance))]);
        var question = NearLeeds with { Page = 22, PageSize = SearchCriteria.MostPerPage };

        var found = IndexOf(listings, TestVocabulary.Instance).Search(question, SearchDepth.Page).Page;

        Assert.Equal(SearchRules.Search(listings, question).Skip(2_100).Take(100).Select(f => f.Listing.Id), found.Select(f => f.ListingId));
    }

    [Fact]
    public void Pages_asked_for_while_things_change_are_each_right_and_those_who_stay_keep_their_order()
    {
        var all = Saved.From([.. Enumerable.Range(0, 60).Select(i => new ListingBuilder()
            .In(53.8 + i % 9 * 0.0004, -1.55).Offering(TestVocabulary.Free).Build(TestVocabulary.Instance))]);
        var there = all.Take(50).ToList();
        var index = IndexOf(there, TestVocabulary.Instance);
        var seen = new List<long>();
        var left = new HashSet<long>();

        for (var page = 1; page <= 5; page++)
        {
            var question = NearLeeds with { Page = page, PageSize = 10, AskedSeed = 77 };
            var found = index.Search(question);
            Assert.Equal(Oracle.Lines(Oracle.Answer(there, question, TestVocabulary.Instance)), Oracle.Lines(found));
            seen.AddRange(found.Page.Select(f => f.ListingId));

            // One who was shown goes, one who was not goes, and one comes.
            var (gone, unseen, came) = (there.First(l => seen.Contains(l.Id)), there.Last(l => !seen.Contains(l.Id) || page == 5), all[49 + page]);
            left.UnionWith([gone.Id, unseen.Id]);
            there = [.. there.Except([gone, unseen]), came];
            index = index.With(new Dictionary<long, IndexedListing?> { [gone.Id] = null, [unseen.Id] = null, [came.Id] = IndexedListing.Of(came) }, page);
        }

        var order = SearchRules.Search(all, NearLeeds with { AskedSeed = 77 }).Select(f => f.Listing.Id).ToList();
        var stayed = seen.Where(id => !left.Contains(id) && id <= 50).Select(id => order.IndexOf(id)).ToList();
        Assert.Equal(stayed.Order().Distinct(), stayed);
    }

    [Fact]
    public void No_search_takes_memory_from_the_heap_of_large_objects()
    {
        // What takes less in all than one large object has taken none.
        const int largeObject = 85_000;
        var listings = Saved.From([.. Enumerable.Range(0, 3_000).Select(i => new ListingBuilder()
            .In(53.8 + i % 7 * 0.001, -1.55).Offering(TestVocabulary.Free).Online().Visiting(8).Build(TestVocabulary.Instance))]);
        var index = IndexOf(listings, TestVocabulary.Instance);
        var largest = NearLeeds with { Settings = [Setting.Clinic, Setting.Visit, Setting.Online], Page = 20, PageSize = SearchCriteria.MostPerPage };
        var climbing = NearLeeds with { Techniques = [TestVocabulary.Titled], Verified = true, Language = "cy", Needs = Needs.Evenings };

        foreach (var question in new[] { largest, climbing, Anywhere with { Q = "moor", Words = ["moor"] } })
        {
            // The first search of a thread makes the room that all others use.
            index.Search(question);
            var before = GC.GetAllocatedBytesForCurrentThread();
            index.Search(question);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, largeObject);
        }
    }

    [Fact]
    public void A_word_that_few_have_finds_them_near_and_anywhere()
    {
        var listings = Saved.From([.. Enumerable.Range(0, 200).Select(i =>
        {
            var listing = new ListingBuilder().Named(i % 60 == 0 ? "Ada Moor" : "Ben Hill").In(53.8 + i * 0.001, -1.55);
            return (i % 3 == 0 ? listing.Online() : listing).Build(TestVocabulary.Instance);
        })]);
        var index = IndexOf(listings, TestVocabulary.Instance);

        Assert.All(
            [Anywhere, NearLeeds, Anywhere with { Settings = [Setting.Online] }, NearLeeds with { Settings = [Setting.Clinic, Setting.Online] }],
            asked => AssertAnswers(index, listings, asked with { Q = "moor", Words = ["moor"] }));
    }

    [Fact]
    public void Keys_may_be_larger_than_32_bits()
    {
        var listings = Saved.From([.. Enumerable.Range(0, 5).Select(_ => new ListingBuilder().Online().Build(TestVocabulary.Instance))], first: uint.MaxValue - 2L);

        AssertAnswers(IndexOf(listings, TestVocabulary.Instance), listings, NearLeeds with { Settings = [Setting.Clinic, Setting.Online] });
    }

    [Fact]
    public void Proof_of_several_techniques_ends_when_each_does()
    {
        var (first, second, third) = (ListingBuilder.Morning.AddDays(10).Date, ListingBuilder.Morning.AddDays(20), ListingBuilder.Morning.AddDays(30).AddTicks(1));
        var listings = Saved.From([new ListingBuilder()
            .ProvenIn(TestVocabulary.Titled, first).ProvenIn(TestVocabulary.Mark, second).ProvenIn(TestVocabulary.Free, third).Online().Build(TestVocabulary.Instance)]);
        var index = IndexOf(listings, TestVocabulary.Instance);

        Assert.All(
            new[] { first, second, third }.SelectMany(t => new[] { t.AddHours(-1), t.AddTicks(-1), t, t.AddTicks(1), t.AddHours(1) }),
            now => AssertAnswers(index, listings, NearLeeds with { Now = now, Settings = [Setting.Clinic, Setting.Online] }));
    }

    [Fact]
    public void A_language_that_comes_later_is_known_to_later_indexes_alone()
    {
        var before = Saved.From([new ListingBuilder().Speaking("en").Build(TestVocabulary.Instance)]);
        var came = Saved.From([new ListingBuilder().Speaking("en", "is").Build(TestVocabulary.Instance)], first: 2);
        var index = IndexOf(before, TestVocabulary.Instance);
        var later = index.With(News(came), sequence: 1);

        Assert.All([NearLeeds, NearLeeds with { Language = "is" }], asked =>
        {
            AssertAnswers(index, before, asked);
            AssertAnswers(later, [.. before, .. came], asked);
        });
    }

    [Fact]
    public void Refuses_a_vocabulary_that_does_not_fit()
    {
        var many = new Vocabulary([.. Enumerable.Range(0, 129).Select(i => Filler($"technique-{i}"))], []);

        Assert.Throws<ArgumentException>(() => ListingIndex.Build([], many, sequence: 0));
    }

    private static SearchCriteria Anywhere => new() { AskedSeed = 7, Now = ListingBuilder.Morning };

    private static SearchCriteria NearLeeds => Anywhere with
    {
        Origin = new SearchOrigin { Point = ListingBuilder.Leeds, Name = "Leeds", Kind = "city", Country = "GB" },
    };

    private static void AssertAnswers(ListingIndex index, IReadOnlyList<Listing> listings, SearchCriteria asked) =>
        Assert.Equal(Oracle.Lines(Oracle.Answer(listings, asked, TestVocabulary.Instance)), Oracle.Lines(index.Search(asked)));

    private static bool Agrees(World world, ListingIndex index, IReadOnlyList<Listing> listings, Vocabulary vocabulary)
    {
        foreach (var question in world.Questions)
        {
            Assert.Equal(Oracle.Lines(Oracle.Answer(listings, question, vocabulary)), Oracle.Lines(index.Search(question)));
        }

        return true;
    }

    private static Dictionary<long, IndexedListing?> News(IEnumerable<Listing> listings) => listings.ToDictionary(l => l.Id, IndexedListing.Of);

    private static ListingIndex IndexOf(IEnumerable<Listing> listings, Vocabulary vocabulary) =>
        ListingIndex.Build(listings.Select(IndexedListing.Of).OfType<IndexedListing>(), vocabulary, sequence: 0);

    private static Technique Filler(string slug) =>
        new() { Slug = slug, Name = slug, Family = "fillers", OneLine = "For tests.", Evidence = new Evidence(0, "no trials found") };
}
