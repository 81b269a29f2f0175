using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What became of a stretch of text.</summary>
public enum WordKind
{
    /// <summary>It is in both.</summary>
    Kept = 0,

    /// <summary>It is in the old text alone.</summary>
    Removed = 1,

    /// <summary>It is in the new text alone.</summary>
    Added = 2,
}

/// <summary>A stretch of text, spaces included.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The stretch.</param>
public sealed record WordChange(WordKind Kind, string Text);

/// <summary>
/// What differs between two texts, word by word: the longest common subsequence of words, by the table of Wagner and Fischer
/// (1974). Texts of thousands of words, which no field holds, are told apart as wholes.
/// </summary>
public static partial class WordDiff
{
    private const int MostWords = 2500;

    /// <summary>Stretches in order. Kept and removed ones together are the old text, kept and added ones the new.</summary>
    public static IReadOnlyList<WordChange> Between(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        if (old.Length > MostWords || now.Length > MostWords)
        {
            return before == after ? [new(WordKind.Kept, after)] : [new(WordKind.Removed, before), new(WordKind.Added, after)];
        }

        // lengths[i, j]: the longest common part of what follows word i of the old and word j of the new text.
        var lengths = new ushort[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? (ushort)(lengths[i + 1, j + 1] + 1) : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var changes = new List<WordChange>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Add(WordKind.Kept, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                Add(WordKind.Removed, old[i++]);
            }
            else
            {
                Add(WordKind.Added, now[j++]);
            }
        }

        return changes;

        void Add(WordKind kind, string word)
        {
            if (changes.Count > 0 && changes[^1].Kind == kind)
            {
                changes[^1] = changes[^1] with { Text = changes[^1].Text + word };
            }
            else
            {
                changes.Add(new WordChange(kind, word));
            }
        }
    }

    private static string[] Split(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    // A word with the spaces behind it, so that nothing is lost and a changed word does not leave a space behind.
    [GeneratedRegex(@"\S+\s*|^\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
