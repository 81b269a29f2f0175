namespace PractitionerFinder.Core.Learn;

/// <summary>What research there is under a name, and what it found: always shown together and in the same words (evidence base, section 3.19).</summary>
/// <param name="Strokes">How much there is: 0 none, 1 little, 2 some, 3 a fair amount, 4 a lot.</param>
/// <param name="Finding">What it found, in the words used everywhere.</param>
public sealed record Evidence(int Strokes, string Finding)
{
    /// <summary>The most that <see cref="Strokes"/> can be.</summary>
    public const int MostStrokes = 4;

    /// <summary>The words for <see cref="Strokes"/>, which always stand beside them.</summary>
    public string InWords => WordsOf(Strokes);

    /// <summary>The words for so many strokes.</summary>
    public static string WordsOf(int strokes) => strokes switch
    {
        0 => "Nothing we could grade",
        1 => "Little research",
        2 => "Some research",
        3 => "A fair amount of research",
        _ => "A lot of research",
    };
}

/// <summary>What evidence front matter states.</summary>
internal sealed class EvidenceFront
{
    public int? Strokes { get; set; }

    public string? Finding { get; set; }

    /// <exception cref="InvalidDataException">A value is missing or out of range; the message names the line.</exception>
    public static Evidence Read(EvidenceFront? front, MarkdownFile file)
    {
        var strokes = front?.Strokes is { } given and >= 0 and <= Evidence.MostStrokes ? given : throw file.Wrong("strokes", "'evidence: strokes' is 0 to 4.");
        return new Evidence(strokes, file.Required(front!.Finding, "finding", "evidence: finding"));
    }
}
