namespace PractitionerFinder.Core.Listings;

/// <summary>Where a revision stands.</summary>
public enum RevisionState
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Waiting for staff.</summary>
    Submitted = 1,

    /// <summary>Sent back with reasons.</summary>
    ChangesRequested = 2,

    /// <summary>Approved; the newest approval is what the public sees.</summary>
    Approved = 3,

    /// <summary>Refused with reasons.</summary>
    Rejected = 4,

    /// <summary>Taken back by its author before anybody decided.</summary>
    Withdrawn = 5,
}

/// <summary>What staff ask to be changed, tied to the field that it concerns.</summary>
/// <param name="Field">Path of the field, such as `headline` or `places/p1/address`.</param>
/// <param name="Words">What is asked, in words for the author.</param>
public sealed record FieldReason(string Field, string Words)
{
    /// <summary>Longest reason for one field, in characters.</summary>
    public const int WordsMaxLength = 500;
}

/// <summary>One saved state of a listing's content. Its words never change once it is submitted.</summary>
public sealed class Revision
{
    /// <summary>Longest reason of a decision, in characters.</summary>
    public const int ReasonMaxLength = 2000;

    /// <summary>Longest id of a person, in characters.</summary>
    public const int PersonMaxLength = 64;

    /// <summary>Who decided, where the table of small facts let a change through and no person looked.</summary>
    public const string Rule = "rule";

    private ListingContent? content;

    private Revision()
    {
    }

    internal Revision(int number, ListingContent content, string author, DateTime at)
    {
        Number = number;
        SerialisedContent = ListingJson.Write(content);
        this.content = content;
        Author = author;
        CreatedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>1, 2, 3 … within the listing.</summary>
    public int Number { get; private set; }

    /// <summary>The content as JSON.</summary>
    public string SerialisedContent { get; private set; } = "";

    /// <summary>The content.</summary>
    public ListingContent Content => content ??= ListingJson.Read(SerialisedContent);

    /// <summary>Where it stands.</summary>
    public RevisionState State { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; private set; } = "";

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was handed in, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the author was told of the whole.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the author was told of single fields, as JSON; null when nothing.</summary>
    public string? SerialisedReasons { get; private set; }

    /// <summary>What the author was told of single fields.</summary>
    public IReadOnlyList<FieldReason> Reasons => SerialisedReasons is null ? [] : ListingJson.ReadReasons(SerialisedReasons);

    /// <summary>Whether the table of small facts let it through and no person looked.</summary>
    public bool IsByRule => DecidedBy == Rule;

    internal void Submit(DateTime at)
    {
        Require(RevisionState.Draft, RevisionState.ChangesRequested);
        State = RevisionState.Submitted;
        SubmittedAt = at;
    }

    internal void Withdraw(DateTime at)
    {
        Require(RevisionState.Submitted);
        State = RevisionState.Withdrawn;
        DecidedAt = at;
    }

    /// <summary>Takes small facts over that went public while it waits; who decides the rest is still to decide.</summary>
    internal void Carry(ListingContent with)
    {
        Require(RevisionState.Submitted);
        content = with;
        SerialisedContent = ListingJson.Write(with);
    }

    internal void Decide(RevisionState decision, string by, DateTime at, string? reason, IReadOnlyList<FieldReason>? reasons = null)
    {
        // An older approved revision may be approved again: that is how a change is taken back.
        Require(decision == RevisionState.Approved
            ? [RevisionState.Submitted, RevisionState.Approved]
            : [RevisionState.Submitted]);
        State = decision;
        DecidedBy = by;
        DecidedAt = at;
        Reason = reason;
        SerialisedReasons = reasons is { Count: > 0 } ? ListingJson.WriteReasons(reasons) : null;
    }

    internal void Shift(int days)
    {
        content = Content with
        {
            Credentials = [.. Content.Credentials.Select(c => c with { ExpiresOn = c.ExpiresOn?.AddDays(days) })],
            Locations = [.. Content.Locations.Select(l => l with { Hours = l.Hours?.Shifted(days) })],
            VisitAreas = [.. Content.VisitAreas.Select(v => v with { Hours = v.Hours?.Shifted(days) })],
            Online = Content.Online is { } online ? new OnlineSessions(online.Hours?.Shifted(days)) : null,
        };
        SerialisedContent = ListingJson.Write(content);
        CreatedAt = CreatedAt.AddDays(days);
        SubmittedAt = SubmittedAt?.AddDays(days);
        DecidedAt = DecidedAt?.AddDays(days);
    }

    private void Require(params RevisionState[] allowed)
    {
        if (!allowed.Contains(State))
        {
            throw new InvalidOperationException($"Revision {Number} is {State}; this needs {string.Join(" or ", allowed)}.");
        }
    }
}
