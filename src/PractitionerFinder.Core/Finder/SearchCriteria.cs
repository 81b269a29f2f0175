using System.Globalization;
using System.Text;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder;

/// <summary>What somebody needs of the place or the hours; combinable.</summary>
[Flags]
public enum Needs
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A way in without steps. Visits and online sessions need none.</summary>
    StepFree = 1,

    /// <summary>Weekday evenings, see <see cref="WeeklyHours.HasEvenings"/>.</summary>
    Evenings = 2,

    /// <summary>Saturdays or Sundays.</summary>
    Weekends = 4,
}

/// <summary>What comes first.</summary>
public enum SearchSort
{
    /// <summary>The nearest, in steps of 100 m.</summary>
    Distance = 0,

    /// <summary>The most recently confirmed, by day.</summary>
    Confirmed = 1,
}

/// <summary>
/// The whole question of a search, with the time it is asked at. Two criteria with the same canonical query ask the
/// same. Lists are sorted and hold nothing twice.
/// </summary>
public sealed record SearchCriteria
{
    /// <summary>Longest place text that is read, in characters.</summary>
    public const int NearMaxLength = 100;

    /// <summary>Longest words that are read, in characters.</summary>
    public const int QMaxLength = 100;

    /// <summary>Most results on a page.</summary>
    public const int MostPerPage = 100;

    /// <summary>Results on a page when not said.</summary>
    public const int DefaultPerPage = 20;

    /// <summary>The modulus of the fair shuffle, the prime 2³¹ − 1; seeds are 1 to one less.</summary>
    public const long ShufflePrime = 2_147_483_647;

    /// <summary>The place as typed; null when coordinates or nothing were given.</summary>
    public string? Near { get; init; }

    /// <summary>The coordinates given; null when a place or nothing was.</summary>
    public GeoPoint? Coordinates { get; init; }

    /// <summary>Country hint for namesakes, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Where <see cref="Near"/> or <see cref="Coordinates"/> is; null searches everywhere.</summary>
    public SearchOrigin? Origin { get; init; }

    /// <summary>The radius asked for, when one was.</summary>
    public Radius? AskedWithin { get; init; }

    /// <summary>The radius searched; null without an origin and in a region.</summary>
    public Radius? Within => Origin is null || Origin.Region is not null ? null : AskedWithin ?? Origin.DefaultWithin;

    /// <summary>Slugs of the techniques wanted; any of them, or all with <see cref="MatchAll"/>.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>Whether every technique is wanted of one practitioner.</summary>
    public bool MatchAll { get; init; }

    /// <summary>Slug of the body area wanted.</summary>
    public string? Area { get; init; }

    /// <summary>Slugs that count as the area: itself, its parent, its children.</summary>
    public IReadOnlyList<string> AreasMatching { get; init; } = [];

    /// <summary>How to be seen; none means every way but online.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Whether they take on new people.</summary>
    public Accepting? Accepting { get; init; }

    /// <summary>Whether only those with unexpired, checked proof are wanted: for a technique wanted, or any when none is.</summary>
    public bool Verified { get; init; }

    /// <summary>What is needed of the place or the hours.</summary>
    public Needs Needs { get; init; }

    /// <summary>ISO 639-1, lower case.</summary>
    public string? Language { get; init; }

    /// <summary>Gender of the practitioner.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Words to look for, plain and with one space between; empty when none.</summary>
    public string Q { get; init; } = "";

    /// <summary>The words looked for, of <see cref="Q"/> or what was meant by them, that anybody may be found by: each must begin a word of the listing.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Techniques whose protected words are looked for: only those with proof are found by them.</summary>
    public IReadOnlyList<string> ProvenTechniques { get; init; } = [];

