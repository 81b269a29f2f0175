using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;
using SkiaSharp;

namespace PractitionerFinder.Web.Features.Look;

/// <summary>A drawn picture in the place of a photo: nobody's face.</summary>
public static class PhotoSample
{
    public const string Wide = "/look/wide.jpg";

    public const string Tall = "/look/tall.jpg";

    /// <summary>The pictures of the sheet, in Development only.</summary>
    public static void MapLook(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet(Wide, () => TypedResults.Bytes(Draw(1600, 1000), UploadAnswers.Jpeg)).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
            app.MapGet(Tall, () => TypedResults.Bytes(Draw(900, 1300), UploadAnswers.Jpeg)).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
        }
    }

    private static byte[] Draw(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(FinderTheme.Light.PrimarySoft));
        using var paint = new SKPaint { IsAntialias = true };
        var (x, y, head) = (width * .46f, height * .4f, Math.Min(width, height) * .17f);
        Oval(SKRect.Create(-width * .3f, height * .62f, width * 1.1f, height), FinderTheme.Light.Fibre);
        Oval(SKRect.Create(width * .4f, height * .7f, width, height), FinderTheme.Light.Sunken);
        Oval(SKRect.Create(x - (head * 1.9f), y + (head * 1.35f), head * 3.8f, head * 6), FinderTheme.Light.Primary);
        Oval(SKRect.Create(x - head, y - (head * 1.25f), head * 2, head * 2.5f), FinderTheme.Light.AccentSoft);
        Oval(SKRect.Create(x - (head * .5f), y - (head * .2f), head * .2f, head * .2f), FinderTheme.Light.Ink);
        Oval(SKRect.Create(x + (head * .3f), y - (head * .2f), head * .2f, head * .2f), FinderTheme.Light.Ink);
        using var picture = surface.Snapshot();
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 88);
        return jpeg.ToArray();

        void Oval(SKRect within, string colour)
        {
            paint.Color = SKColor.Parse(colour);
            canvas.DrawOval(within, paint);
        }
    }
}
