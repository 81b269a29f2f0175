namespace PractitionerFinder.Core.Learn;

/// <summary>What a technique's name or the words that go with it need before they are shown.</summary>
public enum TitleRule
{
    /// <summary>No title or mark is known: anyone may list it.</summary>
    None = 0,

    /// <summary>The technique is free; its <see cref="Technique.TitleWords"/> need proof.</summary>
    TrainingEvidence = 1,

    /// <summary>The name is protected by law: it shows and matches only with proof.</summary>
    Registration = 2,

    /// <summary>The name is a mark: it shows and matches only with proof.</summary>
    Trademark = 3,
}

/// <summary>A technique of the vocabulary: a row of the evidence tables, as its page's front matter holds it.</summary>
public sealed record Technique
{
    private const int LongestAbbreviation = 4;

    /// <summary>Address and key; never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>Name as shown.</summary>
    public required string Name { get; init; }

    /// <summary>What people type for it; for search only, never shown as a claim.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Group in indexes.</summary>
    public required string Family { get; init; }

    /// <summary>One sentence on what it is.</summary>
    public required string OneLine { get; init; }

    /// <summary>What research there is, and what it found.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>What the name or its words need before they are shown.</summary>
    public TitleRule TitleRule { get; init; }

    /// <summary>Words that need proof although the technique does not.</summary>
    public IReadOnlyList<string> TitleWords { get; init; } = [];

    /// <summary>Keys of the references behind <see cref="Evidence"/>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether the technique itself shows, matches and counts only while its proof is unexpired.</summary>
    public bool NeedsProof => TitleRule is TitleRule.Registration or TitleRule.Trademark;

    /// <summary>
    /// Words that only those with proof may be found or described by: the title words, and the name and aliases of a
    /// technique whose own name is protected. An abbreviation such as ART is left out: as a plain word it means
    /// something else, and would take harmless sentences with it.
    /// </summary>
    public IEnumerable<string> ProtectedWords =>
        NeedsProof ? [Name, .. Aliases.Where(a => a.Length > LongestAbbreviation), .. TitleWords] : TitleWords;
}

/// <summary>An area of the body, from one list for the body map, listings and search.</summary>
/// <param name="Slug">Address and key.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="Parent">Slug of the wider area; null for a wide one. There are two levels.</param>
/// <param name="PlainWords">What people type for it; for search only.</param>
/// <param name="FeltIn">Codes of the places in it where pain of a muscle may be felt; no other area has them.</param>
public sealed record BodyArea(string Slug, string Name, string? Parent, IReadOnlyList<string> PlainWords, IReadOnlyList<string> FeltIn)
{
    /// <summary>Whether left and right are told apart.</summary>
    public bool HasSides { get; init; } = true;

    /// <summary>From where it is seen.</summary>
    public BodyViews Views { get; init; } = BodyViews.Both;
}
