namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>A document that a claim rests on. It is for staff alone, and goes when the claim ends.</summary>
public sealed class ClaimDocument
{
    private ClaimDocument()
    {
    }

    /// <summary>Keeps a document.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="fileName">What the claimant calls it, cleaned: shown to people, never part of an address or a header.</param>
    /// <param name="contentType">What it is: <c>application/pdf</c> or <c>image/jpeg</c>.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="at">When, UTC.</param>
    public ClaimDocument(long claimId, string fileName, string contentType, byte[] bytes, DateTime at)
    {
        Key = UploadKey.Make();
        ClaimId = claimId;
        FileName = fileName;
        ContentType = contentType;
        Bytes = bytes;
        At = at;
    }

    /// <summary>Key of the row.</summary>
    public long Id { get; private set; }

    /// <summary>Names the document in addresses; see <see cref="UploadKey"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The claim.</summary>
    public long ClaimId { get; private set; }

    /// <summary>What the claimant calls it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary><c>application/pdf</c> or <c>image/jpeg</c>.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The document.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
