namespace PractitionerFinder.Core.Listings;

/// <summary>
/// Everything a practitioner says of themselves: what a revision holds, word for word, and what approval projects into
/// the searchable tables. It holds private addresses, so nothing public is made from it but by
/// <see cref="PublicListing"/> and <see cref="Listing.Approve"/>.
/// </summary>
public sealed record ListingContent
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest headline, in characters.</summary>
    public const int HeadlineMaxLength = 140;

    /// <summary>Longest text about the practice, in characters.</summary>
    public const int AboutMaxLength = 4000;

    /// <summary>Most practice locations a listing may have.</summary>
    public const int MostLocations = 10;

    /// <summary>Name as shown to the public.</summary>
    public required string Name { get; init; }

    /// <summary>One line under the name, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>Paragraphs of plain text, separated by blank lines.</summary>
    public required string About { get; init; }

    /// <summary>Pronouns as the practitioner writes them, when they wish.</summary>
    public string? Pronouns { get; init; }

    /// <summary>For people who look for a practitioner of a certain gender; blank when not said.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Whether new people are taken on.</summary>
    public Accepting Accepting { get; init; }

    /// <summary>Techniques offered, in the practitioner's order.</summary>
    public IReadOnlyList<OfferedTechnique> Techniques { get; init; } = [];

    /// <summary>Slugs of the body areas the practitioner says they work with.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Registers, awards and marks that the practitioner claims; whether they were checked is kept apart, by staff.</summary>
    public IReadOnlyList<Credential> Credentials { get; init; } = [];

    /// <summary>Places where people are seen, clinics and homes.</summary>
    public IReadOnlyList<PracticeLocation> Locations { get; init; } = [];

    /// <summary>Areas in which the practitioner visits people at home.</summary>
    public IReadOnlyList<VisitArea> VisitAreas { get; init; } = [];

    /// <summary>Sessions over video or telephone; null when not offered.</summary>
    public OnlineSessions? Online { get; init; }

    /// <summary>Languages spoken, ISO 639-1, lower case.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Prices, in the practitioner's order.</summary>
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>How people may get in touch.</summary>
    public ContactChoices Contact { get; init; } = new();

    /// <summary>A picture, kept apart under this key; null when there is none.</summary>
    public Photo? Photo { get; init; }
}

/// <summary>A technique that a listing offers.</summary>
/// <param name="Slug">Slug of the technique.</param>
/// <param name="Training">Where it was learnt, as the practitioner says; null when not said.</param>
public sealed record OfferedTechnique(string Slug, Training? Training = null);

/// <summary>Evidence of training as the practitioner gives it.</summary>
/// <param name="Provider">School or teacher.</param>
/// <param name="Year">Year of completion.</param>
/// <param name="Hours">Hours of taught training, when said.</param>
public sealed record Training(string Provider, int Year, int? Hours = null)
{
    /// <summary>Longest name of a school or teacher, in characters.</summary>
    public const int ProviderMaxLength = 120;
}

/// <summary>A claim that can be checked: membership of a register, an award, the right to a mark.</summary>
/// <param name="Key">Names the claim within its listing, so that a check can point at it.</param>
/// <param name="Register">The register or body that stands behind it.</param>
/// <param name="Number">Number there; null where the body gives none.</param>
/// <param name="ExpiresOn">Last day on which it holds; null when it does not expire.</param>
/// <param name="Techniques">Slugs of the techniques that it proves training or the right to the name of.</param>
public sealed record Credential(
    string Key, string Register, string? Number, DateOnly? ExpiresOn, IReadOnlyList<string> Techniques)
{
    /// <summary>Longest name of a register, in characters.</summary>
    public const int RegisterMaxLength = 120;

    /// <summary>Longest number, in characters.</summary>
    public const int NumberMaxLength = 40;

    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 40;
}

/// <summary>Sessions over video or telephone.</summary>
/// <param name="Hours">When; null when by arrangement.</param>
public sealed record OnlineSessions(WeeklyHours? Hours);

/// <summary>A price.</summary>
/// <param name="Minutes">Length of the session in minutes.</param>
/// <param name="AmountMinor">Amount in the currency's smallest unit (pence, cents).</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="For">What it is for, such as "First session"; null when it needs no words.</param>
public sealed record Fee(int Minutes, long AmountMinor, string Currency, string? For = null)
{
    /// <summary>Longest words on what it is for, in characters.</summary>
    public const int ForMaxLength = 60;
}

/// <summary>How people may get in touch; each null when not offered.</summary>
public sealed record ContactChoices
{
    /// <summary>Longest e-mail address, in characters (RFC 5321, with room for the angle brackets).</summary>
    public const int EmailMaxLength = 254;

    /// <summary>Longest web address, in characters.</summary>
    public const int WebsiteMaxLength = 200;

    /// <summary>Telephone in international form, such as +44 113 496 0000.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail for enquiries; never part of a page or answer, and given out only where <see cref="EmailIsPublic"/> says so.</summary>
    public string? Email { get; init; }

    /// <summary>Whether people who ask for the e-mail address may be told it.</summary>
    public bool EmailIsPublic { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public string? Website { get; init; }
}

/// <summary>A picture of the practitioner.</summary>
/// <param name="Key">Names the stored bytes.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
public sealed record Photo(string Key, string Alt)
{
    /// <summary>Longest alternative text, in characters.</summary>
    public const int AltMaxLength = 150;
}
