namespace PractitionerFinder.Core.Listings;

/// <summary>Where a practitioner sees people at a place of theirs.</summary>
public enum LocationSetting
{
    /// <summary>A clinic, studio or other place of work.</summary>
    Clinic = 0,

    /// <summary>The practitioner's own home.</summary>
    TheirHome = 1,
}

/// <summary>How a practitioner can be seen; the words of the `setting` filter.</summary>
public enum Setting
{
    /// <summary>At a clinic.</summary>
    Clinic = 0,

    /// <summary>At the practitioner's home.</summary>
    TheirHome = 1,

    /// <summary>At the home of the person who is treated.</summary>
    Visit = 2,

    /// <summary>Over video or telephone.</summary>
    Online = 3,
}

/// <summary>Whether new people are taken on.</summary>
public enum Accepting
{
    /// <summary>Yes.</summary>
    Yes = 0,

    /// <summary>There is a waiting list.</summary>
    Waiting = 1,

    /// <summary>Not at present.</summary>
    No = 2,
}

/// <summary>What a practitioner says of their gender.</summary>
public enum Gender
{
    /// <summary>A woman.</summary>
    Woman = 0,

    /// <summary>A man.</summary>
    Man = 1,

    /// <summary>Non-binary.</summary>
    NonBinary = 2,
}

/// <summary>Whether a place can be entered without steps.</summary>
public enum StepFree
{
    /// <summary>Nobody said.</summary>
    Unknown = 0,

    /// <summary>Yes, throughout.</summary>
    Yes = 1,

    /// <summary>In part; the practitioner explains.</summary>
    Partly = 2,

    /// <summary>No.</summary>
    No = 3,
}

/// <summary>What the public sees of an address.</summary>
public enum AddressPrivacy
{
    /// <summary>The address and its point.</summary>
    Public = 0,

    /// <summary>The coarse cell alone.</summary>
    AreaOnly = 1,
}

/// <summary>The words that stand for these values in addresses, answers and files.</summary>
public static class ListingWords
{
    /// <summary>clinic, their-home, visit, online.</summary>
    public static string Word(this Setting setting) => setting switch
    {
        Setting.Clinic => "clinic",
        Setting.TheirHome => "their-home",
        Setting.Visit => "visit",
        _ => "online",
    };

    /// <summary>yes, waiting, no.</summary>
    public static string Word(this Accepting accepting) => accepting switch
    {
        Accepting.Yes => "yes",
        Accepting.Waiting => "waiting",
        _ => "no",
    };

    /// <summary>woman, man, non-binary.</summary>
    public static string Word(this Gender gender) => gender switch
    {
        Gender.Woman => "woman",
        Gender.Man => "man",
        _ => "non-binary",
    };

    /// <summary>The setting that a kind of location is found under.</summary>
    public static Setting AsSetting(this LocationSetting setting) => (Setting)setting;
}
