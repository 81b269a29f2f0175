namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>Name, headline and about.</summary>
public sealed class AboutForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "about";

    /// <summary>Name as shown.</summary>
    public string Name { get; set; } = "";

    /// <summary>Pronouns.</summary>
    public string Pronouns { get; set; } = "";

    /// <summary>A word of <see cref="ListingWords"/>, or blank.</summary>
    public string Gender { get; set; } = "";

    /// <summary>One line.</summary>
    public string Headline { get; set; } = "";

    /// <summary>Paragraphs.</summary>
    public string About { get; set; } = "";

    /// <summary>ISO 639-1.</summary>
    public IList<string> Languages { get; set; } = [];
}

/// <summary>Techniques and body areas.</summary>
public sealed class TechniquesForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "techniques";

    /// <summary>Techniques in the practitioner's order.</summary>
    public IList<TechniqueForm> Techniques { get; set; } = [];

    /// <summary>Slugs of areas.</summary>
    public IList<string> Areas { get; set; } = [];
}

/// <summary>A technique and where it was learnt.</summary>
public sealed class TechniqueForm
{
    /// <summary>Slug.</summary>
    public string Key { get; set; } = "";

    /// <summary>School or teacher.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Year.</summary>
    public string Year { get; set; } = "";

    /// <summary>Hours.</summary>
    public string Hours { get; set; } = "";
}

/// <summary>Registers, awards and marks.</summary>
public sealed class CredentialsForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "credentials";

    /// <summary>Each claim.</summary>
    public IList<CredentialForm> Credentials { get; set; } = [];
}

/// <summary>A claim that can be checked.</summary>
public sealed class CredentialForm
{
    /// <summary>Key within the listing.</summary>
    public string Key { get; set; } = "";

    /// <summary>The body.</summary>
    public string Register { get; set; } = "";

    /// <summary>Number there.</summary>
    public string Number { get; set; } = "";

    /// <summary>Last day, as 2027-03-11; blank when it does not expire.</summary>
    public string ExpiresOn { get; set; } = "";

    /// <summary>Slugs of the techniques that it is of.</summary>
    public IList<string> Techniques { get; set; } = [];
}

/// <summary>Places where people are seen.</summary>
public sealed class PlacesForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "places";

    /// <summary>Each place.</summary>
    public IList<PlaceForm> Places { get; set; } = [];
}

/// <summary>A point that was found through the gazetteer and may have been moved on the map.</summary>
public class SpotForm
{
    /// <summary>Key within the listing.</summary>
    public string Key { get; set; } = "";

    /// <summary>House and street.</summary>
    public string Line1 { get; set; } = "";

    /// <summary>The second line of an address.</summary>
    public string Line2 { get; set; } = "";

    /// <summary>Town, village or suburb.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Postcode.</summary>
    public string Postcode { get; set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; set; } = "";

    /// <summary>Degrees WGS 84, as text; blank until a point was found.</summary>
    public string Latitude { get; set; } = "";

    /// <summary>Degrees WGS 84, as text; blank until a point was found.</summary>
    public string Longitude { get; set; } = "";
}

/// <summary>A place where people are seen.</summary>
public sealed class PlaceForm : SpotForm
{
    /// <summary>`clinic` or `their-home`.</summary>
    public string Setting { get; set; } = "";

    /// <summary>Name of the building.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether the public sees an area alone.</summary>
    public bool AreaOnly { get; set; }

    /// <summary>Telephone of this place.</summary>
    public string Phone { get; set; } = "";

    /// <summary>`yes`, `partly`, `no` or blank.</summary>
    public string StepFree { get; set; } = "";

    /// <summary>Words on parking.</summary>
    public string Parking { get; set; } = "";

    /// <summary>Words on public transport.</summary>
    public string Transport { get; set; } = "";
}

/// <summary>Home visits and online sessions.</summary>
public sealed class VisitsForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "visits";

    /// <summary>Each area.</summary>
    public IList<VisitForm> Areas { get; set; } = [];

    /// <summary>Whether sessions over video or telephone are offered.</summary>
    public bool Online { get; set; }
}

/// <summary>An area in which people are visited. Its own spot counts only when no place of the listing is named as its base.</summary>
public sealed class VisitForm : SpotForm
{
    /// <summary>Key of the place that visits start from; blank for a spot of its own.</summary>
    public string From { get; set; } = "";

    /// <summary>Whether the outline counts and not the radius.</summary>
    public bool Drawn { get; set; }

    /// <summary>Radius, in <see cref="Unit"/>.</summary>
    public string Radius { get; set; } = "";

    /// <summary>`mi` or `km`.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Corners, each latitude and longitude in degrees WGS 84.</summary>
    public IList<double[]> Outline { get; set; } = [];
}

/// <summary>Hours of every place, and whether new people are taken on.</summary>
public sealed class HoursForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "hours";

    /// <summary>`yes`, `waiting` or `no`.</summary>
    public string Accepting { get; set; } = "";

    /// <summary>Hours of each place, area and of online sessions.</summary>
    public IList<HoursOf> Of { get; set; } = [];
}

/// <summary>The week of a place.</summary>
public sealed class HoursOf
{
    /// <summary>`places/p1`, `visits/v1` or `online`.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether people are seen by arrangement and there are no hours.</summary>
    public bool ByArrangement { get; set; } = true;

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Stretches of a day.</summary>
    public IList<StretchForm> Stretches { get; set; } = [];

    /// <summary>Days away.</summary>
    public IList<AwayForm> Away { get; set; } = [];
}

/// <summary>A stretch of a day of the week; two of a day have a break between them.</summary>
public sealed class StretchForm
{
    /// <summary>Key within its week.</summary>
    public string Key { get; set; } = "";

    /// <summary>0 for Sunday … 6 for Saturday, as <see cref="DayOfWeek"/>.</summary>
    public int Day { get; set; }

    /// <summary>As 09:00.</summary>
    public string From { get; set; } = "";

    /// <summary>As 12:30.</summary>
    public string Until { get; set; } = "";
}

/// <summary>Days on which nobody is seen.</summary>
public sealed class AwayForm
{
    /// <summary>Key within its week.</summary>
    public string Key { get; set; } = "";

    /// <summary>First day, as 2026-12-24.</summary>
    public string From { get; set; } = "";

    /// <summary>Last day.</summary>
    public string Until { get; set; } = "";
}

/// <summary>Fees.</summary>
public sealed class FeesForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "fees";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Each price.</summary>
    public IList<FeeForm> Fees { get; set; } = [];
}

/// <summary>A price.</summary>
public sealed class FeeForm
{
    /// <summary>Key within the form.</summary>
    public string Key { get; set; } = "";

    /// <summary>Minutes.</summary>
    public string Minutes { get; set; } = "";

    /// <summary>Amount, as 48 or 48.50.</summary>
    public string Amount { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string For { get; set; } = "";
}

/// <summary>How people reach the practitioner.</summary>
public sealed class ContactForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "contact";

    /// <summary>Telephone as typed.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail as typed.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether people who ask are told the e-mail address.</summary>
    public bool EmailIsPublic { get; set; }

    /// <summary>Web address as typed.</summary>
    public string Website { get; set; } = "";
}

/// <summary>The picture.</summary>
public sealed class PhotoForm
{
    /// <summary>Name of the section.</summary>
    public const string Section = "photo";

    /// <summary>Key of the served picture; blank when there is none.</summary>
    public string Key { get; set; } = "";

    /// <summary>What it shows.</summary>
    public string Alt { get; set; } = "";
}