    /// <summary>What comes first.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>The seed asked for; null takes that of the question and the day.</summary>
    public long? AskedSeed { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to <see cref="MostPerPage"/>.</summary>
    public int PageSize { get; init; } = DefaultPerPage;

    /// <summary>When the question is asked, UTC: expiry, pauses and overdue facts are judged by it.</summary>
    public DateTime Now { get; init; }

    /// <summary>Whether fictional listings take part; a setting of the site, not of the reader.</summary>
    public bool ShowDemo { get; init; } = true;

    /// <summary>The seed of the fair shuffle, 1 to <see cref="ShufflePrime"/> − 1.</summary>
    public long Seed => AskedSeed ?? SeedOf(CanonicalQuery(withPaging: false), DateOnly.FromDateTime(Now));

    /// <summary>The ways of being seen that count.</summary>
    public IReadOnlyList<Setting> SettingsSearched =>
        Settings.Count > 0 ? Settings : [Setting.Clinic, Setting.TheirHome, Setting.Visit];

    /// <summary>The unit for distances.</summary>
    public DistanceUnit Unit => AskedWithin?.Unit ?? Origin?.Unit ?? Radius.UnitOf(Country);

    /// <summary>The question for plain words, each of which has to be found or proven; <see cref="Q"/> stays as it was typed.</summary>
    public SearchCriteria LookingFor(IReadOnlyList<string> words, Vocabulary vocabulary)
    {
        var (free, proven) = vocabulary.Titles.Part(words);
        return this with { Words = [.. free.Distinct().Order(StringComparer.Ordinal)], ProvenTechniques = proven };
    }

    /// <summary>The question without each of its filters in turn, under the name of the parameter left out.</summary>
    public IEnumerable<(string Filter, SearchCriteria Criteria)> WithoutEachFilter()
    {
        if (Techniques.Count > 0)
        {
            yield return ("technique", this with { Techniques = [], MatchAll = false });
        }

        if (Area is not null)
        {
            yield return ("area", this with { Area = null, AreasMatching = [] });
        }

        if (Settings.Count > 0)
        {
            yield return ("setting", this with { Settings = [] });
        }

        if (Accepting is not null)
        {
            yield return ("accepting", this with { Accepting = null });
        }

        if (Verified)
        {
            yield return ("verified", this with { Verified = false });
        }

        foreach (var need in NeedWords.Where(n => Needs.HasFlag(n.Need)))
        {
            yield return (need.Word, this with { Needs = Needs & ~need.Need });
        }

        if (Language is not null)
        {
            yield return ("language", this with { Language = null });
        }

        if (Gender is not null)
        {
            yield return ("gender", this with { Gender = null });
        }

        if (Q.Length > 0)
        {
            yield return ("q", this with { Q = "", Words = [], ProvenTechniques = [] });
        }
    }

    /// <summary>
    /// The question that finds the nearest within another radius: the same, in the order of distance, with its equals shuffled as here.
    /// </summary>
    public SearchCriteria NearestWithin(Radius radius) => this with
    {
        AskedWithin = radius,
        Sort = SearchSort.Distance,
        AskedSeed = Seed,
        Page = 1,
        PageSize = SearchAnswer.MostBeyond,
    };

    /// <summary>
    /// The question as a query string without the question mark: parameters in a fixed order, values in their one
    /// form, defaults left out. With paging it holds page, size and seed too.
    /// </summary>
    public string CanonicalQuery(bool withPaging = true)
    {
        var query = new StringBuilder();
        if (Coordinates is { } point)
        {
            Add("lat", Degrees(point.Latitude));
            Add("lon", Degrees(point.Longitude));
        }

        Add("near", Near);
        Add("country", Country);
        Add("within", AskedWithin?.ToString());
        foreach (var technique in Techniques)
        {
            Add("technique", technique);
        }

        Add("match", MatchAll ? "all" : null);
        Add("area", Area);
        foreach (var setting in Settings)
        {
            Add("setting", setting.Word());
        }

        Add("accepting", Accepting?.Word());
        Add("verified", Verified ? "true" : null);
        foreach (var need in NeedWords.Where(n => Needs.HasFlag(n.Need)))
        {
            Add("need", need.Word);
        }

        Add("language", Language);
        Add("gender", Gender?.Word());
        Add("q", Q.Length > 0 ? Q : null);
        Add("sort", Sort == SearchSort.Confirmed ? "confirmed" : null);
        if (withPaging)
        {
            Add("seed", AskedSeed?.ToString(CultureInfo.InvariantCulture));
            Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
            Add("pageSize", PageSize != DefaultPerPage ? PageSize.ToString(CultureInfo.InvariantCulture) : null);
        }

        return query.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The words of the `need` parameter.</summary>
    public static IReadOnlyList<(Needs Need, string Word)> NeedWords { get; } =
        [(Needs.StepFree, "step-free"), (Needs.Evenings, "evenings"), (Needs.Weekends, "weekends")];

    /// <summary>
    /// A seed for a question on a day: FNV-1a (Fowler, Noll and Vo, 64 bit) over both, folded into 1 … p − 1.
    /// </summary>
    private static long SeedOf(string question, DateOnly day)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var b in Encoding.UTF8.GetBytes($"{question}|{day:yyyy-MM-dd}"))
        {
            hash = (hash ^ b) * 1_099_511_628_211UL;
        }

        return (long)(hash % (ShufflePrime - 1)) + 1;
    }

    private static string Degrees(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
