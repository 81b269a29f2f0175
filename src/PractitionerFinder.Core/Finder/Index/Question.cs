using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>A question in the numbers that the rows of tables hold.</summary>
internal sealed class Question
{
    public const int Nothing = -1;

    private readonly SearchCriteria criteria;
    private readonly Lexicon lexicon;

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
        var settings = criteria.SettingsSearched;
        Ways = Traits.Ways(settings, criteria.Needs);
        SearchesOnline = settings.Contains(Setting.Online);
        if (Point is { } point && Region is null)
        {
            Ancestry = QuadCell.Ancestry(point);
        }
    }

    public WayTable.Moment Now { get; }

    public long Seed { get; }

    public GeoPoint? Point => criteria.Origin?.Point;

    public RegionCodes? Region => criteria.Origin?.Region;

    public int? Within => criteria.Within?.Metres;

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
    public IReadOnlyList<long> Ancestry { get; } = [];

    /// <summary>The ways of one setting that meet what is needed.</summary>
    public uint WaysOf(Setting setting) => Traits.Ways([setting], criteria.Needs);

    /// <summary>The ways of the settings that meet one need.</summary>
    public uint WaysMeeting(Needs need) => Traits.Ways(criteria.SettingsSearched, need);

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
