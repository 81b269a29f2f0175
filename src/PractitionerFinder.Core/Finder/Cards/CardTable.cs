using System.Collections.Frozen;
using PractitionerFinder.Core.Finder.Saving;

namespace PractitionerFinder.Core.Finder.Cards;

/// <summary>
/// The cards of all published listings in memory: some 200 bytes each, in a few large arrays that cost the garbage collector
/// nothing. It never changes, so that any number of threads may read it; <see cref="With"/> makes another that knows of changes.
/// </summary>
public sealed class CardTable
{
    private readonly long[] ids;
    private readonly long[] starts;
    private readonly byte[][] chunks;
    private readonly string[] words;
    private readonly FrozenDictionary<long, CardFacts?> changes;

    private CardTable(long[] ids, long[] starts, byte[][] chunks, string[] words, FrozenDictionary<long, CardFacts?> changes)
    {
        this.ids = ids;
        this.starts = starts;
        this.chunks = chunks;
        this.words = words;
        this.changes = changes;
    }

    /// <summary>Bytes that the cards take up.</summary>
    public long Bytes => chunks.Sum(c => (long)c.Length) + sizeof(long) * (ids.LongLength + starts.LongLength);

    /// <summary>The card of a listing; null when there is none.</summary>
    public CardFacts? Of(long id)
    {
        if (changes.TryGetValue(id, out var changed))
        {
            return changed;
        }

        var at = Array.BinarySearch(ids, id);
        return at < 0 ? null : Read(id, starts[at]);
    }

    /// <summary>The cards after changes.</summary>
    /// <param name="news">Cards as they are now, by id; null of listings that are no longer published.</param>
    public CardTable With(IEnumerable<KeyValuePair<long, CardFacts?>> news)
    {
        var all = changes.ToDictionary();
        foreach (var (id, card) in news)
        {
            all[id] = card;
        }

        return new CardTable(ids, starts, chunks, words, all.ToFrozenDictionary());
    }

    /// <summary>The cards as they were built.</summary>
    internal void Save(SectionWriter sections)
    {
        sections.Write(words);
        sections.Write<long>(ids);
        sections.Write<long>(starts);
        sections.Write<int>([chunks.Length]);
        foreach (var chunk in chunks)
        {
            sections.Write<byte>(chunk);
        }
    }

    internal static CardTable Load(SectionReader sections)
    {
        var (words, ids, starts) = (sections.Texts(), sections.Later<long>(), sections.Later<long>());
        var chunks = new byte[sections.Now<int>()[0]][];
        foreach (ref var chunk in chunks.AsSpan())
        {
            chunk = sections.Later<byte>();
        }

        return new CardTable(ids, starts, chunks, words, FrozenDictionary<long, CardFacts?>.Empty);
    }

    private CardFacts Read(long id, long start)
    {
        var reader = new CardReader(chunks[start / Builder.ChunkBytes].AsSpan((int)(start % Builder.ChunkBytes)), words);
        return reader.Read(id);
    }

    /// <summary>Gathers cards.</summary>
    public sealed class Builder
    {
        internal const int ChunkBytes = 1 << 20;

        private readonly List<long> ids = [];
        private readonly List<long> starts = [];
        private readonly List<byte[]> chunks = [];
        private readonly CardWriter writer = new();
        private int used = ChunkBytes;

        /// <summary>Takes a card.</summary>
        /// <exception cref="ArgumentException">Its id is not above those of all before.</exception>
        public void Add(CardFacts card)
        {
            if (ids.Count > 0 && card.Id <= ids[^1])
            {
                throw new ArgumentException("Cards come in the order of their ids.", nameof(card));
            }

            var bytes = writer.Write(card);
            if (ChunkBytes - used < bytes.Length)
            {
                chunks.Add(new byte[ChunkBytes]);
                used = 0;
            }

            ids.Add(card.Id);
            starts.Add((long)(chunks.Count - 1) * ChunkBytes + used);
            bytes.CopyTo(chunks[^1].AsSpan(used));
            used += bytes.Length;
        }

        /// <summary>The table of all that were taken.</summary>
        public CardTable Build() => new([.. ids], [.. starts], [.. chunks], writer.Words, FrozenDictionary<long, CardFacts?>.Empty);
    }
}
