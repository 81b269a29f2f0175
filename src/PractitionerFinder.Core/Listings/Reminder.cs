namespace PractitionerFinder.Core.Listings;

/// <summary>Which of the mails about facts that nobody confirmed; the value of a warning is how many days before the listing is hidden it is due.</summary>
public enum ReminderStep
{
    /// <summary>The listing is hidden now.</summary>
    Hidden = 0,

    /// <summary>The last warning.</summary>
    Last = 3,

    /// <summary>The second warning.</summary>
    Second = 14,

    /// <summary>The first warning.</summary>
    First = 30,
}

/// <summary>
/// A mail that asks an owner whether facts are still true. Its link confirms them without signing in; the token is in the mail alone, and
/// here is only its hash.
/// </summary>
public sealed class Reminder
{
    /// <summary>Days for which the link works.</summary>
    public const int Days = 60;

    /// <summary>Length of the token's hash (SHA-256), in bytes.</summary>
    public const int HashBytes = 32;

    /// <summary>Longest <see cref="MailKey"/>, in characters.</summary>
    public const int MailKeyMaxLength = 100;

    private Reminder()
    {
    }

    /// <summary>Reminds an owner.</summary>
    /// <param name="listingId">The listing.</param>
    /// <param name="accountId">The owner.</param>
    /// <param name="step">Which mail.</param>
    /// <param name="dueAt">When <see cref="Listing.HidingFact"/> fell or falls due: a confirmation moves it, and the warnings begin anew.</param>
    /// <param name="tokenHash">SHA-256 of the token.</param>
    /// <param name="at">When, UTC.</param>
    public Reminder(long listingId, long accountId, ReminderStep step, DateTime dueAt, byte[] tokenHash, DateTime at)
    {
        ListingId = listingId;
        AccountId = accountId;
        Step = step;
        DueAt = dueAt;
        TokenHash = tokenHash;

        // In whole seconds, as confirmations are, so that the two compare.
        At = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        MailKey = FormattableString.Invariant($"still-true:{listingId}:{accountId}:{dueAt:yyyyMMddHHmmss}:{step}");
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The owner.</summary>
    public long AccountId { get; private set; }

    /// <summary>Which mail.</summary>
    public ReminderStep Step { get; private set; }

    /// <summary>When the fact that it is counted by fell or falls due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>When it was written, UTC, in whole seconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>When a fact was confirmed by its link last, UTC; null when none was.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>The name of its mail: one mail goes for an owner, a step and a time that a fact fell due.</summary>
    public string MailKey { get; private set; } = "";

    /// <summary>The last moment at which its link works, UTC.</summary>
    public DateTime Until => At.AddDays(Days);

    /// <summary>Whether its link confirms a fact: one that is due within <see cref="Freshness.DaysAhead"/> days and was not confirmed since it was sent.</summary>
    public bool Asks(Confirmation confirmation, DateTime now) => confirmation.DueAt <= now.AddDays(Freshness.DaysAhead) && confirmation.At < At;

    /// <summary>
    /// Which step it was for a fact that hides the listing: its own, or, if it was counted by another fact that was confirmed since, the one that was
    /// due for this fact when it was written; null when it said nothing of this fact.
    /// </summary>
    public ReminderStep? StepFor(Confirmation hiding) => hiding.At >= At ? null
        : hiding.DueAt == DueAt ? Step : Freshness.StepAt(hiding.DueAt.AddDays(Freshness.DaysUntilHidden), At);

    /// <summary>Records that its link confirmed a fact.</summary>
    public void Use(DateTime at) => UsedAt = at;
}
