using System.Diagnostics;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Uploads;
using SkiaSharp;

namespace PractitionerFinder.Web.Tests.Shared.Uploads;

public sealed class PhotoMakerTests : IDisposable
{
    private readonly PictureReader reader = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => reader.Dispose();

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], UploadRefusals.Empty },
        { "a program called .jpg", [.. "MZ\x90\0"u8, .. new byte[500]], UploadRefusals.NotAPhoto },
        { "text", "Dear Sir or Madam"u8.ToArray(), UploadRefusals.NotAPhoto },
        { "a page", "<!doctype html><p>A page"u8.ToArray(), UploadRefusals.NotAPhoto },
        { "an SVG", "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), UploadRefusals.NotThisPhoto("SVG") },
        { "a GIF", [.. "GIF89a"u8, .. new byte[200]], UploadRefusals.NotThisPhoto("GIF") },
        { "a GIF that is a WebP inside", [.. "GIF89a"u8, .. GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Webp)], UploadRefusals.NotThisPhoto("GIF") },
        { "a PDF", "%PDF-1.7\n%%EOF"u8.ToArray(), UploadRefusals.NotThisPhoto("PDF") },
        { "a TIFF", [.. "II*\0"u8, .. new byte[200]], UploadRefusals.NotThisPhoto("TIFF") },
        { "a BMP", [.. "BM"u8, .. new byte[200]], UploadRefusals.NotThisPhoto("BMP") },
        { "a HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, .. new byte[200]], UploadRefusals.Heic },
        { "an AVIF", [0, 0, 0, 24, .. "ftypavif\0\0\0\0avifmif1"u8, .. new byte[200]], UploadRefusals.NotThisPhoto("AVIF") },
        { "a film", [0, 0, 0, 24, .. "ftypisom\0\0\0\0isommp42"u8, .. new byte[200]], UploadRefusals.NotAPhoto },
        { "a WebP that is a GIF too", [.. GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Webp), .. "GIF89a"u8], UploadRefusals.TwoThings },
        { "a JPEG that is a WebP too", [.. GivenPictures.Photo(), .. GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Webp)], UploadRefusals.TwoThings },
        { "a JPEG that is a PNG too", [.. GivenPictures.Photo(), .. GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Png)], UploadRefusals.TwoThings },
        { "a JPEG that is a page too", GivenPictures.Photo().With((0xFE, "<SCRIPT>alert(1)</script>"u8.ToArray())), UploadRefusals.TwoThings },
        { "a JPEG that is a program of a server too", [.. GivenPictures.Photo(), .. "<?php echo 1;"u8], UploadRefusals.TwoThings },
        { "a JPEG that is a PDF too", GivenPictures.Photo().With((0xFE, "%PDF-1.4"u8.ToArray())), UploadRefusals.TwoThings },
        { "a PNG that is an archive too", [.. GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Png), .. "PK\x05\x06"u8, .. new byte[18]], UploadRefusals.TwoThings },
        { "half a JPEG", GivenPictures.Photo()[..^2000], UploadRefusals.Broken },
        { "half a PNG", GivenPictures.Noise(300, 300).As(SKEncodedImageFormat.Png)[..^2000], UploadRefusals.Broken },
        { "half a WebP", GivenPictures.Noise(300, 300).As(SKEncodedImageFormat.Webp)[..^2000], UploadRefusals.Broken },
        { "the beginning of a JPEG", GivenPictures.Photo()[..20], UploadRefusals.Broken },
        { "one pixel", GivenPictures.Quarters(1, 1).As(SKEncodedImageFormat.Png), UploadRefusals.TooFewPixels(1, 1) },
        { "a strip", GivenPictures.Quarters(4000, 300).As(SKEncodedImageFormat.Jpeg), UploadRefusals.TooFewPixels(4000, 300) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_photo_is_refused_with_what_to_do(string what, byte[] file, string why)
    {
        var result = await ReadAsync(file);

        Assert.True(result is PhotoMaker.Result.Refused, what);
        Assert.Equal(why, ((PhotoMaker.Result.Refused)result).Why);
    }

    [Fact]
    public async Task A_large_file_is_not_read_to_its_end()
    {
        await using var upload = new Endless(50 * 1024 * 1024);

        var refused = Assert.IsType<PhotoMaker.Result.Refused>(await Maker().ReadAsync(upload, Cancel));

        Assert.Equal(UploadRefusals.PhotoTooBig, refused.Why);
        Assert.InRange(upload.Given, UploadBytes.Most, UploadBytes.Most + (1024 * 1024));
    }

    [Theory]
    [InlineData(8000, 5000)]
    [InlineData(30_000, 30_000)]
    [InlineData(900_000, 90)]
    public async Task A_bomb_is_refused_by_its_header_and_costs_no_memory(int width, int height)
    {
        var before = PeakMemory();

        // There is nothing to decode after the header: who tried would say that the picture is damaged.
        var refused = Assert.IsType<PhotoMaker.Result.Refused>(await ReadAsync(GivenPictures.Png(width, height, 8, 6, [])));

        Assert.Equal(UploadRefusals.TooManyPixels(width, height), refused.Why);
        Assert.True(PeakMemory() - before < 1_000_000_000, "The picture was given room.");

        static long PeakMemory()
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    [Fact]
    public async Task A_picture_that_asks_for_many_passes_is_not_decoded()
    {
        var photo = GivenPictures.Photo();
        var scan = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] file = [.. photo[..scan], .. Enumerable.Repeat(photo[scan..^2], 100).SelectMany(s => s), 0xFF, 0xD9];

        Assert.Equal(new PhotoMaker.Result.Refused(UploadRefusals.Broken), await ReadAsync(file));
    }

    [Fact]
    public async Task Two_are_read_at_a_time_and_none_for_long()
    {
        using var hurried = new PictureReader(TimeSpan.Zero);
        using var noise = GivenPictures.Noise(2400, 2400);
        var slow = noise.As(SKEncodedImageFormat.Webp, 30);
        var maker = new PhotoMaker(hurried);

        string[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => ((PhotoMaker.Result.Refused)await maker.ReadAsync(new MemoryStream(slow), Cancel)).Why))];

        Assert.Equal([UploadRefusals.TooSlow, UploadRefusals.TooSlow, UploadRefusals.Busy], answers);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_photo_is_kept_no_larger_than_it_can_be_used(SKEncodedImageFormat format)
    {
        using var picture = GivenPictures.Quarters(3000, 1500);

        var accepted = await AcceptAsync(picture.As(format));

        Assert.Equal((1600, 800), (accepted.Width, accepted.Height));
        AssertCorners(accepted.Source, 1600, 800);
    }

    [Fact]
    public async Task A_small_photo_is_not_blown_up()
    {
        var accepted = await AcceptAsync(GivenPictures.Photo(400, 300));

        Assert.Equal((400, 300), (accepted.Width, accepted.Height));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task However_the_camera_was_held_the_picture_is_upright(int orientation)
    {
        const int Width = 480, Height = 320;
        using var seen = GivenPictures.Quarters(Width, Height);
        using var stored = orientation > 4 ? new SKBitmap(Height, Width) : new SKBitmap(Width, Height);
        for (var x = 0; x < stored.Width; x++)
        {
            for (var y = 0; y < stored.Height; y++)
            {
                // Which side of what was seen the first row and the first column are (Exif 2.3, 4.6.4, tag 274).
                stored.SetPixel(x, y, orientation switch
                {
                    1 => seen.GetPixel(x, y),
                    2 => seen.GetPixel(Width - 1 - x, y),
                    3 => seen.GetPixel(Width - 1 - x, Height - 1 - y),
                    4 => seen.GetPixel(x, Height - 1 - y),
                    5 => seen.GetPixel(y, x),
                    6 => seen.GetPixel(Width - 1 - y, x),
                    7 => seen.GetPixel(Width - 1 - y, Height - 1 - x),
                    _ => seen.GetPixel(y, Height - 1 - x),
                });
            }
        }

        var accepted = await AcceptAsync(stored.As(SKEncodedImageFormat.Jpeg).With(GivenPictures.Exif(orientation)));

        Assert.Equal((Width, Height), (accepted.Width, accepted.Height));
        AssertCorners(accepted.Source, Width, Height);
    }

    [Fact]
    public async Task Nothing_that_was_written_into_a_JPEG_is_in_what_is_kept_or_served()
    {
        var given = GivenPictures.Photo().With(
            GivenPictures.Exif(1),
            (0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET</x:xmpmeta>"u8.ToArray()),
            (0xE2, [.. "ICC_PROFILE\0\x01\x01"u8, .. "SECRET"u8]),
            (0xED, "Photoshop 3.0\0SECRET"u8.ToArray()),
            (0xFE, "SECRET"u8.ToArray()));

        await AssertCleanAsync(given);
    }

    [Fact]
    public async Task Nothing_that_was_written_into_a_PNG_is_in_what_is_kept_or_served()
    {
        var rows = Enumerable.Repeat(new byte[] { 0 }.Concat(Enumerable.Repeat((byte)90, 300 * 3)), 300).SelectMany(r => r).ToArray();
        var given = GivenPictures.Png(
            300, 300, 8, 2, rows,
            ("tEXt", "Comment\0SECRET"u8.ToArray()),
            ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0SECRET"u8.ToArray()),
            ("eXIf", GivenPictures.Exif(1).Content[6..]));

        await AssertCleanAsync(given);
    }

    [Fact]
    public async Task A_colour_profile_is_worked_in_and_left_out()
    {
        var colour = new SKColor(200, 60, 60);
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var surface = SKSurface.Create(new SKImageInfo(300, 300, SKColorType.Rgba8888, SKAlphaType.Opaque, wide))!;
        surface.Canvas.Clear(colour);
        using var pixels = surface.PeekPixels();
        Assert.NotInRange(pixels.GetPixelColor(9, 9).Red, colour.Red - 6, colour.Red + 6);
        using var png = pixels.Encode(SKEncodedImageFormat.Png, 100)!;

        var accepted = await AcceptAsync(png.ToArray());

        using var kept = SKBitmap.Decode(accepted.Source);
        AssertAlike(colour, kept.GetPixel(150, 150));
        Assert.False(accepted.Source.Holds("ICC_PROFILE"));
    }

    [Fact]
    public async Task What_can_be_seen_through_is_seen_on_white()
    {
        using var clear = new SKBitmap(300, 300);
        clear.Erase(new SKColor(0, 0, 0, 0));

        var accepted = await AcceptAsync(clear.As(SKEncodedImageFormat.Png));

        using var kept = SKBitmap.Decode(accepted.Source);
        AssertAlike(SKColors.White, kept.GetPixel(150, 150));
    }

    [Fact]
    public async Task Four_inks_become_the_colour_they_print()
    {
        // Written inverted: no cyan, all of magenta and yellow, no black.
        var accepted = await AcceptAsync(GivenPictures.Cmyk(320, 256, 255, 0, 0, 255));

        using var kept = SKBitmap.Decode(accepted.Source);
        var colour = kept.GetPixel(150, 150);
        Assert.True(colour is { Red: > 200, Green: < 60, Blue: < 60 }, colour.ToString());
    }

    [Fact]
    public async Task Sixteen_bits_become_eight()
    {
        var accepted = await AcceptAsync(GivenPictures.DeepPng(300, 300, 0xC800, 0x3C00, 0x3C00));

        using var kept = SKBitmap.Decode(accepted.Source);
        AssertAlike(new SKColor(200, 60, 60), kept.GetPixel(150, 150));
    }

    [Fact]
    public async Task Of_a_picture_that_moves_the_first_is_taken()
    {
        using var first = GivenPictures.Quarters(300, 300);
        using var second = new SKBitmap(300, 300);
        second.Erase(SKColors.Black);

        var accepted = await AcceptAsync(GivenPictures.MovingWebp(first, second));

        AssertCorners(accepted.Source, 300, 300);
    }

    [Fact]
    public async Task A_film_behind_a_photo_is_dropped()
    {
        // Telephones write a second of film after the end of a picture.
        byte[] given = [.. GivenPictures.Photo(), 0, 0, 0, 24, .. "ftypmp42SECRET"u8, .. new byte[5000]];

        Assert.False((await AcceptAsync(given)).Source.Holds("SECRET"));
    }

    [Fact]
    public async Task Even_noise_is_served_small()
    {
        using var noise = GivenPictures.Noise(1600, 1200);
        var accepted = await AcceptAsync(noise.As(SKEncodedImageFormat.Jpeg, 100));

        var pictures = await CutAsync(accepted, PhotoFrame.Of(accepted.Width, accepted.Height) with { Size = .3 });

        Assert.InRange(pictures.Served.Length, 1, PhotoMaker.MostServedBytes);
        Assert.InRange(pictures.Small.Length, 1, PhotoMaker.MostSmallBytes);
        using var served = SKBitmap.Decode(pictures.Served);
        using var small = SKBitmap.Decode(pictures.Small);
        Assert.Equal((PhotoMaker.ServedEdge, PhotoMaker.ServedEdge), (served.Width, served.Height));
        Assert.Equal((PhotoMaker.SmallEdge, PhotoMaker.SmallEdge), (small.Width, small.Height));
    }

    [Fact]
    public async Task The_frame_is_what_is_served()
    {
        var accepted = await AcceptAsync(GivenPictures.Photo(800, 600));

        // The lower right corner, and the middle of the picture.
        var corner = await CutAsync(accepted, new PhotoFrame(.7, .6, .4, .8, .8));
        var middle = await CutAsync(accepted, new PhotoFrame(.35, .3, .4, .5, .5));

        AssertAlike(GivenPictures.Corners[3], Colours(corner.Served)[0]);
        Assert.All(Colours(corner.Served).Concat(Colours(corner.Small)), c => AssertAlike(GivenPictures.Corners[3], c));
        Assert.All(Colours(middle.Served).Zip(GivenPictures.Corners), pair => AssertAlike(pair.Second, pair.First));
    }

    [Fact]
    public async Task The_smallest_picture_is_cut_closer_about_the_point()
    {
        var accepted = await AcceptAsync(GivenPictures.Photo(600, 600));

        // The point lies in the upper left; a third of the square about it is of that colour alone.
        var pictures = await CutAsync(accepted, new PhotoFrame(0, 0, 1, 0, 0));

        using var small = SKBitmap.Decode(pictures.Small);
        AssertAlike(GivenPictures.Corners[0], small.GetPixel((int)(PhotoMaker.SmallEdge * .6), (int)(PhotoMaker.SmallEdge * .6)));
        using var served = SKBitmap.Decode(pictures.Served);
        AssertAlike(GivenPictures.Corners[3], served.GetPixel((int)(PhotoMaker.ServedEdge * .6), (int)(PhotoMaker.ServedEdge * .6)));
    }

    [Theory]
    [InlineData(-5, 9, 3, 2, -2)]
    [InlineData(.9, .9, .5, 0, 0)]
    [InlineData(double.NaN, 0, 1, 0, 0)]
    [InlineData(0, double.PositiveInfinity, 1, 0, 0)]
    [InlineData(0, 0, 0, 0, 0)]
    public async Task A_frame_outside_of_the_picture_is_moved_into_it(double x, double y, double size, double focusX, double focusY)
    {
        var accepted = await AcceptAsync(GivenPictures.Photo(800, 600));

        var frame = (await CutAsync(accepted, new PhotoFrame(x, y, size, focusX, focusY))).Frame;

        var (across, down) = (frame.Size * 600 / 800, frame.Size);
        Assert.InRange(frame.Size, PhotoFrame.LeastSize, 1);
        Assert.InRange(frame.X, 0, 1 - across + 1e-9);
        Assert.InRange(frame.Y, 0, 1 - down + 1e-9);
        Assert.InRange(frame.FocusX, frame.X, frame.X + across);
        Assert.InRange(frame.FocusY, frame.Y, frame.Y + down);
    }

    private async Task AssertCleanAsync(byte[] given)
    {
        Assert.True(given.Holds("SECRET"));
        var accepted = await AcceptAsync(given);
        var pictures = await CutAsync(accepted, PhotoFrame.Of(accepted.Width, accepted.Height));

        foreach (var bytes in new[] { accepted.Source, pictures.Served, pictures.Small })
        {
            Assert.All(["SECRET", "Exif", "EXIF", "adobe", "xmp", "XMP", "ICC", "Photoshop"], word => Assert.False(bytes.Holds(word), word));
        }

        // No comment, and of the application segments only JFIF's own.
        foreach (var jpeg in new[] { accepted.Source, pictures.Served })
        {
            for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
            {
                Assert.False(jpeg[at + 1] is 0xFE or (>= 0xE1 and <= 0xEF), $"There is a segment {jpeg[at + 1]:X}.");
            }
        }
    }

    private static void AssertCorners(byte[] file, int width, int height)
    {
        using var picture = SKBitmap.Decode(file);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.All(Colours(file).Zip(GivenPictures.Corners), pair => AssertAlike(pair.Second, pair.First));
    }

    private static SKColor[] Colours(byte[] file)
    {
        using var picture = SKBitmap.Decode(file);
        var (x, y) = (picture.Width / 4, picture.Height / 4);
        return [picture.GetPixel(x, y), picture.GetPixel(3 * x, y), picture.GetPixel(x, 3 * y), picture.GetPixel(3 * x, 3 * y)];
    }

    private static void AssertAlike(SKColor expected, SKColor actual)
    {
        const int Shades = 8;
        Assert.True(
            Math.Abs(expected.Red - actual.Red) <= Shades && Math.Abs(expected.Green - actual.Green) <= Shades && Math.Abs(expected.Blue - actual.Blue) <= Shades,
            $"{actual} is not {expected}.");
    }

    private PhotoMaker Maker() => new(reader);

    private Task<PhotoMaker.Result> ReadAsync(byte[] file) => Maker().ReadAsync(new MemoryStream(file), Cancel);

    private async Task<PhotoMaker.Result.Accepted> AcceptAsync(byte[] file) => Assert.IsType<PhotoMaker.Result.Accepted>(await ReadAsync(file));

    private async Task<PhotoMaker.Pictures> CutAsync(PhotoMaker.Result.Accepted accepted, PhotoFrame frame)
    {
        var pictures = await Maker().CutAsync(accepted.Source, frame, Cancel);
        Assert.NotNull(pictures);
        return pictures;
    }

    /// <summary>An upload that counts what is asked of it.</summary>
    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, length - Given);
            Given += some;
            return some;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
