using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder;

/// <summary>A published listing, as far as searches and their results need it.</summary>
/// <param name="Facts">What is searched.</param>
/// <param name="Card">What is shown.</param>
public sealed record PublishedListing(IndexedListing Facts, CardFacts Card);

/// <summary>All published listings as they were at one point of the feed of changes: the index, and the cards of those it finds.</summary>
/// <param name="Index">Finds.</param>
/// <param name="Cards">Shows.</param>
/// <param name="Spelling">Knows what was meant by words that nobody is found by.</param>
/// <param name="Changes">How many listings changed since it was built from scratch.</param>
/// <param name="Position">How far along the feed it is.</param>
public sealed record Snapshot(ListingIndex Index, CardTable Cards, Spelling Spelling, int Changes, long Position)
{
    /// <summary>Builds a snapshot.</summary>
    /// <param name="listings">Every published listing, in the order of their ids; each is read once and not kept.</param>
    /// <param name="vocabulary">The words in force.</param>
    /// <param name="position">The change that <paramref name="listings"/> are sure to hold.</param>
    public static Snapshot Build(IEnumerable<PublishedListing> listings, Vocabulary vocabulary, long position)
    {
        var cards = new CardTable.Builder();
        var spelling = new Spelling.Builder(vocabulary);
        var index = ListingIndex.Build(Facts(), vocabulary, position);
        return new Snapshot(index, cards.Build(), spelling.Build(), 0, position);

        IEnumerable<IndexedListing> Facts()
        {
            foreach (var listing in listings.Ahead())
            {
                cards.Add(listing.Card);
                spelling.Add(listing.Facts.SearchText);
                yield return listing.Facts;
            }
        }
    }

    /// <summary>The snapshot after changes. One caller at a time.</summary>
    /// <param name="news">Listings as they are now, by id; null of those that are no longer published.</param>
    /// <param name="position">The last change among them.</param>
    public Snapshot With(IReadOnlyDictionary<long, PublishedListing?> news, long position)
    {
        var index = Index.With(news.ToDictionary(n => n.Key, n => n.Value?.Facts), position);
        return new Snapshot(
            index,
            Cards.With(news.Select(n => KeyValuePair.Create(n.Key, n.Value?.Card))),
            Spelling.With(news.Values.OfType<PublishedListing>().Select(n => n.Facts.SearchText)),
            index.Changes,
            position);
    }
}
