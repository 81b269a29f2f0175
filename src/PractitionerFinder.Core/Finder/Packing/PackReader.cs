using System.Buffers.Binary;
using System.Text;
using PractitionerFinder.Core.Finder.Index;

namespace PractitionerFinder.Core.Finder.Packing;

/// <summary>Reads what <see cref="PackWriter"/> wrote, in the same order.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public int Number() => (int)Long();

    public long Long()
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }

    public int Byte() => Take(1)[0];

    public string Text() => Encoding.UTF8.GetString(Take(Number()));

    /// <summary>A text that many have.</summary>
    public string Text(StringPool pool) => pool.Of(Take(Number()));

    public DateTime Time() => new(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))), DateTimeKind.Utc);

    public Bits128 Bits() => new(BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong))), BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong))));

    public double Degrees() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
