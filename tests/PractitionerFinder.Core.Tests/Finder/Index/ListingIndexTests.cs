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
        var question = new SearchCriteria
        {
            Origin = new SearchOrigin { Point = ListingBuilder.Leeds, Name = "Leeds", Kind = "city", Country = "GB" },
            AskedSeed = 7,
            Page = 22,
            PageSize = SearchCriteria.MostPerPage,
            Now = ListingBuilder.Morning,
        };

        var found = IndexOf(listings, TestVocabulary.Instance).Search(question, SearchDepth.Page).Page;

        Assert.Equal(SearchRules.Search(listings, question).Skip(2_100).Take(100).Select(f => f.Listing.Id), found.Select(f => f.ListingId));
    }

    [Fact]
    public void Refuses_a_vocabulary_that_does_not_fit()
    {
        var many = new Vocabulary([.. Enumerable.Range(0, 129).Select(i => Filler($"technique-{i}"))], []);

        Assert.Throws<ArgumentException>(() => ListingIndex.Build([], many, sequence: 0));
    }

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
