namespace PractitionerFinder.Core.Learn;

/// <summary>The text of a page on a technique, ready to be shown.</summary>
public sealed record LearnPage
{
    /// <summary>Address and key: the technique's.</summary>
    public required string Slug { get; init; }

    /// <summary>The sections in order; each heading of <see cref="Headings"/> once.</summary>
    public required IReadOnlyList<LearnSection> Sections { get; init; }

    /// <summary>The sources cited, in the order in which they are first named: the first is number 1.</summary>
    public required IReadOnlyList<Reference> Sources { get; init; }

    /// <summary>Day on which the text was last compared with its sources.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Day by which it is to be compared again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>Slugs of pages on related techniques.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>What every page on a technique has, in this order.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "What it is", "What practitioners say", "What the evidence says", "What a session is like",
        "Who should avoid it, or check first", "Training and titles", "Questions to ask",
    ];

    /// <summary>The section of a heading.</summary>
    public LearnSection Section(string heading) => Sections.First(s => s.Heading == heading);
}

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Html">Its text, as HTML of our own making: paragraphs, lists and numbered links to the sources.</param>
public sealed record LearnSection(string Heading, string Html);
