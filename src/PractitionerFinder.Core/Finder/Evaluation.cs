using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder;

/// <summary>A rule of search.</summary>
public enum SearchRule
{
    /// <summary>The listing is published and not taken down.</summary>
    Published = 0,

    /// <summary>The owner has not paused it.</summary>
    NotPaused = 1,

    /// <summary>Contact and address were confirmed recently enough.</summary>
    Confirmed = 2,

    /// <summary>It is not fictional, unless fictional listings take part.</summary>
    Real = 3,

    /// <summary>It offers the techniques wanted, with proof where the technique's name needs it.</summary>
    Techniques = 4,

    /// <summary>It names the body area wanted, its parent or one of its children.</summary>
    Area = 5,

    /// <summary>It takes on new people as wanted.</summary>
    Accepting = 6,

    /// <summary>There is unexpired, checked proof, when that is wanted.</summary>
    Verified = 7,

    /// <summary>The language wanted is spoken.</summary>
    Language = 8,

    /// <summary>The gender is as wanted.</summary>
    Gender = 9,

    /// <summary>Every word looked for begins a word of it, protected words with proof.</summary>
    Words = 10,

    /// <summary>A place within reach, a visit to the origin, or online when asked for, with what is needed of it.</summary>
    Reach = 11,
}

/// <summary>Whether a rule holds for a listing.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Passed">Whether it holds.</param>
public sealed record RuleResult(SearchRule Rule, bool Passed);

/// <summary>How a listing is reached.</summary>
public enum MatchedBy
{
    /// <summary>A place of theirs, clinic or home.</summary>
    Clinic = 0,

    /// <summary>They visit the origin.</summary>
    Visit = 1,

    /// <summary>Online.</summary>
    Online = 2,
}

/// <summary>The one way in which a listing appears in results.</summary>
/// <param name="By">How.</param>
/// <param name="Metres">Distance from the origin to <paramref name="Point"/>; null online and without an origin.</param>
/// <param name="Point">The public point of the place, or the centre of the visit base's cell; null online.</param>
/// <param name="Key">Key of the location or visit area within the listing's content; null online.</param>
public sealed record Match(MatchedBy By, int? Metres, GeoPoint? Point, string? Key);

/// <summary>What keeps a way of reaching somebody from counting.</summary>
public enum ReachBarrier
{
    /// <summary>Nothing: it counts.</summary>
    None = 0,

    /// <summary>Another way of being seen was asked for.</summary>
    Setting = 1,

    /// <summary>Something was asked for that this place or its hours do not have.</summary>
    Needs = 2,

    /// <summary>It lies outside the region that was searched.</summary>
    Region = 3,

    /// <summary>It lies further away than was asked for.</summary>
    Distance = 4,

    /// <summary>Visits are not made where the search starts from.</summary>
    Cover = 5,
}

/// <summary>A way in which somebody may be reached: a place, a home-visit area, or online.</summary>
/// <param name="Match">How the listing would appear by it.</param>
/// <param name="Barrier">What keeps it from counting; the first, where there are several.</param>
/// <param name="Locality">The town of the place or of the visits' base; null online.</param>
public sealed record Way(Match Match, ReachBarrier Barrier, string? Locality);

/// <summary>What every rule of search says about one listing.</summary>
/// <param name="Rules">Each rule, in order.</param>
/// <param name="Ways">Every way in which the listing may be reached, the better ones first.</param>
/// <param name="Match">How it appears, when every rule holds.</param>
public sealed record Evaluation(IReadOnlyList<RuleResult> Rules, IReadOnlyList<Way> Ways, Match? Match)
{
    /// <summary>Whether the listing is a result.</summary>
    public bool Matches => Match is not null;
}
