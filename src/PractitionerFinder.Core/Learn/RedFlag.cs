namespace PractitionerFinder.Core.Learn;

/// <summary>How soon a sign needs help.</summary>
public enum Urgency
{
    /// <summary>An ambulance, now.</summary>
    Emergency = 0,

    /// <summary>The same day.</summary>
    Urgent = 1,

    /// <summary>A doctor soon.</summary>
    Soon = 2,

    /// <summary>A pharmacist can say.</summary>
    Pharmacist = 3,

    /// <summary>To be told, or to be waited for, before a session.</summary>
    Booking = 4,
}

/// <summary>What a sign does to somebody who looks for hands-on help (evidence base, section 5.1).</summary>
public enum RedFlagStage
{
    /// <summary>Medical help comes first: nobody is shown.</summary>
    Stop = 0,

    /// <summary>Somebody should look at it, and the way on is open.</summary>
    Card = 1,

    /// <summary>To be told or cleared up before a session.</summary>
    Booking = 2,
}

/// <summary>A sign that needs more than a practitioner: a row of <c>red-flags.tsv</c>.</summary>
public sealed record RedFlag
{
    /// <summary>The area of a sign that concerns every part of the body.</summary>
    public const string Anywhere = "anywhere";

    /// <summary>Slug of a wide part of the body, or <see cref="Anywhere"/>.</summary>
    public required string Area { get; init; }

    /// <summary>What it does to the way on.</summary>
    public required RedFlagStage Stage { get; init; }

    /// <summary>The sign, to be shown as it is.</summary>
    public required string Symptom { get; init; }

    /// <summary>The question that asks for it, and for the others of its group in this area; ends with a question mark.</summary>
    public required string Question { get; init; }

    /// <summary>Signs of one area with the same group are asked for together.</summary>
    public required string Group { get; init; }

    /// <summary>How soon; the same for all of a group.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>What it may mean.</summary>
    public required string Why { get; init; }

    /// <summary>Where to go with it, in the words of the United Kingdom.</summary>
    public required string Action { get; init; }

    /// <summary>Slugs of the techniques it is about; none for all.</summary>
    public required IReadOnlyList<string> Techniques { get; init; }

    /// <summary>Whether it is told again among what is to be cleared up before a session.</summary>
    public bool IsCaution { get; init; }

    /// <summary>Who says so; none where no source was found yet.</summary>
    public required IReadOnlyList<Reference> Sources { get; init; }
}
