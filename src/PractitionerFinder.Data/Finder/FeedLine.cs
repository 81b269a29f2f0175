namespace PractitionerFinder.Data.Finder;

/// <summary>A line of the feed of changes to listings, as far as those who follow it need it.</summary>
public sealed class FeedLine
{
    /// <summary>Rises with every line; followers remember the last they read.</summary>
    public long Position { get; init; }

    public long ListingId { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime At { get; init; }
}
