using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Seeding;

namespace PractitionerFinder.Data.Tests.Seeding;

public sealed class DemoListingsTests(DemoPopulation demo)
{
    [Fact]
    public void Are_2500_and_all_marked_as_fictional()
    {
        Assert.Equal(2_500, demo.Listings.Count);
        Assert.All(demo.Listings, l => Assert.True(l.IsDemo));
    }

    [Fact]
    public void Are_the_same_each_time_on_the_same_day()
    {
        var later = new DemoListings(demo.Vocabulary, _ => true, DemoPopulation.Folder).Make(DemoPopulation.Now.AddHours(9));

        Assert.Equal(demo.Listings.Select(Everything), later.Select(Everything));
    }

    [Fact]
    public void Grow_a_day_older_with_the_day()
    {
        var tomorrow = new DemoListings(demo.Vocabulary, _ => true, DemoPopulation.Folder).Make(DemoPopulation.Now.AddDays(1));

        Assert.Equal(demo.Listings.Select(l => l.ConfirmedAt?.AddDays(1)), tomorrow.Select(l => l.ConfirmedAt));
        Assert.Equal(demo.Listings.Select(l => l.Slug), tomorrow.Select(l => l.Slug));
    }

    [Fact]
    public void Are_made_quickly()
    {
        // Well above the second it takes, as builds and other tests share the machine.
        Assert.True(demo.Took < TimeSpan.FromSeconds(10), $"Making everybody took {demo.Took}.");
    }

    [Fact]
    public void Have_addresses_of_plain_letters_that_nobody_shares()
    {
        Assert.Equal(demo.Listings.Count, demo.Listings.Select(l => l.Slug).Distinct().Count());
        Assert.All(demo.Listings, l => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", l.Slug));
        Assert.All(demo.Listings, l => Assert.InRange(l.Slug.Length, 1, Listing.SlugMaxLength));
    }

    [Fact]
    public void Share_no_name_within_a_town()
    {
        var (again, _) = DemoListings.EnteredTwice(demo.Listings);

        var named = demo.Listings.Where(l => l != again).Select(l => l.Revisions[0].Content)
            .SelectMany(c => c.Locations.Select(p => (c.Name, p.Address.Locality, p.Address.Country)).Distinct()).ToList();

        Assert.Equal(named.Count, named.Distinct().Count());
    }

    [Fact]
    public void Of_the_one_entered_twice_the_second_entry_can_be_archived_into_the_first()
    {
        var made = demo.Again;
        var (from, into) = DemoListings.EnteredTwice(made);

        Assert.Equal(ListingState.Published, from.State);
        Assert.True(into.IsFindable(DemoPopulation.Now));
        Assert.Equal(into.Name, from.Name);
        Assert.Equal(into.Locations.Select(l => l.Point), from.Locations.Select(l => l.Point));
    }

    [Fact]
    public void Lie_close_to_their_towns_in_the_time_of_the_place()
    {
        var towns = File.ReadLines(Path.Combine(DemoPopulation.Folder, "practitioners", "towns.tsv")).Skip(1)
            .Select(l => l.Split('\t')).ToLookup(c => (c[0], c[3]));
        Assert.All(demo.Contents.SelectMany(c => c.Locations), location =>
        {
            var town = towns[(location.Address.Country, location.Address.Locality)].MinBy(t => Middle(t).MetresTo(location.Point))!;
            Assert.InRange(Middle(town).MetresTo(location.Point), 0, int.Parse(town[8], null) + 5);
            Assert.Equal(town[10], location.Hours?.TimeZone ?? town[10]);
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(town[10], out _));
        });

        static GeoPoint Middle(string[] town) => new(
            double.Parse(town[5], System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(town[6], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Show_every_paragraph_but_sentences_on_unproven_marks()
    {
        foreach (var listing in demo.Listings.Where(l => l.Standing(DemoPopulation.Now) == PublicStanding.Shown))
        {
            var shown = PublicListing.Of(listing, demo.Vocabulary, DemoPopulation.Now);

            Assert.NotEmpty(shown.Techniques);
            Assert.NotNull(shown.Headline);
            Assert.Equal(listing.PublicContent!.About.Split("\n\n").Length, shown.About.Count);
        }
    }

    [Fact]
    public void Keep_their_ages_when_dates_are_moved()
    {
        var listing = demo.Again.First(l => l.PublicContent?.Locations is [{ Hours.Closed.Count: > 0 }, ..]);
        var (closed, confirmed) = (listing.PublicContent!.Locations[0].Hours!.Closed[0].From, listing.ConfirmedAt);

        listing.ShiftDemoDates(5, demo.Vocabulary);

        Assert.Equal(closed.AddDays(5), listing.PublicContent!.Locations[0].Hours!.Closed[0].From);
        Assert.Equal(confirmed?.AddDays(5), listing.ConfirmedAt);
    }

    private static string Everything(Listing listing) => string.Join(
        '|',
        listing.Slug, listing.State, listing.PausedUntil, listing.PublicRevision, listing.OverdueFrom, listing.HiddenFrom,
        string.Join('|', listing.Revisions.Select(r => $"{r.State} {r.CreatedAt:O} {r.DecidedAt:O} {r.SerialisedContent}")),
        string.Join('|', listing.Checks.Select(c => $"{c.CredentialKey} {c.CheckedAt:O} {c.ValidUntil:O}")),
        string.Join('|', listing.Confirmations.Select(c => $"{c.Fact} {c.At:O} {c.How} {c.By}")));
}
