namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>
/// Somebody says that a listing is theirs. It collects proof, waits for staff, and is decided once. Whoever owns the listing by
/// then is told and may object. Times are UTC.
/// </summary>
public sealed class ListingClaim
{
    /// <summary>Minutes for which a code can be entered.</summary>
    public const int CodeMinutes = 30;

    /// <summary>Wrong codes after which another must be sent.</summary>
    public const int MostTries = 5;

    /// <summary>Most codes that are sent for one listing within a day, whoever asks: nobody fills a practitioner's mailbox through us.</summary>
    public const int MostCodesADay = 5;

    /// <summary>Seconds between two looks at a website.</summary>
    public const int SecondsBetweenLooks = 30;

    /// <summary>Days in which whoever owns the listing may object.</summary>
    public const int ObjectionDays = 14;

    /// <summary>Days after which a claim that was never sent to staff is forgotten.</summary>
    public const int OpenDays = 30;

    /// <summary>Most claims that an account may have open or waiting.</summary>
    public const int MostOfAccount = 10;

    /// <summary>Refusals after which an account cannot claim the same listing again.</summary>
    public const int MostRefusals = 3;

    /// <summary>Most documents of a claim.</summary>
    public const int MostDocuments = 5;

    /// <summary>Longest words of the claimant, of an objection and of a decision, in characters.</summary>
    public const int WordsMaxLength = 1000;

    /// <summary>Longest name of a host, in characters (RFC 1035 §2.3.4).</summary>
    public const int HostMaxLength = 253;

    private ListingClaim()
    {
    }

