namespace PractitionerFinder.Core.Enquiries;

/// <summary>What one side of an accepted enquiry has written: plain text.</summary>
public sealed class EnquiryMessage
{
    private EnquiryMessage()
    {
    }

    internal EnquiryMessage(long enquiryId, bool bySender, string words, string once, DateTime at)
    {
        EnquiryId = enquiryId;
        BySender = bySender;
        Words = words;
        Once = once;
        At = at;
    }

    /// <summary>Number, rising.</summary>
    public long Id { get; private set; }

    /// <summary>The enquiry.</summary>
    public long EnquiryId { get; private set; }

    /// <summary>Whether who wrote the enquiry wrote this, and not who keeps the listing.</summary>
    public bool BySender { get; private set; }

    /// <summary>What they say.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Names the form that it came with: a form that is sent twice is one message.</summary>
    public string Once { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>
/// A link that was mailed to who wrote an enquiry. Every mail has one of its own, since a link cannot be read back from what is kept of it; all of them
/// lead to the same enquiry and go with it.
/// </summary>
public sealed class EnquiryLink
{
    private EnquiryLink()
    {
    }

    /// <summary>Adds a link.</summary>
    public EnquiryLink(Enquiry enquiry, byte[] tokenHash, DateTime at)
    {
        Enquiry = enquiry;
        TokenHash = tokenHash;
        At = at;
    }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The enquiry.</summary>
    public long EnquiryId { get; private set; }

    /// <summary>The enquiry.</summary>
    public Enquiry Enquiry { get; private set; } = default!;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>An address from which a listing wants nothing. The address itself is not kept, so a block stays when the enquiry is erased.</summary>
public sealed class EnquiryBlock
{
    private EnquiryBlock()
    {
    }

    /// <summary>Blocks an address.</summary>
    public EnquiryBlock(long listingId, byte[] key, DateTime at)
    {
        ListingId = listingId;
        Key = key;
        At = at;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Keyed hash of listing and address.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>
/// An enquiry that was reported to staff, with a copy of its words: who wrote it may erase the enquiry, and staff still see what was said. Staff see the
/// words of no other.
/// </summary>
public sealed class EnquiryReport
{
    /// <summary>Days for which the copy is kept if nobody closes the report.</summary>
    public const int DaysKept = 90;

    private EnquiryReport()
    {
    }

    /// <summary>Reports an enquiry.</summary>
    public EnquiryReport(long listingId, ReportReason reason, string words, long by, DateTime at)
    {
        ListingId = listingId;
        Reason = reason;
        Words = words;
        By = by;
        At = at;
    }

    /// <summary>Number, rising.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Why.</summary>
    public ReportReason Reason { get; private set; }

    /// <summary>What was said, line by line.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The account that reported it.</summary>
    public long By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>Whether and how a listing takes enquiries, where those who keep it have said. Without a row: it does, and without words.</summary>
public sealed class EnquiryChoices
{
    private EnquiryChoices()
    {
    }

    /// <summary>Says it for the first time.</summary>
    public EnquiryChoices(long listingId, bool isOpen, bool takesWords)
    {
        ListingId = listingId;
        Choose(isOpen, takesWords);
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Whether it takes enquiries.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a first message may hold the sender's own words.</summary>
    public bool TakesWords { get; private set; }

    /// <summary>Says it again.</summary>
    public void Choose(bool isOpen, bool takesWords)
    {
        IsOpen = isOpen;
        TakesWords = takesWords;
    }
}

/// <summary>What keyed hashes of addresses are made with, sealed. There is one, made when it is first needed.</summary>
public sealed class EnquirySecret
{
    /// <summary>The number of the one there is.</summary>
    public const int TheOne = 1;

    private EnquirySecret()
    {
    }

    /// <summary>Keeps it.</summary>
    public EnquirySecret(string sealedBytes) => Sealed = sealedBytes;

    /// <summary>Number.</summary>
    public int Id { get; private set; } = TheOne;

    /// <summary>The bytes, sealed by the keys of data protection.</summary>
    public string Sealed { get; private set; } = "";
}
