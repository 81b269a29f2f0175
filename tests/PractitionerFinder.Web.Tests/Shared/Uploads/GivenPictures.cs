using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace PractitionerFinder.Web.Tests.Shared.Uploads;

/// <summary>Files as people and attackers would give them.</summary>
internal static class GivenPictures
{
    public static readonly SKColor[] Corners = [new(200, 40, 40), new(40, 160, 40), new(40, 60, 200), new(220, 200, 60)];

    /// <summary>Four quarters of different colours: top left, top right, bottom left, bottom right.</summary>
    public static SKBitmap Quarters(int width, int height)
    {
        var picture = new SKBitmap(width, height);
        using var canvas = new SKCanvas(picture);
        for (var i = 0; i < Corners.Length; i++)
        {
            using var paint = new SKPaint { Color = Corners[i] };
            canvas.DrawRect(SKRect.Create(i % 2 * width / 2f, i / 2 * height / 2f, width / 2f, height / 2f), paint);
        }

        return picture;
    }

    public static SKBitmap Noise(int width, int height)
    {
        var random = new Random(1);
        var bytes = new byte[width * height * 4];
        random.NextBytes(bytes);
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        System.Runtime.InteropServices.Marshal.Copy(bytes, 0, picture.GetPixels(), bytes.Length);
        return picture;
    }

    public static byte[] As(this SKBitmap picture, SKEncodedImageFormat format, int quality = 92)
    {
        using var data = picture.Encode(format, quality);
        return data.ToArray();
    }

    public static byte[] Photo(int width = 640, int height = 480)
    {
        using var picture = Quarters(width, height);
        return picture.As(SKEncodedImageFormat.Jpeg);
    }

    /// <summary>A JPEG with more segments after its beginning, each a marker and its content.</summary>
    public static byte[] With(this byte[] jpeg, params (byte Marker, byte[] Content)[] segments)
    {
        using var file = new MemoryStream();
        file.Write(jpeg.AsSpan(0, 2));
        foreach (var (marker, content) in segments)
        {
            file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
            file.Write(content);
        }

        file.Write(jpeg.AsSpan(2));
        return file.ToArray();
    }

    /// <summary>Exif with an orientation, a place (the latitude's tag of the GPS directory) and a camera's secret.</summary>
    public static (byte Marker, byte[] Content) Exif(int orientation)
    {
        var secret = "SECRET-CAMERA\0"u8.ToArray();
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        write.Write("II*\0"u8);
        write.Write(8);
        write.Write((short)3);
        Entry(0x0110, 2, secret.Length, 50);
        Entry(0x0112, 3, 1, orientation);
        Entry(0x8825, 4, 1, 64);
        write.Write(0);
        write.Write(secret);
        write.Write((short)1);
        Entry(0x0001, 2, 2, 'N');
        write.Write(0);
        return (0xE1, [.. "Exif\0\0"u8, .. tiff.ToArray()]);

        void Entry(int tag, int type, int count, int value)
        {
            write.Write((short)tag);
            write.Write((short)type);
            write.Write(count);
            write.Write(value);
        }
    }

    /// <summary>A PNG of these header fields and rows.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colour, byte[] rows, params (string Name, byte[] Content)[] more)
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colour);
        Chunk("IHDR", header);
        foreach (var (name, content) in more)
        {
            Chunk(name, content);
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(rows);
        }

        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string name, byte[] content)
        {
            byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            file.Write(number);
            file.Write(named);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
            file.Write(number);
        }
    }

    /// <summary>A PNG of sixteen bits to the channel, all of one colour.</summary>
    public static byte[] DeepPng(int width, int height, ushort red, ushort green, ushort blue)
    {
        byte[] point = [(byte)(red >> 8), (byte)red, (byte)(green >> 8), (byte)green, (byte)(blue >> 8), (byte)blue];
        var row = Enumerable.Repeat(point, width).SelectMany(p => p).Prepend((byte)0).ToArray();
        return Png(width, height, 16, 2, [.. Enumerable.Repeat(row, height).SelectMany(r => r)]);
    }

    /// <summary>A WebP that moves between two pictures of one size.</summary>
    public static byte[] MovingWebp(SKBitmap first, SKBitmap second)
    {
        using var body = new MemoryStream();
        body.Write("WEBP"u8);
        Chunk(body, "VP8X", [2, 0, 0, 0, .. Three(first.Width - 1), .. Three(first.Height - 1)]);
        Chunk(body, "ANIM", [0, 0, 0, 0, 0, 0]);
        foreach (var picture in new[] { first, second })
        {
            // The one chunk of a plain WebP stands after its twelve bytes of header.
            byte[] frame = [.. Three(0), .. Three(0), .. Three(picture.Width - 1), .. Three(picture.Height - 1), .. Three(100), 0, .. picture.As(SKEncodedImageFormat.Webp)[12..]];
            Chunk(body, "ANMF", frame);
        }

        using var file = new MemoryStream();
        Chunk(file, "RIFF", body.ToArray());
        return file.ToArray();

        static byte[] Three(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

        static void Chunk(Stream into, string name, byte[] content)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
            into.Write(Encoding.ASCII.GetBytes(name));
            into.Write(length);
            into.Write(content);
            if (content.Length % 2 == 1)
            {
                into.WriteByte(0);
            }
        }
    }

    /// <summary>
    /// A JPEG of four inks, as printers use them, all of one colour: of every block only its mean is written (ITU-T T.81). Adobe's
    /// mark says that the inks are written inverted.
    /// </summary>
    public static byte[] Cmyk(int width, int height, params byte[] inks)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]);

        // Nine codes of four bits for the sizes 0 to 8 of a difference, and one of a single bit for "no more in this block".
        Segment(0xC4, [0x00, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        Segment(0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Segment(0xDA, [4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);

        var bits = new StringBuilder();
        var before = new int[inks.Length];
        for (var block = 0; block < (width + 7) / 8 * ((height + 7) / 8); block++)
        {
            for (var i = 0; i < inks.Length; i++)
            {
                // A mean is eight times the level, divided by the table's eight.
                var difference = (inks[i] - 128) - before[i];
                before[i] += difference;
                var size = difference == 0 ? 0 : (int)Math.Floor(Math.Log2(Math.Abs(difference))) + 1;
                bits.Append(Convert.ToString(size, 2).PadLeft(4, '0'));
                if (size > 0)
                {
                    bits.Append(Convert.ToString(difference > 0 ? difference : difference + (1 << size) - 1, 2).PadLeft(size, '0'));
                }

                bits.Append('0');
            }
        }

        bits.Append('1', (8 - (bits.Length % 8)) % 8);
        var text = bits.ToString();
        for (var at = 0; at < text.Length; at += 8)
        {
            var one = Convert.ToByte(text.Substring(at, 8), 2);
            file.WriteByte(one);
            if (one == 0xFF)
            {
                file.WriteByte(0);
            }
        }

        file.Write([0xFF, 0xD9]);
        return file.ToArray();

        void Segment(byte marker, byte[] content)
        {
            file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
            file.Write(content);
        }
    }

    public static bool Holds(this byte[] file, string text) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
