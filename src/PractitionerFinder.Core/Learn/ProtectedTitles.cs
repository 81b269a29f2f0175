using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Learn;

/// <summary>
/// Words that only those with unexpired, checked proof may be described or found by: titles, letters after a name, and
/// names of methods that are marks.
/// </summary>
public sealed partial class ProtectedTitles
{
    // By first word, the longest phrase first: nearly every word of a text begins no phrase.
    private readonly Dictionary<string, List<(string[] Words, string Technique)>> phrases;

    private readonly SearchValues<string> firstWords;

    /// <summary>Gathers the words of the techniques.</summary>
    public ProtectedTitles(IEnumerable<Technique> techniques)
    {
        phrases = techniques
            .SelectMany(t => t.ProtectedWords.Select(w => (Words: PlainWords.Of(w).ToArray(), Technique: t.Slug)))
            .DistinctBy(p => string.Join(' ', p.Words))
            .GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToList(), StringComparer.Ordinal);
        firstWords = SearchValues.Create([.. phrases.Keys], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Parts the words of a text into free ones and the techniques whose protected words it uses.</summary>
    public (IReadOnlyList<string> Free, IReadOnlyList<string> Techniques) Part(IReadOnlyList<string> words)
    {
        var free = new List<string>();
        var techniques = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count;)
        {
            if (phrases.TryGetValue(words[i], out var begun)
                && begun.Find(p => words.Skip(i).Take(p.Words.Length).SequenceEqual(p.Words)) is { Technique: { } technique } found)
            {
                techniques.Add(technique);
                i += found.Words.Length;
            }
            else
            {
                free.Add(words[i++]);
            }
        }

        return (free, [.. techniques]);
    }

    /// <summary>
    /// The text without the sentences that use a protected word of a technique for which there is no proof; line
    /// breaks stay. Empty when nothing is left.
    /// </summary>
    public string WithoutUnproven(string text, Func<string, bool> isProven) => SurelyUsesNone(text) ? text.Trim() : string.Join('\n', text.Split('\n').Select(line =>
        Part(PlainWords.Of(line)).Techniques.All(isProven)
            ? line
            : string.Concat(Sentence().Matches(line).Select(m => m.Value)
                .Where(s => Part(PlainWords.Of(s)).Techniques.All(isProven))).Trim())).Trim();

    // Nearly every line of a card is such: in plain letters a protected word would stand as it is. An apostrophe in a word vanishes.
    private bool SurelyUsesNone(string text) => Ascii.IsValid(text) && !text.Contains('\'') && !text.Contains('`') && !text.AsSpan().ContainsAny(firstWords);

    // A sentence ends with its mark and the space behind it; what has no mark runs to the end of the line.
    [GeneratedRegex(@".+?(?:[.!?…]+(?=\s|$)\s*|$)")]
    private static partial Regex Sentence();
}
