namespace PractitionerFinder.Core.Enquiries;

/// <summary>Why somebody writes: a closed list, in which nobody says anything of their health.</summary>
public enum EnquiryReason
{
    /// <summary>They would like a first appointment.</summary>
    FirstAppointment = 0,

    /// <summary>They would like an appointment for somebody else.</summary>
    ForSomebodyElse = 1,

    /// <summary>They ask how the practitioner works with a technique.</summary>
    Technique = 2,

    /// <summary>They ask whether they can be visited at home.</summary>
    HomeVisit = 3,

    /// <summary>They ask about sessions over video or telephone.</summary>
    Online = 4,

    /// <summary>They ask what it costs and how it is paid.</summary>
    Fees = 5,

    /// <summary>They ask about steps, parking or the way there.</summary>
    Access = 6,
}

/// <summary>When it would suit somebody; none means at any time.</summary>
[Flags]
public enum EnquiryTimes
{
    /// <summary>Any time.</summary>
    None = 0,

    /// <summary>Monday to Friday before noon.</summary>
    WeekdayMornings = 1,

    /// <summary>Monday to Friday from noon to five.</summary>
    WeekdayAfternoons = 2,

    /// <summary>Monday to Friday after five.</summary>
    WeekdayEvenings = 4,

    /// <summary>Saturday and Sunday.</summary>
    Weekends = 8,
}

/// <summary>Why a practitioner does not take an enquiry on.</summary>
public enum DeclineReason
{
    /// <summary>They give no reason.</summary>
    NoReason = 0,

    /// <summary>They have no room for new people.</summary>
    Full = 1,

    /// <summary>The times do not suit.</summary>
    Times = 2,

    /// <summary>The place does not suit, or is too far.</summary>
    Place = 3,

    /// <summary>Somebody else could help better.</summary>
    SomebodyElse = 4,
}

/// <summary>Why a practitioner reports who wrote to them.</summary>
public enum ReportReason
{
    /// <summary>Advertising, or the same to many.</summary>
    Advertising = 0,

    /// <summary>Insults or threats.</summary>
    Abuse = 1,

    /// <summary>Asking for something sexual.</summary>
    Sexual = 2,

    /// <summary>Something else that should not have been sent.</summary>
    Other = 3,
}

/// <summary>What somebody asks a practitioner, read from a form.</summary>
/// <param name="Name">What they want to be called: one line.</param>
/// <param name="Email">Their address.</param>
/// <param name="Reason">Why they write.</param>
/// <param name="Technique">Slug of the technique; null when they name none.</param>
/// <param name="Place">Where, in the words of the listing; null when they do not mind.</param>
/// <param name="Times">When it suits.</param>
/// <param name="Words">Their own words; null unless the practitioner takes them in a first message.</param>
public sealed record EnquiryAnswers(
    string Name, string Email, EnquiryReason Reason, string? Technique, string? Place, EnquiryTimes Times, string? Words)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Longest place, in characters.</summary>
    public const int PlaceMaxLength = 200;

    /// <summary>Longest slug of a technique, in characters.</summary>
    public const int TechniqueMaxLength = 100;
}
