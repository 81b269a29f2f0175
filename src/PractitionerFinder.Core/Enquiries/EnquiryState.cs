namespace PractitionerFinder.Core.Enquiries;

/// <summary>How far an enquiry has come. One that is erased is no row any more.</summary>
public enum EnquiryState
{
    /// <summary>Written, and not yet confirmed from the address it gave: the practitioner does not know of it.</summary>
    Waiting = 0,

    /// <summary>The practitioner has it and has not answered.</summary>
    Sent = 1,

    /// <summary>The practitioner takes it on: both can write, and the address is shown.</summary>
    Accepted = 2,

    /// <summary>The practitioner does not take it on.</summary>
    Declined = 3,

    /// <summary>The practitioner did not answer in time.</summary>
    Expired = 4,

    /// <summary>The practitioner wants nothing from this address. To who wrote it, it looks declined.</summary>
    Blocked = 5,
}
