using System.Collections.Frozen;

namespace PractitionerFinder.Core.Finder;

/// <summary>What an engine answers.</summary>
/// <param name="Total">How many listings match.</param>
/// <param name="Page">Those of the page asked for, in order.</param>
/// <param name="Facets">How many there would be with other choices.</param>
/// <param name="Relaxations">Changes that would find more, when few match.</param>
public sealed record SearchAnswer(
    int Total, IReadOnlyList<Found> Page, Facets Facets, IReadOnlyList<Relaxation> Relaxations)
{
    /// <summary>With fewer results than this, changes that would find more are offered.</summary>
    public const int Few = 5;

    /// <summary>So many of the nearest are shown where nobody is within the distance.</summary>
    public const int MostBeyond = 3;

    /// <summary>
    /// Where nobody is within the radius: the nearest that the same question finds without one, at most
    /// <see cref="MostBeyond"/>, the nearest first. None otherwise.
    /// </summary>
    public IReadOnlyList<Found> Beyond { get; init; } = [];
}

/// <summary>A listing that was found.</summary>
/// <param name="ListingId">Key of the listing.</param>
/// <param name="Match">How it appears.</param>
public sealed record Found(long ListingId, Match Match);

/// <summary>
/// Counts of other choices: each number is the total of the same search with that one value chosen for the facet in
/// place of what is chosen for it now. Values that would find nobody are left out.
/// </summary>
public sealed record Facets
{
    /// <summary>By slug.</summary>
    public required IReadOnlyDictionary<string, int> Technique { get; init; }

    /// <summary>By word of <see cref="Setting"/>.</summary>
    public required IReadOnlyDictionary<string, int> Setting { get; init; }

    /// <summary>By ISO 639-1 code.</summary>
    public required IReadOnlyDictionary<string, int> Language { get; init; }

    /// <summary>By slug of the area: those who name it, its parent or one of its children.</summary>
    public required IReadOnlyDictionary<string, int> Area { get; init; }

    /// <summary>By word of <see cref="Finder.Needs"/>, each alone.</summary>
    public required IReadOnlyDictionary<string, int> Need { get; init; }

    /// <summary>By word of <see cref="Listings.Accepting"/>.</summary>
    public required IReadOnlyDictionary<string, int> Accepting { get; init; }

    /// <summary>Those with proof, under <see cref="VerifiedWord"/>.</summary>
    public required IReadOnlyDictionary<string, int> Verified { get; init; }

    /// <summary>Nothing was counted.</summary>
    public static Facets None { get; } = new()
    {
        Technique = FrozenDictionary<string, int>.Empty,
        Setting = FrozenDictionary<string, int>.Empty,
        Language = FrozenDictionary<string, int>.Empty,
        Area = FrozenDictionary<string, int>.Empty,
        Need = FrozenDictionary<string, int>.Empty,
        Accepting = FrozenDictionary<string, int>.Empty,
        Verified = FrozenDictionary<string, int>.Empty,
    };

    /// <summary>The one value of <see cref="Verified"/>.</summary>
    public const string VerifiedWord = "true";
}

/// <summary>A single change that finds more.</summary>
/// <param name="Change">`within`, `include-online`, `any-technique`, `related` or `drop`.</param>
/// <param name="Value">The radius such as 15mi, `online`, `any`, the family of techniques, or the name of the parameter that is dropped.</param>
/// <param name="Total">How many match with the change.</param>
/// <param name="Criteria">The changed question.</param>
public sealed record Relaxation(string Change, string Value, int Total, SearchCriteria Criteria);

/// <summary>How much of an answer is asked for.</summary>
public enum SearchDepth
{
    /// <summary>The total and the page.</summary>
    Page = 0,

    /// <summary>The counts of techniques too.</summary>
    Techniques = 1,

    /// <summary>Every facet, the ladder and who is nearest beyond.</summary>
    Everything = 2,
}
