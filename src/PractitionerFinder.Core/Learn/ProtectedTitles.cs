using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Learn;

/// <summary>
/// Words that only those with unexpired, checked proof may be described or found by: titles, letters after a name, and
/// names of methods that are marks.
/// </summary>
public sealed partial class ProtectedTitles
{
    private readonly List<(string[] Words, string Technique)> phrases;

    /// <summary>Gathers the words of the techniques, longest phrase first.</summary>
    public ProtectedTitles(IEnumerable<Technique> techniques) => phrases =
    [
        .. techniques
            .SelectMany(t => t.ProtectedWords.Select(w => (Words: PlainWords.Of(w).ToArray(), t.Slug)))
            .DistinctBy(p => string.Join(' ', p.Words))
            .OrderByDescending(p => p.Words.Length),
    ];

    /// <summary>Parts the words of a text into free ones and the techniques whose protected words it uses.</summary>
    public (IReadOnlyList<string> Free, IReadOnlyList<string> Techniques) Part(IReadOnlyList<string> words)
    {
        var free = new List<string>();
        var techniques = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count;)
        {
            var found = phrases.FirstOrDefault(p => words.Skip(i).Take(p.Words.Length).SequenceEqual(p.Words));
            if (found.Technique is null)
            {
                free.Add(words[i++]);
            }
            else
            {
                techniques.Add(found.Technique);
                i += found.Words.Length;
            }
        }

        return (free, [.. techniques]);
    }

    /// <summary>
    /// The text without the sentences that use a protected word of a technique for which there is no proof; line
    /// breaks stay. Empty when nothing is left.
    /// </summary>
    public string WithoutUnproven(string text, Func<string, bool> isProven) => string.Join('\n', text.Split('\n').Select(line =>
        Part(PlainWords.Of(line)).Techniques.All(isProven)
            ? line
            : string.Concat(Sentence().Matches(line).Select(m => m.Value)
                .Where(s => Part(PlainWords.Of(s)).Techniques.All(isProven))).Trim())).Trim();

    // A sentence ends with its mark and the space behind it; what has no mark runs to the end of the line.
    [GeneratedRegex(@".+?(?:[.!?…]+(?=\s|$)\s*|$)")]
    private static partial Regex Sentence();
}
