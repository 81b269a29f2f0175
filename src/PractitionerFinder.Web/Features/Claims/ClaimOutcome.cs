namespace PractitionerFinder.Web.Features.Claims;

/// <summary>What an act about a claim came to.</summary>
public enum ClaimOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was so already: a second press changes nothing.</summary>
    Already,

    /// <summary>There is no such listing to be claimed.</summary>
    NotThere,

    /// <summary>The account owns the listing.</summary>
    Owns,

    /// <summary>There is no claim that could still come to something: it was decided or taken back meanwhile.</summary>
    NotOpen,

    /// <summary>Staff refused as many claims of this account and listing as they read.</summary>
    TooManyRefusals,

    /// <summary>The account has as many open claims as it may.</summary>
    TooManyClaims,

    /// <summary>The page has no address for mail.</summary>
    NoEmail,

    /// <summary>As many codes were sent for this page as may be within a day.</summary>
    TooManyCodes,

    /// <summary>What was typed cannot be a code.</summary>
    NoCode,

    /// <summary>Another code than the one that was sent.</summary>
    WrongCode,

    /// <summary>It was wrong too often.</summary>
    TooManyTries,

    /// <summary>The code is too old.</summary>
    OldCode,

    /// <summary>No code was sent, or it was used.</summary>
    NoCodeSent,

    /// <summary>The page has no website that could be looked at.</summary>
    NoWebsite,

    /// <summary>It was looked at a moment ago.</summary>
    LookedJustNow,

    /// <summary>The file is not there, or does not hold the line.</summary>
    LineNotFound,

    /// <summary>There are as many documents as there may be.</summary>
    TooManyDocuments,

    /// <summary>The file is not taken.</summary>
    RefusedFile,

    /// <summary>Nobody can object any more.</summary>
    TooLate,
}
