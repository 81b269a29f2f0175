using SkiaSharp;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>
/// Makes a picture of our own from one that was given: upright, in sRGB, on white, no larger than asked, and without a word of
/// metadata. Two are read at a time, and none for longer than a while; a size that is too large is refused by the header, before
/// a point of it is decoded.
/// </summary>
/// <param name="patience">How long one may wait for its turn, and then be read.</param>
public sealed class PictureReader(TimeSpan patience) : IDisposable
{
    /// <summary>Fewest pixels along the shorter edge of what is kept: less is a blur on a profile.</summary>
    public const int LeastEdge = 240;

    /// <summary>A picture of so many pixels, or more, is not read.</summary>
    public const int TooManyPixels = 40_000_000;

    private const int AtATime = 2;
    private const int MostScans = 40;
    private const int Quality = 90;

    // A JPEG is decoded at eighths of its size, which costs a fraction of the memory.
    private const int Eighths = 8;

    private readonly SemaphoreSlim turns = new(AtATime);

    public PictureReader()
        : this(TimeSpan.FromSeconds(15))
    {
    }

    public abstract record Result
    {
        /// <summary>Why not, and what to do.</summary>
        public sealed record Refused(string Why) : Result;

        /// <summary>The picture as JPEG.</summary>
        public sealed record Read(byte[] Jpeg, int Width, int Height) : Result;
    }

    /// <param name="file">A JPEG, PNG or WebP by its first bytes.</param>
    /// <param name="longestEdge">Most pixels along the longer edge of what is made.</param>
    /// <param name="cancel">Ends the waiting; what is being decoded is decoded to its end, in its turn.</param>
    public Task<Result> ReadAsync(byte[] file, int longestEdge, CancellationToken cancel) =>
        InTurnAsync<Result>(() => Read(file, longestEdge), why => new Result.Refused(why), cancel);

    /// <summary>Does what decodes a picture in one of the turns.</summary>
    internal async Task<T> InTurnAsync<T>(Func<T> work, Func<string, T> refuse, CancellationToken cancel)
    {
        if (!await turns.WaitAsync(patience, cancel))
        {
            return refuse(UploadRefusals.Busy);
        }

        // The turn ends with the work and not with the patience: what nobody waits for any more still takes its room.
        var working = Task.Run(
            () =>
            {
                try
                {
                    return work();
                }
                finally
                {
                    turns.Release();
                }
            },
            CancellationToken.None);
        try
        {
            return await working.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            return refuse(UploadRefusals.TooSlow);
        }
    }

    public void Dispose() => turns.Dispose();

    internal static byte[] Jpeg(SKSurface surface, int quality)
    {
        using var pixels = surface.PeekPixels();
        using var jpeg = pixels.Encode(new SKJpegEncoderOptions(quality)) ?? throw new InvalidOperationException("The picture could not be written as JPEG.");
        return jpeg.ToArray();
    }

    /// <summary>A white sheet. It names no colour space, so that no profile is written with what it becomes: what is drawn on it is sRGB.</summary>
    internal static SKSurface Sheet(int width, int height)
    {
        var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        return surface;
    }

    /// <summary>The pixels of a picture that was read before.</summary>
    internal static SKImage Decode(byte[] jpeg)
    {
        using var data = SKData.CreateCopy(jpeg);
        using var codec = SKCodec.Create(data);
        return Decode(codec, codec.Info.Size) ?? throw new InvalidOperationException("A picture that was made here cannot be read.");
    }

    private static Result Read(byte[] file, int longestEdge)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return new Result.Refused(UploadRefusals.Broken);
        }

        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (width, height) = turned ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        if ((long)width * height >= TooManyPixels)
        {
            return new Result.Refused(UploadRefusals.TooManyPixels(width, height));
        }

        var scale = Math.Min(1, longestEdge / (float)Math.Max(width, height));
        var (across, down) = ((int)Math.Round(width * scale), (int)Math.Round(height * scale));
        if (Math.Min(across, down) < LeastEdge)
        {
            return new Result.Refused(UploadRefusals.TooFewPixels(width, height));
        }

        if (codec.EncodedFormat == SKEncodedImageFormat.Jpeg && JpegScans.Count(file) > MostScans)
        {
            return new Result.Refused(UploadRefusals.Broken);
        }

        using var image = Decode(codec, SizeFor(codec, Math.Max(across, down)));
        if (image is null)
        {
            return new Result.Refused(UploadRefusals.Broken);
        }

        using var sheet = Sheet(across, down);
        var upright = Upright(codec.EncodedOrigin, image.Width, image.Height);
        var (from, to) = turned ? (image.Height, image.Width) : (image.Width, image.Height);
        sheet.Canvas.SetMatrix(upright.PostConcat(SKMatrix.CreateScale((float)across / from, (float)down / to)));
        sheet.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return new Result.Read(Jpeg(sheet, Quality), across, down);
    }

    /// <summary>The smallest size that the format can be decoded at without losing what is wanted.</summary>
    private static SKSizeI SizeFor(SKCodec codec, int longestEdge) => Enumerable.Range(1, Eighths)
        .Select(eighths => codec.GetScaledDimensions((float)eighths / Eighths))
        .FirstOrDefault(size => Math.Max(size.Width, size.Height) >= longestEdge, codec.Info.Size);

    /// <returns>The first picture of the file in sRGB; null when it does not hold all of it.</returns>
    private static SKImage? Decode(SKCodec codec, SKSizeI size)
    {
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        using var srgb = SKColorSpace.CreateSrgb();
        using var pixels = new SKBitmap();
        if (!pixels.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, srgb))
            || codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        // So that the image shares the pixels and does not copy them.
        pixels.SetImmutable();
        return SKImage.FromBitmap(pixels);
    }

    /// <summary>What turns the stored rows into the picture as it was seen (the values of Exif's Orientation tag).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, height, 1, 0, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, height, -1, 0, width),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, width),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float xx, float xy, float x, float yx, float yy, float y) => new(xx, xy, x, yx, yy, y, 0, 0, 1);
}
