namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>How a claim stands.</summary>
public enum ClaimState
{
    /// <summary>Begun, and not sent to staff.</summary>
    Open = 0,

    /// <summary>Sent to staff.</summary>
    Waiting = 1,

    /// <summary>Staff made the claimant an owner.</summary>
    Approved = 2,

    /// <summary>Staff did not.</summary>
    Refused = 3,

    /// <summary>The claimant took it back.</summary>
    Withdrawn = 4,

    /// <summary>Somebody else's claim of the same listing was approved before.</summary>
    Overtaken = 5,
}

/// <summary>What a claim rests on.</summary>
[Flags]
public enum ClaimProofs
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>Mail to the address on the page was read.</summary>
    Email = 1,

    /// <summary>The website on the page was written.</summary>
    Website = 2,

    /// <summary>Documents were given.</summary>
    Documents = 4,
}

/// <summary>What a code that was entered came to.</summary>
public enum CodeAnswer
{
    /// <summary>It is the one that was mailed.</summary>
    Right,

    /// <summary>It is not, and may be tried again.</summary>
    Wrong,

    /// <summary>It was wrong too often; another has to be sent.</summary>
    TooManyTries,

    /// <summary>It is too old; another has to be sent.</summary>
    Expired,

    /// <summary>None was sent, or it was used.</summary>
    NotExpected,
}
