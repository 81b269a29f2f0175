using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>A question in the numbers that the rows of tables hold.</summary>
internal sealed class Question
{
    public const int Nothing = -1;

    /// <summary>Number of a word that no listing has.</summary>
    public const int NobodyHas = int.MaxValue;

    // Bits by number of Setting.
    private readonly int settings;
    private IReadOnlyList<long>? ancestry;

    /// <param name="criteria">What is asked.</param>
    /// <param name="lexicon">What the numbers of rows stand for.</param>
    /// <param name="languages">The languages that the index knows.</param>
    public Question(SearchCriteria criteria, Lexicon lexicon, NumberedWords languages)
    {
        Now = new WayTable.Moment(criteria.Now);
        Seed = criteria.Seed;
        Wanted = TechniquesOf(criteria.Techniques, lexicon, out var known);
        IsImpossible = !known && (criteria.MatchAll || Wanted.IsEmpty);
        MatchAll = criteria.MatchAll;
        Verified = criteria.Verified;
        Area = criteria.Area is null ? Nothing : lexicon.Areas.TryGet(criteria.Area, out var area) ? area : Bits128.Capacity - 1;
        Language = criteria.Language is null ? Nothing : languages.TryGet(criteria.Language, out var language) ? language : NobodyHas;
        Accepting = criteria.Accepting;
        Gender = criteria.Gender;
        Words = criteria.Words;
        ProofWanted = TechniquesOf(criteria.ProvenTechniques, lexicon, out var provable);
        IsWordless = !provable;
        ShowDemo = criteria.ShowDemo;
        ByConfirmation = criteria.Sort == SearchSort.Confirmed;
        settings = SettingsOf(criteria);
        Needs = criteria.Needs;
        Ways = Traits.Ways(settings, Needs);
        Point = criteria.Origin?.Point;
        Region = criteria.Origin?.Region;
        Within = criteria.Within?.Metres;
    }

    public WayTable.Moment Now { get; }

    public long Seed { get; }

    public GeoPoint? Point { get; }

    public RegionCodes? Region { get; }

    public int? Within { get; }

    public Needs Needs { get; }

    public Bits128 Wanted { get; }

    public bool MatchAll { get; }

    /// <summary>A technique is wanted that nobody can offer.</summary>
    public bool IsImpossible { get; }

    public bool Verified { get; }

    public int Area { get; }

    public Accepting? Accepting { get; }

    public Gender? Gender { get; }

    public int Language { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>Techniques that proof has to be held for because of the words looked for.</summary>
    public Bits128 ProofWanted { get; }

    /// <summary>Proof is wanted of a technique that there is none of.</summary>
    public bool IsWordless { get; }

    public bool ShowDemo { get; }

    public bool ByConfirmation { get; }

    /// <summary>The ways that count, as bits by number.</summary>
    public uint Ways { get; }

    public bool SearchesOnline => Has(Setting.Online);

    /// <summary>The cells that hold the origin; empty without one and in a region.</summary>
    public IReadOnlyList<long> Ancestry => ancestry ??= Point is { } point && Region is null ? QuadCell.Ancestry(point) : [];

    /// <summary>The ways of a setting that meet what is needed.</summary>
    public uint WaysOf(Setting setting) => Traits.Ways(setting, Needs);

    /// <summary>The ways of the settings that meet a need.</summary>
    public uint WaysTo(Needs need) => Traits.Ways(settings, need);

    private bool Has(Setting setting) => (settings >> (int)setting & 1) != 0;

    private static int SettingsOf(SearchCriteria criteria)
    {
        if (criteria.Settings.Count == 0)
        {
            // As SettingsSearched says, without a list.
            return 1 << (int)Setting.Clinic | 1 << (int)Setting.TheirHome | 1 << (int)Setting.Visit;
        }

        var settings = 0;
        for (var i = 0; i < criteria.Settings.Count; i++)
        {
            settings |= 1 << (int)criteria.Settings[i];
        }

        return settings;
    }

    private static Bits128 TechniquesOf(IReadOnlyList<string> slugs, Lexicon lexicon, out bool areKnown)
    {
        var techniques = default(Bits128);
        areKnown = true;
        for (var i = 0; i < slugs.Count; i++)
        {
            if (lexicon.Techniques.TryGet(slugs[i], out var number))
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
