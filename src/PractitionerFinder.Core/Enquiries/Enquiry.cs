namespace PractitionerFinder.Core.Enquiries;

/// <summary>
/// What a patient asks a practitioner, and what became of it. Nothing of it reaches the practitioner before the address that it gave is confirmed, and
/// everything of it goes away: a while after the last word, or when who wrote it says so.
/// </summary>
public sealed class Enquiry
{
    /// <summary>Days for which the address can be confirmed.</summary>
    public const int DaysToConfirm = 2;

    /// <summary>Days for which it waits for an answer.</summary>
    public const int DaysToAnswer = 21;

    /// <summary>Days for which it is kept after the last word, decision or missed answer.</summary>
    public const int DaysKept = 90;

    /// <summary>Most that one address may write within a day, to anybody: nobody mails strangers through us.</summary>
    public const int MostADay = 5;

    /// <summary>Most listings that one form may ask.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Longest message, first words and words with a refusal, in characters.</summary>
    public const int WordsMaxLength = 2000;

    /// <summary>Most messages that one side may write in a thread within a day.</summary>
    public const int MostMessagesADay = 30;

    /// <summary>Length of a keyed hash or of the hash of a link (SHA-256), in bytes.</summary>
    public const int HashBytes = 32;

    /// <summary>Length of <see cref="Key"/>, in characters.</summary>
    public const int KeyLength = 32;

    private Enquiry()
    {
    }

    /// <summary>Writes an enquiry, which waits for its address to be confirmed.</summary>
    /// <param name="listingId">The listing.</param>
    /// <param name="answers">What is asked.</param>
    /// <param name="senderKey">Keyed hash of the address.</param>
    /// <param name="waitingKey">Keyed hash of listing, address and answers: the same words are not kept twice.</param>
    /// <param name="at">When, UTC.</param>
    public Enquiry(long listingId, EnquiryAnswers answers, byte[] senderKey, byte[] waitingKey, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ListingId = listingId;
        Key = Guid.NewGuid().ToString("n");
        Name = answers.Name;
        Email = answers.Email;
        Reason = answers.Reason;
        Technique = answers.Technique;
        Place = answers.Place;
        Times = answers.Times;
        Words = answers.Words;
        SenderKey = senderKey;
        OnceKey = waitingKey;
        AskedAt = LastAt = at;
    }

    /// <summary>Number, by which those who keep the listing find it.</summary>
    public long Id { get; private set; }

    /// <summary>Names the mails about it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>How far it has come. What time alone decides is in <see cref="StateAt"/>.</summary>
    public EnquiryState State { get; private set; }

    /// <summary>What the sender wants to be called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The sender's address; the practitioner sees it once they have accepted.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Keyed hash of the sender's address.</summary>
    public byte[] SenderKey { get; private set; } = [];

    /// <summary>What there may be only one of at a time: the same words while it waits, one enquiry of a sender to a listing while it is open; null afterwards.</summary>
    public byte[]? OnceKey { get; private set; }

    /// <summary>Why they write.</summary>
    public EnquiryReason Reason { get; private set; }

    /// <summary>Slug of the technique; null when none is named.</summary>
    public string? Technique { get; private set; }

    /// <summary>Where, in the words of the listing; null when they do not mind.</summary>
    public string? Place { get; private set; }

    /// <summary>When it suits.</summary>
    public EnquiryTimes Times { get; private set; }

