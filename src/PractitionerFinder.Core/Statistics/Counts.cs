namespace PractitionerFinder.Core.Statistics;

// What was served, counted by weeks. No row is about a reader, and none can be traced to one.

/// <summary>How often a search was answered in a week, and how much room its pages had.</summary>
public sealed class CountedSearch
{
    /// <summary>Longest name of a place, in characters.</summary>
    public const int PlaceMaxLength = 100;

    private CountedSearch()
    {
    }

    /// <summary>Makes a row.</summary>
    public CountedSearch(DateOnly week, long question, string place, int answers, int slots, long equalShare)
    {
        Week = week;
        Question = question;
        Place = place;
        Answers = answers;
        Slots = slots;
        EqualShare = equalShare;
    }

    /// <summary>The Monday on which the week begins, UTC.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Tells searches apart: part of a hash of the search, from which it cannot be read back.</summary>
    public long Question { get; private set; }

    /// <summary>Where it was asked, coarsely: a town, county, region or country.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Pages of results that were served.</summary>
    public int Answers { get; private set; }

    /// <summary>Listings that stood on them in all.</summary>
    public int Slots { get; private set; }

    /// <summary>
    /// How often each listing that the search found would have been shown if all had been equally often, in millionths: the sum over the pages of listings shown by
    /// listings found.
    /// </summary>
    public long EqualShare { get; private set; }
}

/// <summary>How often a listing stood on a page of results of a search in a week.</summary>
public sealed class ListingAppearance
{
    private ListingAppearance()
    {
    }

    /// <summary>Makes a row.</summary>
    public ListingAppearance(long listingId, DateOnly week, long question, int times)
    {
        ListingId = listingId;
        Week = week;
        Question = question;
        Times = times;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The Monday on which the week begins, UTC.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>The search, see <see cref="CountedSearch.Question"/>.</summary>
    public long Question { get; private set; }

    /// <summary>How often, at least once.</summary>
    public int Times { get; private set; }
}

/// <summary>What happened with a listing's page in a week.</summary>
public sealed class ListingWeek
{
    private ListingWeek()
    {
    }

    /// <summary>Makes a row.</summary>
    public ListingWeek(long listingId, DateOnly week, int views, int contacts)
    {
        ListingId = listingId;
        Week = week;
        Views = views;
        Contacts = contacts;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The Monday on which the week begins, UTC.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>How often its page was served.</summary>
    public int Views { get; private set; }

    /// <summary>How often somebody pressed for how to reach its practitioner, or sent an enquiry.</summary>
    public int Contacts { get; private set; }
}

/// <summary>
/// Says that in a week at least <see cref="Fewest"/> different searchers were shown a listing in searches around a place. Only then is the place named to whoever keeps the listing.
/// </summary>
public sealed class ListingPlace
{
    /// <summary>Searchers without whom a place is not named.</summary>
    public const int Fewest = 5;

    private ListingPlace()
    {
    }

    /// <summary>Makes a row.</summary>
    public ListingPlace(long listingId, DateOnly week, string place)
    {
        ListingId = listingId;
        Week = week;
        Place = place;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The Monday on which the week begins, UTC.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>The place, see <see cref="CountedSearch.Place"/>.</summary>
    public string Place { get; private set; } = "";
}

/// <summary>A file of counts that was taken into the database, in the transaction that took it: so it is taken once, whenever the program ends.</summary>
public sealed class CountedJournal
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 100;

    private CountedJournal()
    {
    }

    /// <summary>Makes a row.</summary>
    public CountedJournal(string name, DateTime at)
    {
        Name = name;
        At = at;
    }

    /// <summary>Name of the file, which no other file ever has.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it was taken, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>The weeks that are counted by.</summary>
public static class CountedWeek
{
    /// <summary>Rows are erased when their week is so many weeks ago.</summary>
    public const int Kept = 53;

    /// <summary>The Monday of the week that an instant lies in, UTC.</summary>
    public static DateOnly Of(DateTime instant)
    {
        var day = DateOnly.FromDateTime(instant);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
