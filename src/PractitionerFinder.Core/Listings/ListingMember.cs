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

/// <summary>An invitation to take part, sent by e-mail. Its token is in the mail alone; here is only its hash.</summary>
public sealed class ListingInvite
{
    /// <summary>Days for which it can be accepted.</summary>
    public const int Days = 14;

    /// <summary>Length of the token's hash (SHA-256), in bytes.</summary>
    public const int HashBytes = 32;

    private ListingInvite()
    {
    }

    /// <summary>Invites an address.</summary>
    public ListingInvite(long listingId, string email, MemberRole role, byte[] tokenHash, long invitedBy, DateTime at)
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

    /// <summary>What they may do. An invitation to become the owner hands the listing over.</summary>
    public MemberRole Role { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The account that invited.</summary>
    public long InvitedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether it can still be accepted.</summary>
    public bool IsOpen(DateTime now) => now < At.AddDays(Days);
}