    /// <summary>Begins a claim, of which nothing is proved yet.</summary>
    public ListingClaim(long listingId, long accountId, DateTime at)
    {
        ListingId = listingId;
        AccountId = accountId;
        BegunAt = at;
        SiteToken = UploadKey.Make();
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Who claims it.</summary>
    public long AccountId { get; private set; }

    /// <summary>How it stands.</summary>
    public ClaimState State { get; private set; }

    /// <summary>Rises with every change, so that a decision is made about what was seen.</summary>
    public long Version { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>When it was sent to staff; null before.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What a website is looked through for; blank once it is decided.</summary>
    public string SiteToken { get; private set; } = "";

    /// <summary>When a website was looked at last.</summary>
    public DateTime? LookedAt { get; private set; }

    /// <summary>What the code that was mailed last is compared with; null when none can be entered.</summary>
    public byte[]? CodeHash { get; private set; }

    /// <summary>When that code was mailed.</summary>
    public DateTime? CodeSentAt { get; private set; }

    /// <summary>How often it was entered wrongly.</summary>
    public int CodeTries { get; private set; }

    /// <summary>When it was shown that the claimant reads mail to the address on the page.</summary>
    public DateTime? EmailProvedAt { get; private set; }

    /// <summary>When it was shown that the claimant writes the website on the page.</summary>
    public DateTime? SiteProvedAt { get; private set; }

    /// <summary>The host of that website.</summary>
    public string? SiteHost { get; private set; }

    /// <summary>When documents were given.</summary>
    public DateTime? DocumentsAt { get; private set; }

    /// <summary>What the claimant says to staff; blank once it is decided.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When the owners were told; null when the listing had none.</summary>
    public DateTime? OwnersToldAt { get; private set; }

    /// <summary>When an owner objected.</summary>
    public DateTime? ObjectedAt { get; private set; }

    /// <summary>Which.</summary>
    public long? ObjectedBy { get; private set; }

    /// <summary>What they said; blank once it is decided.</summary>
    public string Objection { get; private set; } = "";

    /// <summary>When it ended.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who of the staff decided; null when nobody did.</summary>
    public long? DecidedBy { get; private set; }

    /// <summary>What they said.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether it can still come to something.</summary>
    public bool IsOpen => State is ClaimState.Open or ClaimState.Waiting;

    /// <summary>What was proved.</summary>
    public ClaimProofs Proofs =>
        (EmailProvedAt is null ? 0 : ClaimProofs.Email) | (SiteProvedAt is null ? 0 : ClaimProofs.Website) | (DocumentsAt is null ? 0 : ClaimProofs.Documents);

    /// <summary>The moment from which an owner can object no more; null when none was told.</summary>
    public DateTime? ObjectUntil => OwnersToldAt?.AddDays(ObjectionDays);

    /// <summary>From when staff can decide: the objection, or the end of the time for one, or when it was sent; null before that.</summary>
    public DateTime? DecidableAt => ObjectedAt ?? ObjectUntil ?? SentAt;

    /// <summary>Whether a code that was mailed can be entered.</summary>
    public bool ExpectsCode(DateTime now) => IsOpen && CodeHash is not null && CodeTries < MostTries && now < CodeSentAt?.AddMinutes(CodeMinutes);

    /// <summary>Whether a website may be looked at again.</summary>
    public bool MayLook(DateTime now) => IsOpen && (LookedAt is not { } last || now >= last.AddSeconds(SecondsBetweenLooks));

    /// <summary>Whether an owner can object.</summary>
    public bool MayObject(DateTime now) => State == ClaimState.Waiting && ObjectedAt is null && now < ObjectUntil;

    /// <summary>Whether staff can approve it: the owners had their time, or have spoken.</summary>
    public bool MayApprove(DateTime now) => State == ClaimState.Waiting && (OwnersToldAt is null || ObjectedAt is not null || now >= ObjectUntil);

    /// <summary>Keeps what a code is compared with; an earlier code is of no use any more.</summary>
    /// <exception cref="InvalidOperationException">The claim is decided.</exception>
    public void ExpectCode(byte[] hash, DateTime at)
    {
        Change();
        (CodeHash, CodeSentAt, CodeTries) = (hash, at, 0);
    }

    /// <summary>Compares a code that was entered, which counts as a try unless it is the right one. The right one is used up.</summary>
    public CodeAnswer TryCode(Func<byte[], bool> isRight, DateTime now)
    {
        if (!ExpectsCode(now))
        {
            return CodeHash is null ? CodeAnswer.NotExpected : CodeTries >= MostTries ? CodeAnswer.TooManyTries : CodeAnswer.Expired;
        }

        Change();
        if (!isRight(CodeHash!))
        {
            CodeTries++;
            return CodeTries >= MostTries ? CodeAnswer.TooManyTries : CodeAnswer.Wrong;
        }

        ProveEmail(now);
        return CodeAnswer.Right;
    }

    /// <summary>The claimant reads mail to the address on the page.</summary>
    /// <exception cref="InvalidOperationException">The claim is decided.</exception>
    public void ProveEmail(DateTime at)
    {
        Change();
        (CodeHash, CodeSentAt, CodeTries) = (null, null, 0);
        EmailProvedAt = at;
    }

    /// <summary>Notes that a website is looked at now.</summary>
    /// <exception cref="InvalidOperationException">It is too early, or the claim is decided.</exception>
    public void Look(DateTime at)
    {
        if (!MayLook(at))
        {
            throw new InvalidOperationException("The website was looked at a moment ago.");
        }

        Change();
        LookedAt = at;
    }

    /// <summary>The claimant writes the website on the page.</summary>
    /// <exception cref="InvalidOperationException">The claim is decided.</exception>
    public void ProveSite(string host, DateTime at)
    {
        Change();
        (SiteHost, SiteProvedAt) = (host, at);
    }

    /// <summary>The claimant gave a document, and words or none.</summary>
    /// <exception cref="InvalidOperationException">The claim is decided.</exception>
    public void GiveDocuments(string words, DateTime at)
    {
        Change();
        DocumentsAt = at;
        Words = words.Length > 0 ? words : Words;
    }

    /// <summary>Sends it to staff.</summary>
    /// <param name="hasOwners">Whether somebody owns the listing, who is told by whoever sends it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">It waits already or is decided, or nothing is proved.</exception>
    public void Send(bool hasOwners, DateTime at)
    {
        if (State != ClaimState.Open || Proofs == ClaimProofs.None)
        {
            throw new InvalidOperationException("Only an open claim with some proof is sent.");
        }

        Change();
        State = ClaimState.Waiting;
        SentAt = at;
        OwnersToldAt = hasOwners ? at : null;
    }

    /// <summary>An owner says that it is not true.</summary>
    /// <exception cref="InvalidOperationException">Nobody can object, or somebody has.</exception>
    public void TakeObjection(long by, string words, DateTime at)
    {
        if (!MayObject(at))
        {
            throw new InvalidOperationException("Nobody can object to this claim now.");
        }

        Change();
        (ObjectedBy, ObjectedAt, Objection) = (by, at, words);
    }

    /// <summary>Staff find it true.</summary>
    /// <exception cref="InvalidOperationException">It does not wait, the owners still have time to object, or an objection goes without an answer.</exception>
    public void Approve(long by, string reason, DateTime at)
    {
        if (!MayApprove(at) || (ObjectedAt is not null && reason.Length == 0))
        {
            throw new InvalidOperationException("This claim cannot be approved, or not without words about the objection.");
        }

        End(ClaimState.Approved, at, by, reason);
    }

    /// <summary>Staff do not find it true.</summary>
    /// <exception cref="InvalidOperationException">It does not wait, or nothing is said.</exception>
    public void Refuse(long by, string reason, DateTime at)
    {
        if (State != ClaimState.Waiting || reason.Length == 0)
        {
            throw new InvalidOperationException("Only a claim that waits is refused, with a reason.");
        }

        End(ClaimState.Refused, at, by, reason);
    }

    /// <summary>The claimant takes it back.</summary>
    /// <exception cref="InvalidOperationException">It is decided.</exception>
    public void Withdraw(DateTime at) => End(ClaimState.Withdrawn, at);

    /// <summary>Somebody else's claim of the same listing was approved.</summary>
    /// <exception cref="InvalidOperationException">It is decided.</exception>
    public void Overtake(DateTime at) => End(ClaimState.Overtaken, at);

    /// <summary>What it was decided by is nobody's business afterwards: the answer stays, the words and codes go.</summary>
    private void End(ClaimState state, DateTime at, long? by = null, string reason = "")
    {
        Change();
        (State, DecidedAt, DecidedBy, Reason) = (state, at, by, reason);
        (CodeHash, CodeSentAt, SiteToken, Words, Objection) = (null, null, "", "", "");
    }

    private void Change()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"A claim that is {State} does not change any more.");
        }

        Version++;
    }
}
