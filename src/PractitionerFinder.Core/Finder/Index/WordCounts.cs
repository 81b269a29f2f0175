using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Words by number and numbers by word.</summary>
internal sealed class NumberedWords(string[] words)
{
    private readonly FrozenDictionary<string, int> numbers = words.Select((w, i) => (w, i)).ToFrozenDictionary(w => w.w, w => w.i, StringComparer.Ordinal);

    public int Count => words.Length;

    public string this[int number] => words[number];

    public bool TryGet(string word, out int number) => numbers.TryGetValue(word, out number);
}

/// <summary>Counts by word, those of nobody left out: a copy of numbers, where a dictionary would hash every word of every answer.</summary>
internal sealed class WordCounts : IReadOnlyDictionary<string, int>
{
    private readonly NumberedWords words;
    private readonly int[] counts;

    public WordCounts(NumberedWords words, ReadOnlySpan<int> counts)
    {
        this.words = words;
        this.counts = counts[..words.Count].ToArray();
        foreach (var count in this.counts)
        {
            Count += count > 0 ? 1 : 0;
        }
    }

    public int Count { get; }

    public IEnumerable<string> Keys => this.Select(c => c.Key);

    public IEnumerable<int> Values => this.Select(c => c.Value);

    public int this[string key] => TryGetValue(key, out var count) ? count : throw new KeyNotFoundException($"Nobody was counted for '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value)
    {
        value = words.TryGet(key, out var number) ? counts[number] : 0;
        return value > 0;
    }

    public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                yield return new(words[i], counts[i]);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
