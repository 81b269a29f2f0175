using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>A question in the numbers that the rows of tables hold.</summary>
internal sealed class Question
{
    public const int Nothing = -1;

    private readonly SearchCriteria criteria;
    private readonly Lexicon lexicon;
    private readonly IReadOnlyList<Setting> settings;
    private IReadOnlyList<long>? ancestry;

    public Question(SearchCriteria criteria, Lexicon lexicon)
    {
        this.criteria = criteria;
        this.lexicon = lexicon;
        Now = new WayTable.Moment(criteria.Now);
        Seed = criteria.Seed;
        Wanted = TechniquesOf(criteria.Techniques, out var known);
        IsImpossible = !known && (criteria.MatchAll || Wanted.IsEmpty);
        Area = criteria.Area is null ? Nothing : lexicon.Areas.GetValueOrDefault(criteria.Area, Bits128.Capacity - 1);
        Language = criteria.Language is null ? Nothing : lexicon.Languages.GetValueOrDefault(criteria.Language, int.MaxValue);
        ProofWanted = TechniquesOf(criteria.ProvenTechniques, out var provable);
        IsWordless = !provable;
        settings = criteria.SettingsSearched;
        Ways = Traits.Ways(settings, criteria.Needs);
        SearchesOnline = settings.Contains(Setting.Online);
        Point = criteria.Origin?.Point;
        Region = criteria.Origin?.Region;
        Within = criteria.Within?.Metres;
    }

    public WayTable.Moment Now { get; }

    public long Seed { get; }

    public GeoPoint? Point { get; }

    public RegionCodes? Region { get; }

    public int? Within { get; }

    public Needs Needs => criteria.Needs;

    public Bits128 Wanted { get; }

    public bool MatchAll => criteria.MatchAll;

    /// <summary>A technique is wanted that nobody can offer.</summary>
    public bool IsImpossible { get; }

    public bool Verified => criteria.Verified;

    public int Area { get; }

    public Accepting? Accepting => criteria.Accepting;

    public Gender? Gender => criteria.Gender;

    public int Language { get; }

    public IReadOnlyList<string> Words => criteria.Words;

    /// <summary>Techniques that proof has to be held for because of the words looked for.</summary>
    public Bits128 ProofWanted { get; }

    /// <summary>Proof is wanted of a technique that there is none of.</summary>
    public bool IsWordless { get; }

    public bool ShowDemo => criteria.ShowDemo;

    public bool ByConfirmation => criteria.Sort == SearchSort.Confirmed;

    /// <summary>The ways that count, as bits by number.</summary>
    public uint Ways { get; }

    public bool SearchesOnline { get; }

    /// <summary>The cells that hold the origin; empty without one and in a region.</summary>
    public IReadOnlyList<long> Ancestry => ancestry ??= Point is { } point && Region is null ? QuadCell.Ancestry(point) : [];

    /// <summary>By setting, the ways of that setting that meet what is needed.</summary>
    public uint[] WaysOfSettings =>
        [WaysOf(Setting.Clinic), WaysOf(Setting.TheirHome), WaysOf(Setting.Visit), WaysOf(Setting.Online)];

    /// <summary>By need, the ways of the settings that meet that need.</summary>
    public uint[] WaysMeeting => [WaysTo(Needs.StepFree), WaysTo(Needs.Evenings), WaysTo(Needs.Weekends)];

    private uint WaysOf(Setting setting) => Traits.Ways([setting], criteria.Needs);

    private uint WaysTo(Needs need) => Traits.Ways(settings, need);

    private Bits128 TechniquesOf(IReadOnlyList<string> slugs, out bool areKnown)
    {
        var techniques = default(Bits128);
        areKnown = true;
        foreach (var slug in slugs)
        {
            if (lexicon.Techniques.TryGetValue(slug, out var number))
            {
                techniques |= Bits128.Of(number);
            }
            else
            {
                areKnown = false;
            }
        }

        return techniques;
    }
}
