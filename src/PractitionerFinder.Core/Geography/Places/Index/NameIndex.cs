using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Sorted keys, each with the rows that carry it: exact names by binary search, prefixes as a range.</summary>
internal sealed class NameIndex
{
    private readonly byte[] letters;
    private readonly int[] keyStarts;
    private readonly int[] postings;
    private readonly int[] postingStarts;

    private NameIndex(byte[] letters, int[] keyStarts, int[] postings, int[] postingStarts)
    {
        this.letters = letters;
        this.keyStarts = keyStarts;
        this.postings = postings;
        this.postingStarts = postingStarts;
    }

    /// <summary>Number of different keys.</summary>
    public int Count => keyStarts.Length - 1;

    public ReadOnlySpan<byte> Key(int number) => letters.AsSpan(keyStarts[number]..keyStarts[number + 1]);

    /// <summary>The rows of a key: row × 2, plus 1 where the key is an alternative name of the row.</summary>
    public ReadOnlySpan<int> Postings(int number) => postings.AsSpan(postingStarts[number]..postingStarts[number + 1]);

    /// <summary>The rows of a name, empty if nothing is called so.</summary>
    public ReadOnlySpan<int> Postings(ReadOnlySpan<char> key)
    {
        Span<byte> ascii = stackalloc byte[PlaceKey.MaxLength];
        if (key.Length > ascii.Length)
        {
            return [];
        }

        ascii = ascii[..Encoding.ASCII.GetBytes(key, ascii)];
        var number = FirstFrom(ascii);
        return number < Count && Key(number).SequenceEqual(ascii) ? Postings(number) : [];
    }

    public bool Has(ReadOnlySpan<char> key) => Postings(key).Length > 0;

    /// <summary>The numbers of the keys that begin with a text, the text itself among them.</summary>
    public Range StartingWith(ReadOnlySpan<byte> prefix)
    {
        var first = FirstFrom(prefix);
        Span<byte> beyond = stackalloc byte[prefix.Length + 1];
        prefix.CopyTo(beyond);
        beyond[^1] = byte.MaxValue;
        return first..FirstFrom(beyond);
    }

    private int FirstFrom(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Key(middle).SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Gathers names, then sorts them once.</summary>
    public sealed class Builder
    {
        private readonly List<Entry> entries = new(400_000);
        private byte[] text = new byte[8 << 20];
        private int length;

        /// <summary>Adds a name of a row, unless it has no letters or the row has it already.</summary>
        public void Add(int row, ReadOnlySpan<char> name, bool alternative)
        {
            if (text.Length - length < PlaceKey.MaxLength)
            {
                Array.Resize(ref text, text.Length * 2);
            }

            var size = PlaceKey.Fold(name, text.AsSpan(length, PlaceKey.MaxLength));
            if (size == 0)
            {
                return;
            }

            for (var i = entries.Count - 1; i >= 0 && entries[i].Posting >> 1 == row; i--)
            {
                if (entries[i].Length == size && Letters(entries[i]).SequenceEqual(text.AsSpan(length, size)))
                {
                    return;
                }
            }

            entries.Add(new Entry(Head(text.AsSpan(length, size)), length, (byte)size, row << 1 | (alternative ? 1 : 0)));
            length += size;
        }

        /// <summary>Takes in what another builder gathered, for rows above this one's.</summary>
        public void AddAll(Builder other)
        {
            while (text.Length - length < other.length)
            {
                Array.Resize(ref text, text.Length * 2);
            }

            other.text.AsSpan(0, other.length).CopyTo(text.AsSpan(length));
            foreach (var entry in other.entries)
            {
                entries.Add(entry with { Start = entry.Start + length });
            }

            length += other.length;
        }

        public NameIndex Build()
        {
            var sorted = entries.ToArray();
            Sort(sorted);
            var letters = new byte[length];
            var keyStarts = new List<int>(sorted.Length);
            var postingStarts = new List<int>(sorted.Length);
            var postings = new int[sorted.Length];
            var written = 0;
            for (var i = 0; i < sorted.Length; i++)
            {
                if (i == 0 || !SameKey(sorted[i - 1], sorted[i]))
                {
                    keyStarts.Add(written);
                    postingStarts.Add(i);
                    Letters(sorted[i]).CopyTo(letters.AsSpan(written));
                    written += sorted[i].Length;
                }

                postings[i] = sorted[i].Posting;
            }

            keyStarts.Add(written);
            postingStarts.Add(sorted.Length);
            return new NameIndex(letters[..written], [.. keyStarts], postings, [.. postingStarts]);
        }

        /// <summary>Two halves on two cores: the letters before "m" hold half of the world's names.</summary>
        private void Sort(Entry[] sorted)
        {
            var half = Partition(sorted, (ulong)'m' << 56);
            Parallel.Invoke(
                () => Array.Sort(sorted, 0, half, Comparer<Entry>.Create(Compare)),
                () => Array.Sort(sorted, half, sorted.Length - half, Comparer<Entry>.Create(Compare)));
        }

        private static int Partition(Entry[] entries, ulong head)
        {
            var low = 0;
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].Head < head)
                {
                    (entries[low], entries[i]) = (entries[i], entries[low]);
                    low++;
                }
            }

            return low;
        }

        private int Compare(Entry a, Entry b)
        {
            var order = a.Head.CompareTo(b.Head);
            if (order == 0 && (a.Length > 8 || b.Length > 8))
            {
                order = Letters(a).SequenceCompareTo(Letters(b));
            }

            return order != 0 ? order : a.Posting.CompareTo(b.Posting);
        }

        private bool SameKey(Entry a, Entry b) => a.Head == b.Head && a.Length == b.Length && Letters(a).SequenceEqual(Letters(b));

        private ReadOnlySpan<byte> Letters(Entry entry) => text.AsSpan(entry.Start, entry.Length);

        /// <summary>The first eight letters as one number of the same order, which settles most comparisons.</summary>
        private static ulong Head(ReadOnlySpan<byte> key)
        {
            Span<byte> head = stackalloc byte[8];
            head.Clear();
            key[..Math.Min(8, key.Length)].CopyTo(head);
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(head);
        }

        private readonly record struct Entry(ulong Head, int Start, byte Length, int Posting);
    }
}
