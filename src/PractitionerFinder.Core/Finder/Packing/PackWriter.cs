using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using PractitionerFinder.Core.Finder.Index;

namespace PractitionerFinder.Core.Finder.Packing;

/// <summary>Writes bytes: numbers take as few as they need, seven bits in each.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>What was written, until more is or it is cleared.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public void Clear() => bytes.ResetWrittenCount();

    /// <summary>A number that is not below zero.</summary>
    public void Number(long number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            Byte((int)(number & 0x7F) | 0x80);
        }

        Byte((int)number);
    }

    public void Byte(int value)
    {
        bytes.GetSpan(1)[0] = (byte)value;
        bytes.Advance(1);
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    public void Time(DateTime time)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), time.Ticks);
        bytes.Advance(sizeof(long));
    }

    public void Bits(Bits128 bits)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(sizeof(ulong)), bits.Low);
        bytes.Advance(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(sizeof(ulong)), bits.High);
        bytes.Advance(sizeof(ulong));
    }

    public void Degrees(double degrees)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.GetSpan(sizeof(double)), degrees);
        bytes.Advance(sizeof(double));
    }
}
