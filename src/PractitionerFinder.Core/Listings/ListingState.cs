namespace PractitionerFinder.Core.Listings;

/// <summary>What staff and owner have decided about a listing; a pause and hiding are instants beside it.</summary>
public enum ListingState
{
    /// <summary>Never approved, or taken down before it was.</summary>
    Unpublished = 0,

    /// <summary>Approved.</summary>
    Published = 1,

    /// <summary>Taken down by staff.</summary>
    Suspended = 2,

    /// <summary>Ended, or merged into another.</summary>
    Archived = 3,
}

/// <summary>What the public is told at a listing's address.</summary>
public enum PublicStanding
{
    /// <summary>Not found: there is nothing to know.</summary>
    Unknown = 0,

    /// <summary>The listing.</summary>
    Shown = 1,

    /// <summary>The listing without contact, and a note that it is paused.</summary>
    Paused = 2,

    /// <summary>Gone, without name or facts: suspended, archived, or hidden for overdue facts.</summary>
    Gone = 3,

    /// <summary>Merged: its address leads to another.</summary>
    Moved = 4,
}
