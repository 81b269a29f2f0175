using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;
using PractitionerFinder.Web.Shared.Parts;
using PractitionerFinder.Web.Shell;
using SkiaSharp;

namespace PractitionerFinder.Web.Shared.Cards;

/// <summary>
/// Draws the picture that goes with a link to a page when it is shared: 1200 by 630, in the light look. The same words always give the
/// same bytes. Several drawings may be made at once.
/// </summary>
public sealed class ShareCard : IDisposable
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 64;
    private const float Column = 760;
    private const float ArtFrom = 880;

    private const float LogoSize = 52;
    private const float TextTop = Margin + LogoSize + 36;
    private const float TextBottom = Height - Margin;

    private const int MostTitleLines = 3;
    private const int LargestTitle = 88;
    private const int SmallestTitle = 40;

    // A title gives way to the rest of the summary down to this size, and no further.
    private const int WithWholeSummary = 60;
    private const float TitleLead = 1.06f;
    private const float TitleTrack = -.018f;

    private const int MostSummaryLines = 3;
    private const int FewestSummaryLines = 2;
    private const float SummarySize = 28;
    private const float SummaryLead = 40;
    private const float UnderTitle = 20;

    private const float KindSize = 21;
    private const float UnderKind = 18;

    private const float MarkScale = 2.7f;

    // Where the first stroke's left edge lies in its own drawing.
    private const float StrokesFrom = 1.1f;
    private const float WordsFrom = Margin + 104;
    private const int LargestFinding = 28;
    private const int SmallestFindingOfOneLine = 25;
    private const int SmallestFinding = 20;
    private const float ResearchSize = 23;
    private const float OverEvidence = 30;

    private const string SiteName = "PractitionerFinder";

    private readonly SKTypeface title = Face("newsreader-500.ttf");
    private readonly SKTypeface text = Face("atkinson-hyperlegible-next-400.ttf");
    private readonly SKTypeface strong = Face("atkinson-hyperlegible-next-650.ttf");

    /// <returns>A PNG.</returns>
    public byte[] Draw(ShareCardText card)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(FinderTheme.Light.Paper));
        DrawArt(canvas, StableHash.Of($"{card.Kind}/{card.Title}"));
        DrawLogo(canvas);
        var bottom = card.Strokes is { } strokes ? DrawEvidence(canvas, Math.Clamp(strokes, 0, Evidence.MostStrokes), card.Finding) : TextBottom;
        DrawWords(canvas, card, bottom);

        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 7))
            ?? throw new InvalidOperationException("The picture could not be written as PNG.");
        return png.ToArray();
    }

    public void Dispose()
    {
        title.Dispose();
        text.Dispose();
        strong.Dispose();
    }

    private static SKTypeface Face(string file)
    {
        using var stream = typeof(ShareCard).Assembly.GetManifestResourceStream(file)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }

    private static void DrawArt(SKCanvas canvas, uint seed)
    {
        var area = new SKRect(ArtFrom, 0, Width, Height);
        using var ground = Fill(FinderTheme.Light.AccentSoft);
        using var line = Line(FinderTheme.Light.Fibre, 1.6f);
        using var contours = ContourLines.Draw(area, seed);
        canvas.Save();
        canvas.ClipRect(area);
        canvas.DrawRect(area, ground);
        canvas.DrawPath(contours, line);
        canvas.Restore();
    }

    private void DrawLogo(SKCanvas canvas)
    {
        using var pin = SKPath.ParseSvgPathData(LogoShape.Pin);
        using var fibres = SKPath.ParseSvgPathData(LogoShape.Fibres);
        using var primary = Fill(FinderTheme.Light.Primary);
        using var onPrimary = Line(FinderTheme.Light.OnPrimary, 1.9f);
        canvas.Save();
        canvas.Translate(Margin - (pin.TightBounds.Left * LogoSize / 32), Margin - 8);
        canvas.Scale(LogoSize / 32);
        canvas.DrawPath(pin, primary);
        canvas.DrawPath(fibres, onPrimary);
        canvas.Restore();

        using var ink = Fill(FinderTheme.Light.Ink);
        using var first = new Lettering(text, 32, -.01f);
        using var second = new Lettering(strong, 32, -.01f);
        var baseline = Margin - 8 + (LogoSize / 2) + 11;
        second.Draw(canvas, "Finder", first.Draw(canvas, "Practitioner", Margin + 54, baseline, ink), baseline, ink);
    }

    // At the foot of the card, under a rule: the strokes, what was found, how much research there is.
    private float DrawEvidence(SKCanvas canvas, int strokes, string? finding)
    {
        using var ink = Fill(FinderTheme.Light.Ink);
        using var quiet = Fill(FinderTheme.Light.Ink2);
        using var rule = Line(FinderTheme.Light.Ink, 1.5f);
        using var known = Line(FinderTheme.Light.Primary, 3);
        using var unknown = Line(FinderTheme.Light.LineStrong, 1.1f);

        var (size, found) = FitFinding(finding ?? "");
        using var bold = new Lettering(strong, size);
        using var small = new Lettering(text, ResearchSize);
        var lead = size * 1.25f;
        var height = (found.Count * lead) + ResearchSize;
        var top = TextBottom - height;

        canvas.DrawLine(Margin, top - 22, Margin + Column, top - 22, rule);
        canvas.Save();
        canvas.Translate(Margin - (StrokesFrom * MarkScale), top + ((height - (24 * MarkScale)) / 2));
        canvas.Scale(MarkScale);
        for (var i = 0; i < Evidence.MostStrokes; i++)
        {
            using var stroke = SKPath.ParseSvgPathData(EvidenceStrokes.Stroke(i));
            canvas.DrawPath(stroke, i < strokes ? known : unknown);
        }

        canvas.Restore();
        for (var i = 0; i < found.Count; i++)
        {
            bold.Draw(canvas, found[i], WordsFrom, top + (size * .86f) + (i * lead), ink);
        }

        small.Draw(canvas, Evidence.WordsOf(strokes), WordsFrom, TextBottom - (ResearchSize * .12f), quiet);
        return top - 22 - OverEvidence;
    }

    // A finding that lost its end could say the opposite: it gets smaller, and then more lines, but is never cut.
    private (int Size, List<string> Lines) FitFinding(string finding)
    {
        return Fit(LargestFinding, SmallestFindingOfOneLine, 1) ?? Fit(LargestFinding, SmallestFinding, 2) ?? Fit(SmallestFinding, SmallestFinding, int.MaxValue)!.Value;

        (int, List<string>)? Fit(int from, int to, int lines)
        {
            for (var size = from; size >= to; size--)
            {
                using var letters = new Lettering(strong, size);
                var words = letters.Clean(finding);
                var found = words.Length == 0 ? [] : letters.Balance(char.ToUpperInvariant(words[0]) + words[1..], Margin + Column - WordsFrom);
                if (found.Count <= lines)
                {
                    return (size, found);
                }
            }

            return null;
        }
    }

    private void DrawWords(SKCanvas canvas, ShareCardText card, float bottom)
    {
        using var ink = Fill(FinderTheme.Light.Ink);
        using var quiet = Fill(FinderTheme.Light.Ink2);
        using var label = new Lettering(strong, KindSize, .11f);
        using var body = new Lettering(text, SummarySize);

        var kind = card.Kind == SiteName ? "" : label.Clean(card.Kind).ToUpperInvariant();
        var kindHeight = kind.Length == 0 ? 0 : KindSize + UnderKind;
        var sentence = body.Clean(card.Summary);
        var summary = body.Wrap(sentence, Column);
        var room = bottom - TextTop - kindHeight;
        var (size, lines) = FitTitle(card.Title, WithWholeSummary, RoomBeside(MostSummaryLines))
            ?? FitTitle(card.Title, SmallestTitle, RoomBeside(FewestSummaryLines))
            ?? CutTitle(card.Title);
        var titleHeight = lines.Count * size * TitleLead;
        var summaryLines = (int)Math.Min(MostSummaryLines, (room - titleHeight - UnderTitle) / SummaryLead);
        summary = summary.Count <= summaryLines ? body.Balance(sentence, Column) : body.Cut(summary, Math.Max(1, summaryLines), Column);

        // In the middle of its room, a little above it, as a title sits on a page.
        var y = TextTop + ((room - titleHeight - UnderTitle - (summary.Count * SummaryLead)) * .45f);
        label.Draw(canvas, kind, Margin, y + KindSize, quiet);
        y += kindHeight;
        using var heading = new Lettering(title, size, TitleTrack);
        foreach (var line in lines)
        {
            heading.Draw(canvas, line, Margin, y + (size * .82f), ink);
            y += size * TitleLead;
        }

        y += UnderTitle;
        foreach (var line in summary)
        {
            body.Draw(canvas, line, Margin, y + SummarySize, quiet);
            y += SummaryLead;
        }

        float RoomBeside(int summaryLines) => room - UnderTitle - (Math.Min(summary.Count, summaryLines) * SummaryLead);
    }

    // The largest size at which the title has few enough lines and nothing else loses its room.
    private (int Size, List<string> Lines)? FitTitle(string words, int smallest, float room)
    {
        for (var size = LargestTitle; size >= smallest; size -= 2)
        {
            using var letters = new Lettering(title, size, TitleTrack);
            var clean = letters.Clean(words);
            var lines = letters.Wrap(clean, Column).Count;
            if (lines <= MostTitleLines && lines * size * TitleLead <= room && letters.HasRoomForEveryWord(clean, Column))
            {
                return (size, letters.Balance(clean, Column));
            }
        }

        return null;
    }

    private (int Size, List<string> Lines) CutTitle(string words)
    {
        using var letters = new Lettering(title, SmallestTitle, TitleTrack);
        return (SmallestTitle, letters.Cut(letters.Balance(letters.Clean(words), Column), MostTitleLines, Column));
    }

    private static SKPaint Fill(string colour) => new() { Color = SKColor.Parse(colour), IsAntialias = true };

    private static SKPaint Line(string colour, float width) =>
        new() { Color = SKColor.Parse(colour), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
}
