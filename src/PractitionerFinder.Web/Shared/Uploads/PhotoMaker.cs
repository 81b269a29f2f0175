using PractitionerFinder.Core.Listings;
using SkiaSharp;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>Makes the photo of a listing: first a source from what was given, then, from a frame over it, the squares that are shown.</summary>
public sealed class PhotoMaker(PictureReader reader)
{
    /// <summary>Most pixels along the longer edge of a source.</summary>
    public const int LongestEdge = 1600;

    /// <summary>Side of the square of a profile: 112 CSS pixels, drawn up to four times as fine.</summary>
    public const int ServedEdge = 480;

    /// <summary>Side of the square of a result: 52 CSS pixels, three times as fine. Twenty of them stand on a page, so it is a file of its own.</summary>
    public const int SmallEdge = 156;

    /// <summary>Most bytes of what is shown.</summary>
    public const int MostServedBytes = 120_000;

    /// <summary>Most bytes of the square of a result.</summary>
    public const int MostSmallBytes = 12_000;

    // From what a photo needs to what is left of noise; a step is hardly seen.
    private static readonly int[] Qualities = [86, 78, 70, 60, 50, 40, 30, 20, 10, 1];

    public abstract record Result
    {
        /// <summary>Why not, and what to do.</summary>
        public sealed record Refused(string Why) : Result;

        /// <summary>The whole picture, JPEG, to be framed.</summary>
        public sealed record Accepted(byte[] Source, int Width, int Height) : Result;
    }

    /// <summary>What is shown of a picture.</summary>
    /// <param name="Frame">As it was cut: moved into the picture where it was asked for outside of it.</param>
    /// <param name="Served">The square of a profile, JPEG: other sites show it too, and not all of them read WebP.</param>
    /// <param name="Small">The square of a result, closer about the point of the frame, WebP.</param>
    public sealed record Pictures(PhotoFrame Frame, byte[] Served, byte[] Small);

    /// <summary>Reads what was given, up to the limit.</summary>
    public async Task<Result> ReadAsync(Stream upload, CancellationToken cancel)
    {
        if (await UploadBytes.ReadAsync(upload, cancel) is not { } file)
        {
            return new Result.Refused(UploadRefusals.PhotoTooBig);
        }

        if (Refusal(file) is { } why)
        {
            return new Result.Refused(why);
        }

        return await reader.ReadAsync(file, LongestEdge, cancel) switch
        {
            PictureReader.Result.Read read => new Result.Accepted(read.Jpeg, read.Width, read.Height),
            PictureReader.Result.Refused refused => new Result.Refused(refused.Why),
            _ => throw new InvalidOperationException("The reader answers in one of two ways."),
        };
    }

    /// <summary>Cuts the squares out of a source that was accepted before.</summary>
    /// <returns>The squares; null when too many are being made at this moment.</returns>
    public Task<Pictures?> CutAsync(byte[] source, PhotoFrame frame, CancellationToken cancel) =>
        reader.InTurnAsync<Pictures?>(() => Cut(source, frame), _ => null, cancel);

    private static string? Refusal(byte[] file) => file.Length == 0 ? UploadRefusals.Empty : FileSigns.Of(file) switch
    {
        FileKind.Jpeg or FileKind.Png or FileKind.Webp => FileSigns.HidesAnother(file) ? UploadRefusals.TwoThings : null,
        FileKind.Heic => UploadRefusals.Heic,
        FileKind.Unknown => UploadRefusals.NotAPhoto,
        var other => UploadRefusals.NotThisPhoto(other.ToString().ToUpperInvariant()),
    };

    private static Pictures Cut(byte[] source, PhotoFrame asked)
    {
        using var image = PictureReader.Decode(source);
        var frame = asked.Within(image.Width, image.Height);
        var side = (float)frame.Size * Math.Min(image.Width, image.Height);
        var square = SKRect.Create((float)frame.X * image.Width, (float)frame.Y * image.Height, side, side);

        using var served = Square(image, square, ServedEdge);
        using var small = Square(image, Closer(square, (float)frame.FocusX * image.Width, (float)frame.FocusY * image.Height), SmallEdge);
        return new Pictures(
            frame,
            Within(MostServedBytes, quality => PictureReader.Jpeg(served, quality)),
            Within(MostSmallBytes, quality => Webp(small, quality)));
    }

    /// <summary>The part of a square about a point of it.</summary>
    private static SKRect Closer(SKRect square, float x, float y)
    {
        var side = square.Width * (float)PhotoFrame.CloserPart;
        return SKRect.Create(
            Math.Clamp(x - (side / 2), square.Left, square.Right - side), Math.Clamp(y - (side / 2), square.Top, square.Bottom - side), side, side);
    }

    private static SKSurface Square(SKImage image, SKRect part, int edge)
    {
        var sheet = PictureReader.Sheet(edge, edge);
        sheet.Canvas.DrawImage(image, part, SKRect.Create(edge, edge), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return sheet;
    }

    private static byte[] Webp(SKSurface surface, int quality)
    {
        using var pixels = surface.PeekPixels();
        using var webp = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality))
            ?? throw new InvalidOperationException("The picture could not be written as WebP.");
        return webp.ToArray();
    }

    private static byte[] Within(int most, Func<int, byte[]> encode) =>
        Qualities.Select(encode).FirstOrDefault(bytes => bytes.Length <= most) ?? throw new InvalidOperationException($"No quality brings the picture under {most} bytes.");
}
