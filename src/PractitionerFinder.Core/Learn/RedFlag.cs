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

/// <summary>A sign that needs more than a practitioner: a row of <c>red-flags.tsv</c>.</summary>
/// <param name="Area">Slug of a wide part of the body, or <see cref="Anywhere"/>.</param>
/// <param name="Stage">stop, card or booking.</param>
/// <param name="Symptom">The sign, to be shown as it is.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Techniques">Slugs of the techniques it is about; none for all.</param>
public sealed record RedFlag(string Area, string Stage, string Symptom, Urgency Urgency, IReadOnlyList<string> Techniques)
{
    /// <summary>The area of a sign that concerns every part of the body.</summary>
    public const string Anywhere = "anywhere";
}
