using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class SnapshotTests
{
    private static readonly IReadOnlyList<Listing> Listings = Saved.From([.. Enumerable.Range(0, 3_000).Select(_ => new ListingBuilder().Offering(TestVocabulary.Free).Build(TestVocabulary.Instance))]);

    private static readonly SearchCriteria Everybody = new() { Now = ListingBuilder.Morning, PageSize = 100 };

    [Fact]
    public void Holds_everybody_it_was_told_of_with_their_cards()
    {
        var snapshot = Snapshot.Build(Listings.Select(Published), TestVocabulary.Instance, 7);

        Assert.Equal((Listings.Count, 7L, 0), (snapshot.Index.Search(Everybody).Total, snapshot.Position, snapshot.Changes));
        Assert.All(Listings, l => Assert.Equal(l.Slug, snapshot.Cards.Of(l.Id)?.Slug));
    }

    [Fact]
    public void What_is_not_published_any_more_is_in_no_part_of_it()
    {
        var before = Snapshot.Build(Listings.Take(2).Select(Published), TestVocabulary.Instance, 7);

        var after = before.With(new Dictionary<long, PublishedListing?> { [Listings[0].Id] = null, [Listings[2].Id] = Published(Listings[2]) }, 9);

        Assert.Equal(9, after.Position);
        Assert.Equal([Listings[1].Id, Listings[2].Id], after.Index.Search(Everybody).Page.Select(f => f.ListingId).Order());
        Assert.Equal((null, Listings[2].Slug), (after.Cards.Of(Listings[0].Id), after.Cards.Of(Listings[2].Id)?.Slug));
        Assert.Equal(2, before.Index.Search(Everybody).Total);
    }

    [Fact]
    public void What_ends_the_reading_ends_the_building()
    {
        Assert.Equal("The database went away.", Assert.Throws<IOException>(() => Snapshot.Build(Broken(), TestVocabulary.Instance, 7)).Message);

        static IEnumerable<PublishedListing> Broken()
        {
            foreach (var listing in Listings.Take(1_200))
            {
                yield return Published(listing);
            }

            throw new IOException("The database went away.");
        }
    }

    [Fact]
    public void Building_that_ends_early_lets_go_of_what_is_read()
    {
        var isLetGo = false;
        Assert.Throws<ArgumentException>(() => Snapshot.Build(OutOfOrder(), TestVocabulary.Instance, 7));
        Assert.True(isLetGo);

        IEnumerable<PublishedListing> OutOfOrder()
        {
            try
            {
                while (true)
                {
                    yield return Published(Listings[1]);
                    yield return Published(Listings[0]);
                }
            }
            finally
            {
                isLetGo = true;
            }
        }
    }

    private static PublishedListing Published(Listing listing) => new(IndexedListing.Of(listing)!, TestKit.Finder.Cards.Of(listing));
}
