using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder.Index;

public sealed class ListingIndexTests
{
    /// <summary>How many worlds are made, each with 40 questions: 500, or as many as FINDER_WORLDS says.</summary>
    private static int Worlds =>
        int.TryParse(Environment.GetEnvironmentVariable("FINDER_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 500;

    [Fact]
    public void Answers_what_the_rules_say_in_the_same_order_and_counts_alike() =>
        Prop.ForAll(World.Arbitrary(listings: 12, questions: 40), world => Agrees(world, IndexOf(Saved.From(world.Listings)), world.Listings))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithStartSize(1).WithEndSize(10));

    private static bool Agrees(World world, ListingIndex index, IReadOnlyList<Listing> listings)
    {
        foreach (var question in world.Questions)
        {
            Assert.Equal(Oracle.Lines(Oracle.Answer(listings, question, TestVocabulary.Instance)), Oracle.Lines(index.Search(question)));
        }

        return true;
    }

    private static ListingIndex IndexOf(IEnumerable<Listing> listings) =>
        ListingIndex.Build(listings.Select(IndexedListing.Of).OfType<IndexedListing>(), TestVocabulary.Instance, sequence: 0);
}
