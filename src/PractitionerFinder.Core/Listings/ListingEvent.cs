namespace PractitionerFinder.Core.Listings;

/// <summary>What somebody did with a listing.</summary>
public enum ListingDeed
{
    /// <summary>Began it.</summary>
    Began = 0,

    /// <summary>Sent a revision for review.</summary>
    Sent = 1,

    /// <summary>Took a revision back.</summary>
    Withdrew = 2,

    /// <summary>Approved a revision.</summary>
    Approved = 3,

    /// <summary>Sent a revision back.</summary>
    SentBack = 4,

    /// <summary>Refused a revision.</summary>
    Refused = 5,

    /// <summary>Changed small facts, which needed no review.</summary>
    ChangedSmallFacts = 6,

    /// <summary>Paused it.</summary>
    Paused = 7,

    /// <summary>Ended a pause.</summary>
    Resumed = 8,

    /// <summary>Said that facts are still true.</summary>
    Confirmed = 9,

    /// <summary>Invited somebody.</summary>
    Invited = 10,

    /// <summary>Took an invitation back.</summary>
    Uninvited = 11,

    /// <summary>Accepted an invitation.</summary>
    Joined = 12,

    /// <summary>Took somebody's part away, or left.</summary>
    Removed = 13,

    /// <summary>Handed the listing over.</summary>
    HandedOver = 14,

    /// <summary>Added a document as proof.</summary>
    AddedProof = 15,

    /// <summary>Took a document away.</summary>
    RemovedProof = 16,

    /// <summary>Gave somebody another role.</summary>
    ChangedRole = 17,

    /// <summary>Saw proof of a register that the public revision names.</summary>
    CheckedProof = 18,

    /// <summary>Said that a fact is still true, by the link of a reminder.</summary>
    ConfirmedByLink = 19,

    /// <summary>Began a claim.</summary>
    BeganClaim = 20,

    /// <summary>Had a code for a claim mailed to the address on the page.</summary>
    SentClaimCode = 21,

    /// <summary>Proved something for a claim.</summary>
    ProvedClaim = 22,

    /// <summary>Sent a claim to staff.</summary>
    SentClaim = 23,

    /// <summary>Took a claim back.</summary>
    WithdrewClaim = 24,

    /// <summary>Objected to a claim, as an owner.</summary>
    ObjectedToClaim = 25,

    /// <summary>Made a claimant an owner.</summary>
    ApprovedClaim = 26,

    /// <summary>Refused a claim.</summary>
    RefusedClaim = 27,

    /// <summary>Closed a claim because somebody else's was approved.</summary>
    OvertookClaim = 28,

    /// <summary>Asked for the listing to be erased.</summary>
    AskedErasure = 29,

    /// <summary>Took that back.</summary>
    KeptListing = 30,
}

/// <summary>A line of a listing's history. It holds ids and codes and no words of a person; lines are added and never changed.</summary>
public sealed class ListingEvent
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeMaxLength = 40;

    private ListingEvent()
    {
    }

    /// <summary>Writes a line.</summary>
    /// <param name="listingId">The listing.</param>
    /// <param name="deed">What was done.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="revision">The revision that it concerns.</param>
    /// <param name="about">The account that it concerns.</param>
    /// <param name="code">A code that says more: a role, a fact, a section.</param>
    public ListingEvent(long listingId, ListingDeed deed, long by, DateTime at, int? revision = null, long? about = null, string? code = null)
    {
        ListingId = listingId;
        Deed = deed;
        By = by;
        At = at;
        Revision = revision;
        About = about;
        Code = code;
    }

    /// <summary>Key, rising.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>What was done.</summary>
    public ListingDeed Deed { get; private set; }

    /// <summary>The account.</summary>
    public long By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Number of the revision that it concerns.</summary>
    public int? Revision { get; private set; }

    /// <summary>The account that it concerns.</summary>
    public long? About { get; private set; }

    /// <summary>A code that says more.</summary>
    public string? Code { get; private set; }
}
