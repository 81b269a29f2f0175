using PractitionerFinder.Core.Accounts;

namespace PractitionerFinder.Core.Listings;

/// <summary>A listing that an owner wants erased: off the site at once, and erased when the time to take it back is over.</summary>
public sealed class ListingDeletion
{
    private ListingDeletion()
    {
    }

    internal ListingDeletion(long listingId, long by, DateTime at, bool withAccount, ListingState stateBefore)
    {
        ListingId = listingId;
        By = by;
        At = at;
        WithAccount = withAccount;
        StateBefore = stateBefore;
        ErasedFrom = Erasure.From(at);
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The account that asked.</summary>
    public long By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether it goes because the account of its only owner goes, and comes back with it.</summary>
    public bool WithAccount { get; private set; }

    /// <summary>The state that it comes back to.</summary>
    public ListingState StateBefore { get; private set; }

    /// <summary>The instant from which it is erased, UTC.</summary>
    public DateTime ErasedFrom { get; private set; }
}
