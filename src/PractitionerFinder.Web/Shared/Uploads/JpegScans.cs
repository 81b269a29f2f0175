using System.Buffers.Binary;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>
/// Counts the passes over a JPEG (ITU-T T.81, annex B): a small file can ask for thousands, each over every point of a large
/// picture, and a decoder does not give up.
/// </summary>
internal static class JpegScans
{
    private const byte Mark = 0xFF;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;

    public static int Count(ReadOnlySpan<byte> jpeg)
    {
        var scans = 0;
        var at = 2;
        while (at + 3 < jpeg.Length)
        {
            if (jpeg[at] != Mark || IsData(jpeg[at + 1]))
            {
                // Between the data of a pass.
                var next = jpeg[(at + 1)..].IndexOf(Mark);
                if (next < 0)
                {
                    break;
                }

                at += 1 + next;
                continue;
            }

            if (jpeg[at + 1] == End)
            {
                break;
            }

            scans += jpeg[at + 1] == Scan ? 1 : 0;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return scans;
    }

    // A marked byte of data, filling, or a place to start again: none has a length.
    private static bool IsData(byte mark) => mark is 0 or 1 or Mark or (>= 0xD0 and <= 0xD8);
}
