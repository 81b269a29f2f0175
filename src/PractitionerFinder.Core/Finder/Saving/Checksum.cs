using System.Numerics;
using System.Runtime.InteropServices;

namespace PractitionerFinder.Core.Finder.Saving;

/// <summary>CRC-32C (Castagnoli), which processors compute themselves: it finds what a disk or a killed process damaged, and hides nothing from somebody who means to.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            check = BitOperations.Crc32C(check, word);
        }

        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
        {
            check = BitOperations.Crc32C(check, one);
        }

        return ~check;
    }
}
