using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData(ListingFact.Accepting, 30)]
    [InlineData(ListingFact.Contact, 90)]
    [InlineData(ListingFact.Address, 180)]
    [InlineData(ListingFact.Hours, 180)]
    [InlineData(ListingFact.Fees, 180)]
    [InlineData(ListingFact.Techniques, 365)]
    public void A_fact_is_due_again_after_its_days(ListingFact fact, int days)
    {
        var listing = Make.Published();
        listing.Confirm(fact, "owner", ConfirmedHow.Link, Make.At.AddDays(10));

        var confirmation = listing.Confirmations.Single(c => c.Fact == fact);
        Assert.Equal((Make.At.AddDays(10 + days), "owner", ConfirmedHow.Link), (confirmation.DueAt, confirmation.By, confirmation.How));
    }

    [Fact]
    public void A_first_approval_counts_every_fact_as_confirmed_by_its_author_when_it_was_handed_in()
    {
        var listing = Make.Submitted();
        listing.Approve(1, "staff", Make.At.AddDays(20), PractitionerFinder.TestKit.Data.TestVocabulary.Instance);

        Assert.Equal(Freshness.Facts.Order(), listing.Confirmations.Select(c => c.Fact).Order());
        Assert.All(listing.Confirmations, c => Assert.Equal((Make.At, "owner"), (c.At, c.By)));
    }

    [Fact]
    public void A_later_approval_confirms_nothing_again()
    {
        var listing = Make.Published();
        listing.Confirm(ListingFact.Fees, "owner", ConfirmedHow.Owner, Make.At.AddDays(5));

        listing.Change(Make.Content with { Name = "Another" });

        Assert.Equal(Make.At.AddDays(5), listing.Confirmations.Single(c => c.Fact == ListingFact.Fees).At);
    }

    [Fact]
    public void It_is_overdue_from_the_instant_its_first_fact_falls_due()
    {
        var listing = Make.Published();
        var due = Make.At.AddDays(30);

        Assert.False(listing.IsOverdue(due.AddTicks(-1)));
        Assert.True(listing.IsOverdue(due));
        Assert.True(listing.Public(due).Facts.Single(f => f.Fact == ListingFact.Accepting).IsOverdue);
        Assert.False(listing.Public(due).Facts.Single(f => f.Fact == ListingFact.Contact).IsOverdue);
    }

    [Theory]
    [InlineData(ListingFact.Contact, 90 + 30)]
    [InlineData(ListingFact.Address, 180 + 30)]
    public void It_is_hidden_from_the_instant_thirty_days_after_contact_or_address_fell_due(ListingFact fact, int days)
    {
        var listing = Make.Published();
        foreach (var other in Freshness.Facts.Where(f => f != fact))
        {
            listing.Confirm(other, "owner", ConfirmedHow.Owner, Make.At.AddDays(300));
        }

        var hidden = Make.At.AddDays(days);
        Assert.Equal((false, true), (listing.IsHidden(hidden.AddTicks(-1)), listing.IsHidden(hidden)));
        Assert.Equal((PublicStanding.Shown, PublicStanding.Gone), (listing.Standing(hidden.AddTicks(-1)), listing.Standing(hidden)));
        Assert.Equal((true, false), (listing.IsFindable(hidden.AddTicks(-1)), listing.IsFindable(hidden)));

        listing.Confirm(fact, "owner", ConfirmedHow.Link, hidden);
        Assert.False(listing.IsHidden(hidden));
    }

    [Fact]
    public void Hiding_can_be_put_off_and_never_comes_sooner_for_it()
    {
        var listing = Make.Published();
        var planned = Make.At.AddDays(90 + 30);

        listing.HideNoSoonerThan(planned.AddDays(-1));
        Assert.Equal(planned, listing.HiddenFrom);
        listing.HideNoSoonerThan(planned.AddDays(4).AddTicks(1));
        listing.HideNoSoonerThan(planned.AddDays(2));
        Assert.Equal(planned.AddDays(4).AddSeconds(1), listing.HiddenFrom);

        // Other facts leave it as it is; it is no way round the next time.
        listing.Confirm(ListingFact.Fees, "owner", ConfirmedHow.Owner, planned);
        Assert.Equal(planned.AddDays(4).AddSeconds(1), listing.HiddenFrom);
        listing.Confirm(ListingFact.Contact, "owner", ConfirmedHow.Owner, planned);
        Assert.Equal(Make.At.AddDays(180 + 30), listing.HiddenFrom);
    }

    [Theory]
    [InlineData(30.3, null)]
    [InlineData(30.2, ReminderStep.First)]
    [InlineData(14.3, ReminderStep.First)]
    [InlineData(14.2, ReminderStep.Second)]
    [InlineData(3.2, ReminderStep.Last)]
    [InlineData(0.001, ReminderStep.Last)]
    [InlineData(0, ReminderStep.Hidden)]
    public void A_warning_is_due_some_hours_before_its_day(double daysLeft, ReminderStep? step) =>
        Assert.Equal(step, Freshness.StepAt(Make.At.AddDays(daysLeft), Make.At));

    [Fact]
    public void Facts_are_read_as_they_were_written()
    {
        Assert.Equal([ListingFact.Contact, ListingFact.Fees], Freshness.Read(Freshness.Write([ListingFact.Contact, ListingFact.Fees])));
        Assert.Empty(Freshness.Read("1.contact.Everything"));
        Assert.Empty(Freshness.Read(null));
    }

    [Fact]
    public void Other_facts_hide_nobody()
    {
        var listing = Make.Published();
        listing.Confirm(ListingFact.Contact, "owner", ConfirmedHow.Owner, Make.At.AddDays(2_000));
        listing.Confirm(ListingFact.Address, "owner", ConfirmedHow.Owner, Make.At.AddDays(2_000));

        Assert.False(listing.IsHidden(Make.At.AddDays(2_000)));
        Assert.True(listing.IsOverdue(Make.At.AddDays(2_000)));
    }

    [Fact]
    public void Confirmed_on_is_the_older_of_contact_and_address()
    {
        var listing = Make.Published();
        listing.Confirm(ListingFact.Contact, "owner", ConfirmedHow.Owner, Make.At.AddDays(9));
        listing.Confirm(ListingFact.Address, "owner", ConfirmedHow.Owner, Make.At.AddDays(4));

        Assert.Equal(Make.At.AddDays(4), listing.ConfirmedAt);
    }
}
