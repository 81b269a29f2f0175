namespace PractitionerFinder.Web.Features.Portal;

/// <summary>What an act about the people of a listing came to.</summary>
public enum PeopleOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was so already: a second press changes nothing.</summary>
    Already,

    /// <summary>The account does not keep this listing, or may not do this.</summary>
    NotAllowed,

    /// <summary>The listing would be without an owner.</summary>
    LastOwner,

    /// <summary>The address belongs to somebody who takes part already.</summary>
    TakesPart,

    /// <summary>An invitation to the address is open already.</summary>
    IsInvited,

    /// <summary>There are as many open invitations as there may be.</summary>
    TooManyOpen,

    /// <summary>As many were sent as may be within a day.</summary>
    TooManyToday,

    /// <summary>The invitation is used, taken back or too old, or there never was one.</summary>
    NoInvite,

    /// <summary>The invitation was sent to another address than the account's confirmed one.</summary>
    OtherAddress,
}
