namespace PractitionerFinder.Core.Listings;

/// <summary>A document that proves a credential. It is for the owner and for staff, never for the public.</summary>
public sealed class ProofDocument
{
    /// <summary>Longest name of a file, in characters.</summary>
    public const int FileNameMaxLength = 100;

    /// <summary>Longest content type, in characters.</summary>
    public const int ContentTypeMaxLength = 40;

    private ProofDocument()
    {
    }

    /// <summary>Keeps a document.</summary>
    /// <param name="listingId">The listing it is of.</param>
    /// <param name="credentialKey">The credential it proves, within the listing.</param>
    /// <param name="fileName">What the owner calls it, cleaned: shown to people, never part of an address or a header.</param>
    /// <param name="contentType">What it is: <c>application/pdf</c> or <c>image/jpeg</c>.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="by">Account that gave it.</param>
    /// <param name="at">When, UTC.</param>
    public ProofDocument(
        long listingId, string credentialKey, string fileName, string contentType, byte[] bytes, string by, DateTime at)
    {
        Key = UploadKey.Make();
        ListingId = listingId;
        CredentialKey = credentialKey;
        FileName = fileName;
        ContentType = contentType;
        Bytes = bytes;
        UploadedBy = by;
        At = at;
    }

    /// <summary>Key of the row.</summary>
    public long Id { get; private set; }

    /// <summary>Names the document in addresses; see <see cref="UploadKey"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The credential's key within its listing.</summary>
    public string CredentialKey { get; private set; } = "";

    /// <summary>What the owner calls it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary><c>application/pdf</c> or <c>image/jpeg</c>.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The document.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Id of the account that gave it.</summary>
    public string UploadedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
