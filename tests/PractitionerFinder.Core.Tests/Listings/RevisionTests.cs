using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class RevisionTests
{
    public enum Act
    {
        Submit,
        Approve,
        AskForChanges,
        Reject,
    }

    [Theory]
    [InlineData(RevisionState.Draft, Act.Submit, RevisionState.Submitted)]
    [InlineData(RevisionState.ChangesRequested, Act.Submit, RevisionState.Submitted)]
    [InlineData(RevisionState.Submitted, Act.Approve, RevisionState.Approved)]
    [InlineData(RevisionState.Submitted, Act.AskForChanges, RevisionState.ChangesRequested)]
    [InlineData(RevisionState.Submitted, Act.Reject, RevisionState.Rejected)]
    [InlineData(RevisionState.Approved, Act.Approve, RevisionState.Approved)]
    public void May_go_on_from_where_it_stands(RevisionState from, Act act, RevisionState to)
    {
        var listing = In(from);

        Do(listing, act);

        Assert.Equal(to, listing.Revisions[0].State);
    }

    [Theory]
    [InlineData(RevisionState.Draft, Act.Approve)]
    [InlineData(RevisionState.Draft, Act.AskForChanges)]
    [InlineData(RevisionState.Draft, Act.Reject)]
    [InlineData(RevisionState.Submitted, Act.Submit)]
    [InlineData(RevisionState.ChangesRequested, Act.Approve)]
    [InlineData(RevisionState.ChangesRequested, Act.AskForChanges)]
    [InlineData(RevisionState.ChangesRequested, Act.Reject)]
    [InlineData(RevisionState.Approved, Act.Submit)]
    [InlineData(RevisionState.Approved, Act.AskForChanges)]
    [InlineData(RevisionState.Approved, Act.Reject)]
    [InlineData(RevisionState.Rejected, Act.Submit)]
    [InlineData(RevisionState.Rejected, Act.Approve)]
    [InlineData(RevisionState.Rejected, Act.AskForChanges)]
    [InlineData(RevisionState.Rejected, Act.Reject)]
    public void Refuses_every_other_act_and_stays_where_it_stands(RevisionState from, Act act)
    {
        var listing = In(from);
        var decided = listing.Revisions[0].DecidedAt;

        Assert.Throws<InvalidOperationException>(() => Do(listing, act));

        Assert.Equal((from, decided), (listing.Revisions[0].State, listing.Revisions[0].DecidedAt));
    }

    [Fact]
    public void Remembers_who_decided_when_and_why()
    {
        var listing = Make.Submitted();
        listing.TurnDown(1, forGood: false, "staff", Make.At.AddDays(1), "Say which town.");

        var revision = listing.Revisions[0];
        Assert.Equal(("staff", Make.At.AddDays(1), "Say which town."), (revision.DecidedBy, revision.DecidedAt, revision.Reason));
    }

    [Fact]
    public void Numbers_go_on_from_the_highest()
    {
        var listing = Make.Published();

        Assert.Equal([2, 3], [listing.Draft(Make.Content, "owner", Make.At).Number, listing.Draft(Make.Content, "owner", Make.At).Number]);
    }

    [Theory]
    [InlineData(Act.AskForChanges)]
    [InlineData(Act.Reject)]
    public void Turned_down_it_leaves_the_public_one_as_it_is(Act act)
    {
        var listing = Make.Published();
        listing.Submit(listing.Draft(Make.Content with { Name = "Another" }, "owner", Make.At).Number, Make.At);

        listing.TurnDown(2, act == Act.Reject, "staff", Make.At, "No.");

        Assert.Equal((1, "Ada Moor"), (listing.PublicRevision, listing.Public().Name));
    }

    [Fact]
    public void An_older_approved_one_can_be_made_public_again()
    {
        var listing = Make.Published();
        listing.Change(Make.Content with { Name = "Another", Locations = [] });
        Assert.Equal("Another", listing.Public().Name);

        listing.Approve(1, "staff", Make.At, TestVocabulary.Instance);

        Assert.Equal((1, "Ada Moor", 1), (listing.PublicRevision, listing.Public().Name, listing.Locations.Count));
    }

    private static Listing In(RevisionState state)
    {
        if (state == RevisionState.Draft)
        {
            return new Listing("ada-moor", Make.Content, "owner", Make.At);
        }

        var listing = Make.Submitted();
        switch (state)
        {
            case RevisionState.ChangesRequested:
                Do(listing, Act.AskForChanges);
                break;
            case RevisionState.Approved:
                Do(listing, Act.Approve);
                break;
            case RevisionState.Rejected:
                Do(listing, Act.Reject);
                break;
        }

        return listing;
    }

    private static void Do(Listing listing, Act act)
    {
        switch (act)
        {
            case Act.Submit:
                listing.Submit(1, Make.At.AddHours(1));
                break;
            case Act.Approve:
                listing.Approve(1, "staff", Make.At.AddHours(2), TestVocabulary.Instance);
                break;
            default:
                listing.TurnDown(1, act == Act.Reject, "staff", Make.At.AddHours(2), "Because.");
                break;
        }
    }
}
