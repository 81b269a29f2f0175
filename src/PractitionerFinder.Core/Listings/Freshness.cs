namespace PractitionerFinder.Core.Listings;

/// <summary>A group of facts that is confirmed as one.</summary>
public enum ListingFact
{
    /// <summary>Whether new people are taken on.</summary>
    Accepting = 0,

    /// <summary>Telephone, e-mail, website.</summary>
    Contact = 1,

    /// <summary>Where people are seen.</summary>
    Address = 2,

    /// <summary>When people are seen.</summary>
    Hours = 3,

    /// <summary>Prices.</summary>
    Fees = 4,

    /// <summary>Techniques and training.</summary>
    Techniques = 5,
}

/// <summary>How a fact was confirmed.</summary>
public enum ConfirmedHow
{
    /// <summary>By the practitioner, signed in.</summary>
    Owner = 0,

    /// <summary>By staff.</summary>
    Staff = 1,

    /// <summary>By the link of a reminder.</summary>
    Link = 2,
}

/// <summary>How long a confirmed fact holds, and what follows when it does not.</summary>
public static class Freshness
{
    /// <summary>Days after which a contact or address that fell due hides the listing.</summary>
    public const int DaysUntilHidden = 30;

    /// <summary>Days before a fact is due from which its keepers are asked for it.</summary>
    public const int DaysAhead = 30;

    /// <summary>Days that pass at the least between the last warning and hiding the listing.</summary>
    public const int LeastNoticeDays = (int)ReminderStep.Last;

    /// <summary>How much sooner a warning goes than its day, so that as many days as it stands for follow it although it is only looked for once an hour.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(6);

    /// <summary>Every fact.</summary>
    public static IReadOnlyList<ListingFact> Facts { get; } = Enum.GetValues<ListingFact>();

    /// <summary>Facts as forms and addresses hold them.</summary>
    public static string Write(IEnumerable<ListingFact> facts) => string.Join('.', facts);

    /// <summary>The facts that <see cref="Write"/> wrote; what names none is left out.</summary>
    public static IReadOnlyList<ListingFact> Read(string? facts) => [.. Facts.IntersectBy((facts ?? "").Split('.'), f => f.ToString())];

    /// <summary>Days after its confirmation on which a fact is due again.</summary>
    public static int Days(ListingFact fact) => fact switch
    {
        ListingFact.Accepting => 30,
        ListingFact.Contact => 90,
        ListingFact.Techniques => 365,
        _ => 180,
    };

    /// <summary>When a fact that was confirmed at an instant is due again, UTC.</summary>
    public static DateTime DueAt(ListingFact fact, DateTime confirmedAt) => confirmedAt.AddDays(Days(fact));

    /// <summary>Which reminder is due; null while there is time.</summary>
    /// <param name="hiddenFrom">From when the listing is hidden, UTC.</param>
    /// <param name="now">UTC.</param>
    public static ReminderStep? StepAt(DateTime hiddenFrom, DateTime now) => hiddenFrom <= now ? ReminderStep.Hidden
        : (hiddenFrom - now - Early).TotalDays switch
        {
            <= (int)ReminderStep.Last => ReminderStep.Last,
            <= (int)ReminderStep.Second => ReminderStep.Second,
            <= (int)ReminderStep.First => ReminderStep.First,
            _ => null,
        };

    /// <summary>Whether the listing is hidden when the fact stays unconfirmed: nobody could get in touch or would find the door.</summary>
    public static bool Hides(ListingFact fact) => fact is ListingFact.Contact or ListingFact.Address;
}

/// <summary>The last confirmation of a fact of a listing.</summary>
public sealed class Confirmation
{
    private Confirmation()
    {
    }

    internal Confirmation(ListingFact fact) => Fact = fact;

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The fact.</summary>
    public ListingFact Fact { get; private set; }

    /// <summary>When it was confirmed, UTC, in whole seconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>When it is due again, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public string By { get; private set; } = "";

    /// <summary>How.</summary>
    public ConfirmedHow How { get; private set; }

    internal void Set(DateTime at, string by, ConfirmedHow how)
    {
        // To the second, as the index keeps what follows from it: when the fact is due, and when the listing hides.
        At = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        DueAt = Freshness.DueAt(Fact, At);
        By = by;
        How = how;
    }
}
