using System.Buffers;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The keys of four letters or more by their runs of three letters, with a space before and after: what a mistyped
/// name shares with the right one.
/// </summary>
internal sealed class Trigrams
{
    private const int Letters = 37;
    private const int Slots = Letters * Letters * Letters;

    private readonly int[] starts = new int[Slots + 1];
    private readonly int[] keys;

    public Trigrams(NameIndex names)
    {
        Span<int> grams = stackalloc int[PlaceKey.MaxLength + 1];
        for (var key = 0; key < names.Count; key++)
        {
            foreach (var gram in Of(names.Key(key), grams))
            {
                starts[gram + 1]++;
            }
        }

        for (var slot = 0; slot < Slots; slot++)
        {
            starts[slot + 1] += starts[slot];
        }

        keys = new int[starts[Slots]];
        var next = starts[..Slots];
        for (var key = 0; key < names.Count; key++)
        {
            foreach (var gram in Of(names.Key(key), grams))
            {
                keys[next[gram]++] = key;
            }
        }
    }

    /// <summary>The numbers of the keys that share at least so many trigrams with a text.</summary>
    public List<int> Sharing(ReadOnlySpan<byte> text, int least, int keyCount)
    {
        Span<int> grams = stackalloc int[PlaceKey.MaxLength + 1];
        var shared = ArrayPool<byte>.Shared.Rent(keyCount);
        Array.Clear(shared, 0, keyCount);
        var found = new List<int>();
        foreach (var gram in Of(text, grams))
        {
            foreach (var key in keys.AsSpan(starts[gram]..starts[gram + 1]))
            {
                if (++shared[key] == least)
                {
                    found.Add(key);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(shared);
        return found;
    }

    /// <summary>How many different trigrams a text has.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        Span<int> grams = stackalloc int[PlaceKey.MaxLength + 1];
        return Of(text, grams).Length;
    }

    private static ReadOnlySpan<int> Of(ReadOnlySpan<byte> text, Span<int> grams)
    {
        if (text.Length is < 4 or > PlaceKey.MaxLength)
        {
            return [];
        }

        var count = 0;
        var gram = Letter(text[0]);
        for (var i = 1; i <= text.Length; i++)
        {
            gram = (gram * Letters + (i < text.Length ? Letter(text[i]) : 0)) % Slots;
            if (!grams[..count].Contains(gram))
            {
                grams[count++] = gram;
            }
        }

        return grams[..count];
    }

    private static int Letter(byte letter) => letter switch
    {
        >= (byte)'a' => letter - 'a' + 1,
        >= (byte)'0' => letter - '0' + 27,
        _ => 0,
    };
}
