using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder.Cards;

public sealed class CardTableTests
{
    [Fact]
    public void Gives_back_what_it_was_given() => Prop.ForAll(World.Arbitrary(listings: 12, questions: 0), world =>
        {
            var cards = CardsOf(world);
            var table = TableOf(cards);

            Assert.All(cards, c => AssertSame(c, table.Of(c.Id)));
            Assert.Null(table.Of(cards.Count + 1));
            Assert.Null(table.Of(0));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Keeps_every_letter_photo_and_instant()
    {
        var card = new CardFacts
        {
            Id = 7,
            Slug = "zoë-o’brien",
            Name = "Zoë O’Brien 張偉",
            Headline = new string('ß', 300),
            Photo = new Photo("AAAAAAAAAAAAAAAAAAAAAA", ""),
            Accepting = Accepting.Waiting,
            PausedUntil = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
            HiddenFrom = World.Now.AddTicks(1),
            ConfirmedAt = World.Now.AddTicks(-1),
            Techniques = [new("cupping", true, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)), new("rolfing", true, World.Now.AddTicks(3)), new("swedish-massage", false, null)],
            Confirmations = [new(ListingFact.Contact, World.Now), new(ListingFact.Address, World.Now), new(ListingFact.Fees, World.Now.AddTicks(9)), new(ListingFact.Hours, World.Now)],
        };

        AssertSame(card, TableOf([card]).Of(7));
    }

    [Fact]
    public void Fills_more_than_one_part_of_memory()
    {
        CardFacts[] cards = [.. Enumerable.Range(1, 3_000).Select(i => new CardFacts { Id = i, Slug = $"somebody-{i}", Name = "Somebody", Headline = new string((char)('a' + i % 26), 1_000) })];
        var table = TableOf(cards);

        Assert.All(cards, c => AssertSame(c, table.Of(c.Id)));
    }

    [Fact]
    public void After_changes_the_newest_holds_and_the_table_before_stays()
    {
        var first = new CardFacts { Id = 1, Slug = "a", Name = "As it was" };
        var (changed, added) = (first with { Name = "As it is" }, new CardFacts { Id = 3, Slug = "c", Name = "New" });
        var before = TableOf([first, new CardFacts { Id = 2, Slug = "b", Name = "Goes" }]);

        var after = before.With([KeyValuePair.Create<long, CardFacts?>(1, first with { Name = "In between" }), KeyValuePair.Create<long, CardFacts?>(2, null)])
            .With([KeyValuePair.Create<long, CardFacts?>(1, changed), KeyValuePair.Create<long, CardFacts?>(3, added)]);

        Assert.Equal((changed, null, added), (after.Of(1), after.Of(2), after.Of(3)));
        AssertSame(first, before.Of(1));
        Assert.Equal("Goes", before.Of(2)!.Name);
        Assert.Null(before.Of(3));
    }

    [Fact]
    public void Cards_out_of_order_are_refused()
    {
        var builder = new CardTable.Builder();
        builder.Add(new CardFacts { Id = 2, Slug = "b", Name = "B" });

        Assert.Throws<ArgumentException>(() => builder.Add(new CardFacts { Id = 1, Slug = "a", Name = "A" }));
    }

    /// <summary>The rules of what may be shown stand in <see cref="PublicListing"/>; a card keeps to them.</summary>
    [Fact]
    public void A_card_shows_what_the_page_shows() => Prop.ForAll(World.Arbitrary(listings: 12, questions: 0), world =>
        {
            foreach (var listing in Saved.From(world.Listings))
            {
                foreach (var now in new[] { World.Now, World.Now.AddDays(31), World.Now.AddDays(-31) }.Where(n => listing.Standing(n) == PublicStanding.Shown))
                {
                    var page = PublicListing.Of(listing, TestVocabulary.Instance, now);
                    var facts = TestKit.Finder.Cards.Of(listing);
                    Assert.True(facts.IsShown(now));
                    var card = ListingCard.Of(facts, TestVocabulary.Instance, now);

                    Assert.Equal((page.Slug, page.Name, page.Headline, page.IsDemo, page.Accepting, page.Photo, page.ConfirmedAt), (card.Slug, card.Name, card.Headline, card.IsDemo, card.Accepting, card.Photo, card.ConfirmedAt));
                    Assert.Equal(page.Techniques.Select(t => (t.Slug, t.IsProven)), card.Techniques.Select(t => (t.Slug, t.IsProven)));
                    Assert.Equal(page.Locations.Select(l => (l.Key, l.Setting, l.Locality, l.Country, l.Point, l.IsApproximate, l.StepFree == StepFree.Yes)), card.Places.Select(l => (l.Key, l.Setting, l.Locality, l.Country, l.Point, l.IsApproximate, l.IsStepFree)));
                    Assert.Equal(page.VisitAreas.Select(v => (v.Key, v.Locality, v.Country)), card.VisitAreas.Select(v => (v.Key, v.Locality, v.Country)));
                    Assert.Equal(page.Settings, card.Settings);
                    Assert.Equal(page.Facts.Where(f => f.IsOverdue).MinBy(f => f.ConfirmedAt)?.Fact, card.Overdue?.Fact);
                }
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static List<CardFacts> CardsOf(World world) => [.. Saved.From(world.Listings).Select(TestKit.Finder.Cards.Of)];

    private static CardTable TableOf(IEnumerable<CardFacts> cards)
    {
        var builder = new CardTable.Builder();
        foreach (var card in cards)
        {
            builder.Add(card);
        }

        return builder.Build();
    }

    private static void AssertSame(CardFacts expected, CardFacts? actual) => Assert.Equal(TestKit.Finder.Cards.Written(expected), TestKit.Finder.Cards.Written(actual));
}
