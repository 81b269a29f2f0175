using System.Collections.Immutable;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Geography.Places.Index;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder;

/// <summary>
/// The words that somebody may be found by, and which of them was meant by a word that nobody can be found by. It never changes;
/// <see cref="With"/> makes another that knows more words.
/// </summary>
public sealed class Spelling
{
    // A short word is a letter away from too many others.
    private const int LeastLetters = 4;
    private const int LettersForTwoEdits = 8;

    // In ordinal order, so that those with the same beginning stand together; beside each, how often it was met.
    private readonly string[] words;
    private readonly int[] counts;
    private readonly ImmutableSortedSet<string> later;

    private Spelling(string[] words, int[] counts, ImmutableSortedSet<string> later)
    {
        this.words = words;
        this.counts = counts;
        this.later = later;
    }

    /// <summary>What was most likely meant by plain words, each by itself.</summary>
    /// <returns>As many words; those that somebody can be found by, or that no known word is near to, as they were.</returns>
    public IReadOnlyList<string> Correct(IReadOnlyList<string> typed) => [.. typed.Select(Correct)];

    /// <summary>The spelling of this and of what was written later.</summary>
    /// <param name="texts">Plain words, with spaces between.</param>
    public Spelling With(IEnumerable<string> texts)
    {
        var more = later.Union(texts.SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => Array.BinarySearch(words, w, StringComparer.Ordinal) < 0));
        return more.Count == later.Count ? this : new Spelling(words, counts, more);
    }

    /// <summary>The words of the building.</summary>
    internal void Save(SectionWriter sections)
    {
        sections.Write(words);
        sections.Write<int>(counts);
    }

    internal static Spelling Load(SectionReader sections) =>
        new(sections.Texts(), sections.Later<int>(), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    private string Correct(string word)
    {
        if (word.Length < LeastLetters || IsKnown(word))
        {
            return word;
        }

        var (best, least, most) = (word, word.Length < LettersForTwoEdits ? 1 : 2, 0);
        foreach (var (candidate, count) in Beginning(word[0]))
        {
            var edits = EditDistance.Within<char>(word, candidate, least);
            if (edits < least || (edits == least && count > most))
            {
                (best, least, most) = (candidate, edits, count);
            }
        }

        return best;
    }

    /// <summary>Known words with a first letter: hardly anybody mistypes that one, and it leaves a twentieth of the words.</summary>
    private IEnumerable<(string Word, int Count)> Beginning(char first)
    {
        for (var i = Lower(first.ToString()); i < words.Length && words[i][0] == first; i++)
        {
            yield return (words[i], counts[i]);
        }

        foreach (var word in later)
        {
            if (word[0] == first)
            {
                yield return (word, 1);
            }
        }
    }

    private bool IsKnown(string prefix)
    {
        var at = Lower(prefix);
        return (at < words.Length && words[at].StartsWith(prefix, StringComparison.Ordinal)) || later.Any(w => w.StartsWith(prefix, StringComparison.Ordinal));
    }

    private int Lower(string word)
    {
        var at = Array.BinarySearch(words, word, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }

    /// <summary>Gathers words.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> met = new(StringComparer.Ordinal);

        /// <summary>Begins with the words of the vocabulary, by which whoever can prove them is found.</summary>
        public Builder(Vocabulary vocabulary)
        {
            foreach (var text in vocabulary.Techniques.SelectMany(t => t.ProtectedWords.Append(t.Name)).Concat(vocabulary.Areas.Select(a => a.Name)))
            {
                Add(PlainWords.Line(text));
            }
        }

        /// <summary>Takes the words of a text.</summary>
        /// <param name="text">Plain words, with spaces between.</param>
        public void Add(string text)
        {
            var lookup = met.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var part in text.AsSpan().Split(' '))
            {
                if (text.AsSpan(part) is { IsEmpty: false } word)
                {
                    lookup[word] = lookup.TryGetValue(word, out var count) ? count + 1 : 1;
                }
            }
        }

        /// <summary>The spelling of all that was taken.</summary>
        public Spelling Build()
        {
            string[] words = [.. met.Keys];
            int[] counts = [.. met.Values];
            Array.Sort(words, counts, StringComparer.Ordinal);
            return new Spelling(words, counts, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
        }
    }
}
