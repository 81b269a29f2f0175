using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// How often each of 64 bits was set, over at most 255 words: a byte for each bit, all raised at once (positional population count; Klarqvist,
/// Muła and Lemire, Efficient computation of positional population counts using SIMD instructions, 2020).
/// </summary>
internal struct BitCounts
{
    public const int MostWords = byte.MaxValue;

    private static readonly Vector256<byte> BitOfLane = Vector256.Create(0x8040201008040201UL).AsByte();
    private static readonly Vector256<byte> ByteOfLane = Vector256.Create(
        (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);

    private Vector256<byte> low;
    private Vector256<byte> high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong word)
    {
        low += Raised((uint)word);
        high += Raised((uint)(word >> 32));
    }

    public readonly void AddTo(int[] counts)
    {
        Span<byte> bytes = stackalloc byte[64];
        low.CopyTo(bytes);
        high.CopyTo(bytes[32..]);
        for (var bit = 0; bit < Math.Min(bytes.Length, counts.Length); bit++)
        {
            counts[bit] += bytes[bit];
        }
    }

    /// <summary>One in each lane whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Raised(uint bits)
    {
        var spread = Vector256.Shuffle(Vector256.Create(bits).AsByte(), ByteOfLane);
        return Vector256.Min(spread & BitOfLane, Vector256<byte>.One);
    }
}
