namespace PractitionerFinder.Core.Listings;

/// <summary>What somebody may do with a listing.</summary>
public enum MemberRole
{
    /// <summary>Changes what it says and sends it for review.</summary>
    Editor = 0,

    /// <summary>An editor who also says who else takes part, pauses the listing and hands it over.</summary>
    Owner = 1,
}

/// <summary>Somebody who keeps a listing.</summary>
public sealed class ListingMember
{
    private ListingMember()
    {
    }

    /// <summary>Lets an account take part.</summary>
    public ListingMember(long listingId, long accountId, MemberRole role, DateTime since)
    {
        ListingId = listingId;
        AccountId = accountId;
        Role = role;
        Since = since;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The account.</summary>
    public long AccountId { get; private set; }

    /// <summary>What they may do.</summary>
    public MemberRole Role { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Gives another role.</summary>
    public void Become(MemberRole role) => Role = role;
}

/// <summary>What accepting an invitation does.</summary>
public enum InvitedAs
{
    /// <summary>It makes an editor.</summary>
    Editor = 0,

    /// <summary>It makes an owner beside whoever invited.</summary>
    CoOwner = 1,

    /// <summary>It makes an owner, and whoever invited becomes an editor.</summary>
    Successor = 2,

    /// <summary>It makes an owner, and whoever invited leaves.</summary>
    SuccessorOfLeaver = 3,
}

/// <summary>An invitation to take part, sent by e-mail. Its token is in the mail alone; here is only its hash.</summary>
public sealed class ListingInvite
{
    /// <summary>Days for which it can be accepted.</summary>
    public const int Days = 14;

    /// <summary>Most that are open at once for one listing.</summary>
    public const int MostOpen = 20;

    /// <summary>Most that are sent for one listing within a day, taken back or not: nobody mails strangers through us.</summary>
    public const int MostADay = 40;

    /// <summary>Length of the token's hash (SHA-256), in bytes.</summary>
    public const int HashBytes = 32;

    private ListingInvite()
    {
    }

    /// <summary>Invites an address.</summary>
    public ListingInvite(long listingId, string email, InvitedAs role, byte[] tokenHash, long invitedBy, DateTime at)
    {
        ListingId = listingId;
        Email = email;
        Role = role;
        TokenHash = tokenHash;
        InvitedBy = invitedBy;
        At = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Whom it was sent to; whoever accepts must have confirmed this address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What accepting it does.</summary>
    public InvitedAs Role { get; private set; }

    /// <summary>What whoever accepts may do.</summary>
    public MemberRole MemberRole => Role == InvitedAs.Editor ? MemberRole.Editor : MemberRole.Owner;

    /// <summary>Whether accepting it takes the owner's part from whoever invited.</summary>
    public bool HandsOver => Role is InvitedAs.Successor or InvitedAs.SuccessorOfLeaver;

    /// <summary>The last moment, UTC.</summary>
    public DateTime Until => At.AddDays(Days);

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The account that invited.</summary>
    public long InvitedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether it can still be accepted.</summary>
    public bool IsOpen(DateTime now) => now < Until;
}
