namespace PractitionerFinder.Core.Learn;

/// <summary>
/// A muscle, and where teachers and clinics map the pain that pressing it may bring on: a row of <c>referred-pain.tsv</c>.
/// These are areas that people often report. They are no diagnosis.
/// </summary>
public sealed record ReferredPain
{
    /// <summary>Name of the muscle.</summary>
    public required string Muscle { get; init; }

    /// <summary>Slug of the area in which it sits.</summary>
    public required string BodyArea { get; init; }

    /// <summary>Codes of the places where the ache is reported; each belongs to one area (<see cref="BodyArea.FeltIn"/>).</summary>
    public required IReadOnlyList<string> FeltIn { get; init; }

    /// <summary>What such pain is often called, with what has to be ruled out first.</summary>
    public required string Label { get; init; }

    /// <summary>A question to ask oneself; null where no source stands behind it, and then none is shown.</summary>
    public required string? Hint { get; init; }

    /// <summary>Slugs of the techniques that are used for it by custom; not proven choices.</summary>
    public required IReadOnlyList<string> Techniques { get; init; }

    /// <summary>Slugs of what people do for it by themselves.</summary>
    public required IReadOnlyList<string> SelfCare { get; init; }

    /// <summary>Keys of its sources; none where none was found, and then it is not shown.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
