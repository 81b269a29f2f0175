using PractitionerFinder.Core.Finder.Saving;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>The words that rows are found by: distinct words in order, so that a prefix is a range of numbers, the numbers of each row, and the rows of each number.</summary>
internal sealed class WordTable
{
    private readonly string[] words;
    private readonly int[] starts;

    // For each different text, a count and then the numbers of its words.
    private readonly int[] numbers;

    // The rows of each number one after another, and where those of each begin.
    private readonly int[] rows;
    private readonly int[] firsts;

    private WordTable(string[] words, int[] starts, int[] numbers)
    {
        this.words = words;
        this.starts = starts;
        this.numbers = numbers;
        (rows, firsts) = Invert();
    }

    private WordTable(SectionReader sections)
    {
        words = sections.Texts();
        starts = sections.Later<int>();
        numbers = sections.Later<int>();
        rows = sections.Later<int>();
        firsts = sections.Later<int>();
    }

    /// <summary>Every word, in ordinal order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The numbers of the words that a prefix begins: from the first to before the last.</summary>
    public (int From, int To) Range(string prefix) => (Lower(prefix), Lower(prefix + char.MaxValue));

    /// <summary>Whether some word of a row has a number in a range.</summary>
    public bool Has(int row, (int From, int To) range)
    {
        var start = starts.Length == 0 ? 0 : starts[row];
        foreach (var number in numbers.AsSpan(start + 1, numbers[start]))
        {
            if ((uint)(number - range.From) < (uint)(range.To - range.From))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every row with a word in a range, as often as it has one.</summary>
    public ReadOnlySpan<int> RowsOf((int From, int To) range) => rows.AsSpan(firsts[range.From]..firsts[range.To]);

    public void Save(SectionWriter sections)
    {
        sections.Write(words);
        sections.Write<int>(starts);
        sections.Write<int>(numbers);
        sections.Write<int>(rows);
        sections.Write<int>(firsts);
    }

    public static WordTable Load(SectionReader sections) => new(sections);

    private (int[] Rows, int[] Firsts) Invert()
    {
        var firsts = new int[words.Length + 1];
        foreach (var start in starts)
        {
            foreach (var number in numbers.AsSpan(start + 1, numbers[start]))
            {
                firsts[number + 1]++;
            }
        }

        for (var i = 1; i < firsts.Length; i++)
        {
            firsts[i] += firsts[i - 1];
        }

        var rows = new int[firsts[^1]];
        var next = firsts.ToArray();
        for (var row = 0; row < starts.Length; row++)
        {
            foreach (var number in numbers.AsSpan(starts[row] + 1, numbers[starts[row]]))
            {
                rows[next[number]++] = row;
            }
        }

        return (rows, firsts);
    }

    private int Lower(string word)
    {
        var (from, to) = (0, words.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = string.CompareOrdinal(words[middle], word) < 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>Gathers the words of texts.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> met = new(StringComparer.Ordinal);
        private readonly List<int> numbers = [0];

        /// <summary>Whether no text had a word.</summary>
        public bool IsEmpty => met.Count == 0;

        /// <summary>Takes the words of a text; returns where they stand.</summary>
        public int Add(string text)
        {
            var lookup = met.GetAlternateLookup<ReadOnlySpan<char>>();
            var start = numbers.Count;
            numbers.Add(0);
            foreach (var part in text.AsSpan().Split(' '))
            {
                if (text.AsSpan(part) is { IsEmpty: false } word)
                {
                    if (!lookup.TryGetValue(word, out var number))
                    {
                        number = met.Count;
                        lookup[word] = number;
                    }

                    numbers.Add(number);
                }
            }

            numbers[start] = numbers.Count - start - 1;
            return numbers[start] == 0 ? Nothing(start) : start;
        }

        /// <summary>Puts the words in order.</summary>
        /// <param name="starts">By row, what <see cref="Add"/> returned.</param>
        public WordTable Build(int[] starts)
        {
            string[] words = [.. met.Keys.Order(StringComparer.Ordinal)];
            var inOrder = new int[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                inOrder[met[words[i]]] = i;
            }

            var ordered = numbers.ToArray();
            for (var i = 0; i < ordered.Length; i += ordered[i] + 1)
            {
                foreach (ref var number in ordered.AsSpan(i + 1, ordered[i]))
                {
                    number = inOrder[number];
                }
            }

            return new WordTable(words, starts, ordered);
        }

        // All texts without words share the one at the beginning.
        private int Nothing(int start)
        {
            numbers.RemoveAt(start);
            return 0;
        }
    }
}
