namespace PractitionerFinder.Core.Listings;

/// <summary>
/// A picture of a listing as it was cut. It never changes: cut anew it is another one, with another key, so that a browser may
/// keep what it has. Which one the public sees is said by the <see cref="Photo"/> of the public revision.
/// </summary>
public sealed class StoredPhoto
{
    private StoredPhoto()
    {
    }

    /// <summary>Keeps a picture.</summary>
    /// <param name="listingId">The listing it is of.</param>
    /// <param name="source">The whole picture, upright and without metadata, JPEG.</param>
    /// <param name="width">Width of the source in pixels.</param>
    /// <param name="height">Height of the source in pixels.</param>
    /// <param name="frame">What of it is shown.</param>
    /// <param name="served">The square of a profile, JPEG.</param>
    /// <param name="small">The square of a result, WebP.</param>
    /// <param name="by">Account that gave it.</param>
    /// <param name="at">When, UTC.</param>
    public StoredPhoto(
        long listingId, byte[] source, int width, int height, PhotoFrame frame, byte[] served, byte[] small, string by, DateTime at)
    {
        Key = UploadKey.Make();
        ListingId = listingId;
        Source = source;
        Width = width;
        Height = height;
        Frame = frame;
        Served = served;
        Small = small;
        UploadedBy = by;
        At = at;
    }

    /// <summary>Key of the row.</summary>
    public long Id { get; private set; }

    /// <summary>Names the picture in addresses; see <see cref="UploadKey"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The whole picture, upright and without metadata, JPEG: what it can be cut from again.</summary>
    public byte[] Source { get; private set; } = [];

    /// <summary>Width of the source in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the source in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>What of the source is shown.</summary>
    public PhotoFrame Frame { get; private set; } = PhotoFrame.Of(1, 1);

    /// <summary>The square of a profile, JPEG.</summary>
    public byte[] Served { get; private set; } = [];

    /// <summary>The square of a result, WebP.</summary>
    public byte[] Small { get; private set; } = [];

    /// <summary>Id of the account that gave it.</summary>
    public string UploadedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