    /// <summary>The sender's own words; null when there are none.</summary>
    public string? Words { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>When the address was confirmed and the practitioner told, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>When the practitioner decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>When the last thing happened to it, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public DeclineReason Declined { get; private set; }

    /// <summary>What the practitioner added when they declined.</summary>
    public string? DeclineWords { get; private set; }

    /// <summary>Whether the last word of the thread is the sender's.</summary>
    public bool AwaitsPractitioner { get; private set; }

    /// <summary>Rises with every change, so that of two who act at once one looks again.</summary>
    public long Version { get; private set; }

    /// <summary>When it goes unanswered, UTC; null unless it was sent.</summary>
    public DateTime? AnswerBy => SentAt?.AddDays(DaysToAnswer);

    /// <summary>When everything of it goes, UTC.</summary>
    public DateTime KeptUntil => State switch
    {
        EnquiryState.Waiting => AskedAt.AddDays(DaysToConfirm),
        EnquiryState.Sent => AnswerBy!.Value.AddDays(DaysKept),
        _ => LastAt.AddDays(DaysKept),
    };

    /// <summary>Whether it should be gone: to everybody it is, whether or not its row has been deleted yet.</summary>
    public bool IsOver(DateTime now) => now >= KeptUntil;

    /// <summary>How far it has come, as of a time: what was not answered in time is expired, whether or not that has been written down.</summary>
    public EnquiryState StateAt(DateTime now) => State == EnquiryState.Sent && now >= AnswerBy ? EnquiryState.Expired : State;

    /// <summary>What who wrote it is told of its state: nobody learns that they are blocked.</summary>
    public EnquiryState ToldToSender(DateTime now) => StateAt(now) is var state && state == EnquiryState.Blocked ? EnquiryState.Declined : state;

    /// <summary>The sender has confirmed the address: the practitioner has it now.</summary>
    /// <param name="openKey">Keyed hash of listing and address: a sender has one open enquiry to a listing.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="InvalidOperationException">It was sent already, or is over.</exception>
    public void Send(byte[] openKey, DateTime at)
    {
        Need(State == EnquiryState.Waiting && !IsOver(at), "Only an enquiry that waits for its address can be sent.");
        Become(EnquiryState.Sent, at);
        OnceKey = openKey;
        SentAt = at;
        AwaitsPractitioner = true;
    }

    /// <summary>The sender has confirmed the address, and it is blocked: the practitioner does not hear of it.</summary>
    /// <exception cref="InvalidOperationException">It was sent already, or is over.</exception>
    public void Stop(DateTime at)
    {
        Need(State == EnquiryState.Waiting && !IsOver(at), "Only an enquiry that waits for its address can be stopped.");
        Close(EnquiryState.Blocked, at);
    }

    /// <summary>The practitioner takes it on.</summary>
    /// <exception cref="InvalidOperationException">It does not wait for an answer.</exception>
    public void Accept(DateTime at)
    {
        Need(StateAt(at) == EnquiryState.Sent, "Only an enquiry that waits for an answer can be accepted.");
        Become(EnquiryState.Accepted, at);
        DecidedAt = at;
        AwaitsPractitioner = false;
    }

    /// <summary>The practitioner does not take it on.</summary>
    /// <exception cref="InvalidOperationException">It does not wait for an answer.</exception>
    public void Decline(DeclineReason reason, string? words, DateTime at)
    {
        Need(StateAt(at) == EnquiryState.Sent, "Only an enquiry that waits for an answer can be declined.");
        Close(EnquiryState.Declined, at);
        Declined = reason;
        DeclineWords = words;
    }

    /// <summary>The practitioner wants nothing from this address any more.</summary>
    /// <exception cref="InvalidOperationException">The practitioner never had it, or blocked it already.</exception>
    public void Block(DateTime at)
    {
        Need(MayBeBlocked(at), "Only an enquiry that the practitioner has can be blocked.");
        Close(EnquiryState.Blocked, at);
    }

    /// <summary>Whether the practitioner may block it.</summary>
    public bool MayBeBlocked(DateTime now) => State is EnquiryState.Sent or EnquiryState.Accepted or EnquiryState.Declined or EnquiryState.Expired && !IsOver(now);

    /// <summary>Nobody answered in time. It counts from when the time was up, not from when that was noticed.</summary>
    /// <exception cref="InvalidOperationException">It was answered, or there is time left.</exception>
    public void Expire(DateTime now)
    {
        Need(State == EnquiryState.Sent && StateAt(now) == EnquiryState.Expired, "Only an enquiry whose time is up can expire.");
        Close(EnquiryState.Expired, AnswerBy!.Value);
        DecidedAt = null;
    }

    /// <summary>One side writes to the other.</summary>
    /// <param name="bySender">Whether it is who wrote the enquiry.</param>
    /// <param name="words">What they say.</param>
    /// <param name="once">Names the form that it came with, which is taken once.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="InvalidOperationException">The enquiry was not accepted, or is over.</exception>
    public EnquiryMessage Say(bool bySender, string words, string once, DateTime at)
    {
        Need(State == EnquiryState.Accepted && !IsOver(at), "Only in an enquiry that was accepted can anybody write.");
        Become(EnquiryState.Accepted, at);
        AwaitsPractitioner = bySender;
        return new EnquiryMessage(Id, bySender, words, once, at);
    }

    private void Close(EnquiryState state, DateTime at)
    {
        Become(state, at);
        OnceKey = null;
        DecidedAt = at;
        AwaitsPractitioner = false;
    }

    private void Become(EnquiryState state, DateTime at)
    {
        State = state;
        LastAt = at > LastAt ? at : LastAt;
        Version++;
    }

    private static void Need(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
