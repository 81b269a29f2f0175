using System.Text.Json;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class PublicListingTests
{
    [Fact]
    public void A_private_home_shows_its_town_and_its_cell_and_nothing_that_leads_to_the_door()
    {
        var listing = Make.Published(Make.Content with { Locations = [Make.Home with { Privacy = AddressPrivacy.AreaOnly }] });

        var shown = listing.Public();

        var place = Assert.Single(shown.Locations);
        Assert.Equal(("Headingley", "GB", Make.Home.Cell.Centre.Rounded(), true), (place.Locality, place.Country, place.Point, place.IsApproximate));
        Assert.Equal(Make.Home.Cell.ReachMetres, place.ReachMetres);
        Assert.Empty(place.Lines);
        Assert.Equal((null, null, null, null), (place.Postcode, place.Name, place.Parking, place.Transport));

        // However it is written out: no word of the address and no digit of the true point.
        var everything = JsonSerializer.Serialize(shown);
        Assert.All(
            (string[])["Zinnia", "LS6", "garden room", "lane behind", "53.81937", "1.57961"],
            secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_public_address_shows_in_full()
    {
        var place = Assert.Single(Make.Published().Public().Locations);

        Assert.Equal((Make.TruePoint, "LS6 9ZZ", "The garden room", 0, false), (place.Point, place.Postcode, place.Name, place.ReachMetres, place.IsApproximate));
        Assert.Equal(["7 Zinnia Passage"], place.Lines);
    }

    [Fact]
    public void A_paused_listing_shows_without_any_way_to_get_in_touch_until_the_pause_ends()
    {
        var listing = Make.Published();
        listing.Pause(Make.At.AddDays(3), Make.At);

        var paused = listing.Public(Make.At.AddDays(3).AddTicks(-1));
        Assert.Equal((true, null, null), (paused.IsPaused, paused.Phone, paused.Website));
        Assert.All(paused.Locations, l => Assert.Null(l.Phone));
        Assert.DoesNotContain("496", JsonSerializer.Serialize(paused), StringComparison.Ordinal);

        var open = listing.Public(Make.At.AddDays(3));
        Assert.Equal((false, "+44 113 496 0000"), (open.IsPaused, open.Phone));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_address_for_mail_never_shows_and_is_given_to_those_who_ask_only_where_its_owner_said_so(bool isPublic)
    {
        var listing = Make.Published(WithEmail(isPublic));

        Assert.DoesNotContain("ada@example.org", JsonSerializer.Serialize(listing.Public()), StringComparison.Ordinal);
        Assert.Equal(isPublic, listing.Public().OffersEmail);
        Assert.Equal(isPublic ? "ada@example.org" : null, listing.PublicEmail(Make.At));
    }

    [Fact]
    public void The_address_for_mail_is_given_to_nobody_while_a_listing_is_paused_hidden_or_taken_down()
    {
        var paused = Make.Published(WithEmail(true));
        paused.Pause(Make.At.AddDays(3), Make.At);
        var suspended = Make.Published(WithEmail(true));
        suspended.Suspend();

        Assert.Equal((null, false), (paused.PublicEmail(Make.At), paused.Public().OffersEmail));
        Assert.Equal("ada@example.org", paused.PublicEmail(Make.At.AddDays(3)));
        Assert.Null(suspended.PublicEmail(Make.At));
        Assert.Null(Make.Submitted(WithEmail(true)).PublicEmail(Make.At));
        Assert.Null(Make.Published(WithEmail(true)).PublicEmail(Make.At.AddYears(1)));
    }

    [Fact]
    public void Content_that_was_written_before_there_was_a_choice_gives_no_address_for_mail_out()
    {
        var old = ListingJson.Write(WithEmail(true)).Replace("\"emailIsPublic\":true", "\"other\":1", StringComparison.Ordinal);

        Assert.False(ListingJson.Read(old).Contact.EmailIsPublic);
        Assert.True(ListingJson.Read(ListingJson.Write(WithEmail(true))).Contact.EmailIsPublic);
    }

    [Fact]
    public void Each_fact_says_when_it_is_due_again() => Assert.Equal(
        Freshness.Facts.Select(f => (f, Make.At.AddDays(Freshness.Days(f)))),
        Make.Published().Public().Facts.Select(f => (f.Fact, f.DueAt)));

    [Theory]
    [InlineData("unpublished", PublicStanding.Unknown)]
    [InlineData("published", PublicStanding.Shown)]
    [InlineData("paused", PublicStanding.Paused)]
    [InlineData("suspended", PublicStanding.Gone)]
    [InlineData("archived", PublicStanding.Gone)]
    [InlineData("merged", PublicStanding.Moved)]
    [InlineData("archived unpublished", PublicStanding.Gone)]
    public void What_is_not_shown_has_no_public_view(string how, PublicStanding standing)
    {
        var listing = how.EndsWith("unpublished", StringComparison.Ordinal) ? Make.Submitted() : Make.Published();
        switch (how)
        {
            case "paused":
                listing.Pause(null, Make.At);
                break;
            case "suspended":
                listing.Suspend();
                break;
            case "archived" or "archived unpublished":
                listing.Archive();
                break;
            case "merged":
                listing.Archive(7);
                break;
        }

        Assert.Equal(standing, listing.Standing(Make.At));
        Assert.Equal(standing == PublicStanding.Shown, listing.IsFindable(Make.At));
        if (standing is not (PublicStanding.Shown or PublicStanding.Paused))
        {
            Assert.Throws<InvalidOperationException>(() => listing.Public());
        }
    }

    [Fact]
    public void Staff_can_put_back_what_they_took_down_and_nobody_what_has_ended()
    {
        var listing = Make.Published();
        listing.Suspend();
        Assert.Throws<InvalidOperationException>(listing.Suspend);
        listing.Reinstate();
        Assert.Throws<InvalidOperationException>(listing.Reinstate);
        listing.Archive();

        Assert.Throws<InvalidOperationException>(listing.Reinstate);
        Assert.Throws<InvalidOperationException>(() => listing.Archive());
    }

    [Fact]
    public void An_approval_does_not_put_back_what_staff_took_down()
    {
        var listing = Make.Published();
        listing.Suspend();

        listing.Change(Make.Content with { Name = "Another" });

        Assert.Equal(ListingState.Suspended, listing.State);
    }

    [Fact]
    public void Search_rows_of_a_private_home_hold_its_cell_and_no_address()
    {
        var listing = Make.Published(Make.Content with { Locations = [Make.Home with { Privacy = AddressPrivacy.AreaOnly }] });

        var row = Assert.Single(listing.Locations);
        Assert.Equal((Make.Home.Cell.Centre.Rounded(), true, "Headingley"), (row.Point, row.Approximate, row.Locality));
        Assert.DoesNotContain("zinnia", listing.SearchText, StringComparison.Ordinal);
        Assert.DoesNotContain("ls6", listing.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void Protected_words_are_not_among_those_by_which_anybody_is_found()
    {
        var listing = Make.Published(Make.Content with { Headline = "Certified Roller and marked method" });

        Assert.DoesNotContain("roller", listing.SearchText, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", listing.SearchText, StringComparison.Ordinal);
        Assert.Contains(" kneading ", listing.SearchText, StringComparison.Ordinal);
        Assert.Contains($" {TestVocabulary.Instance.Technique(TestVocabulary.Free)!.Name.ToLowerInvariant()} ", listing.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_fictional_listings_have_their_dates_moved() =>
        Assert.Throws<InvalidOperationException>(() => Make.Published().ShiftDemoDates(1, TestVocabulary.Instance));

    private static ListingContent WithEmail(bool isPublic) => Make.Content with { Contact = Make.Content.Contact with { EmailIsPublic = isPublic } };
}
