using System.Globalization;
using System.Text;
using PractitionerFinder.Core.Finder;
using SkiaSharp;

namespace PractitionerFinder.Web.Shared.Cards;

/// <summary>A face at one size: measures, breaks and draws lines of text. Belongs to one drawing: it is not safe between threads.</summary>
internal sealed class Lettering : IDisposable
{
    private const string Ellipsis = "…";

    // Half a pixel: finer than can be seen.
    private const float Finest = .5f;

    private readonly SKTypeface face;
    private readonly SKFont font;
    private readonly float track;

    /// <param name="face">The face; it stays the caller's.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="track">Room added after every character, in parts of the size.</param>
    public Lettering(SKTypeface face, float size, float track = 0)
    {
        this.face = face;
        this.track = track * size;
        font = new SKFont(face, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
    }

    public float Size => font.Size;

    /// <summary>The text in one spacing and in characters that the face has: another gives way to its letter without the accent, or to nothing.</summary>
    public string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\n' or '\r' or '\t')
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                // Only a shaper could put it over its letter.
                continue;
            }
            else if (font.ContainsGlyph(rune.Value))
            {
                clean.Append(rune.ToString());
            }
            else if (PlainWords.Line(rune.ToString()) is { Length: > 0 } letter && font.ContainsGlyphs(letter))
            {
                clean.Append(Rune.IsUpper(rune) ? letter.ToUpperInvariant() : letter);
            }
        }

        return string.Join(' ', Words(clean.ToString()));
    }

    public float Width(string text) => Place(text).Width;

    /// <summary>Lines no wider than the width; a word that is wider by itself goes on in the next line.</summary>
    public List<string> Wrap(string text, float width)
    {
        var lines = new List<string>();
        foreach (var word in Words(text))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}") <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.AddRange(Pieces(word, width));
            }
        }

        return lines;
    }

    /// <summary>As many lines as <see cref="Wrap"/> makes, of about the same length.</summary>
    public List<string> Balance(string text, float width)
    {
        var lines = Wrap(text, width);
        var (tooNarrow, enough) = (Math.Min(width, Words(text).Select(Width).DefaultIfEmpty().Max()) - Finest, width);
        while (lines.Count > 1 && enough - tooNarrow > Finest)
        {
            var middle = (tooNarrow + enough) / 2;
            var narrower = Wrap(text, middle);
            if (narrower.Count > lines.Count)
            {
                tooNarrow = middle;
            }
            else
            {
                (lines, enough) = (narrower, middle);
            }
        }

        return lines;
    }

    /// <summary>The first lines; when there are more, the last one kept ends with a whole word and an ellipsis.</summary>
    public List<string> Cut(List<string> lines, int most, float width)
    {
        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (Width(last + Ellipsis) > width)
        {
            var space = last.LastIndexOf(' ');
            last = last[..(space > 0 ? space : last.Length - 1)];
        }

        return [.. lines[..(most - 1)], last.TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-') + Ellipsis];
    }

    public bool HasRoomForEveryWord(string text, float width) => Words(text).All(word => Width(word) <= width);

    /// <summary>Draws one line from the left.</summary>
    /// <returns>Where it ends.</returns>
    public float Draw(SKCanvas canvas, string text, float x, float baseline, SKPaint ink)
    {
        var (glyphs, starts, width) = Place(text);
        if (glyphs.Length > 0)
        {
            using var builder = new SKTextBlobBuilder();
            builder.AddHorizontalRun(glyphs, font, starts, 0);
            using var blob = builder.Build();
            canvas.DrawText(blob, x, baseline, ink);
        }

        return x + width;
    }

    public void Dispose() => font.Dispose();

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Pieces(string word, float width)
    {
        var piece = "";
        foreach (var rune in word.EnumerateRunes().Select(r => r.ToString()))
        {
            if (piece.Length > 0 && Width(piece + rune) > width)
            {
                yield return piece;
                piece = "";
            }

            piece += rune;
        }

        yield return piece;
    }

    // Skia sets one glyph after another and leaves kerning to a shaper; the fonts of the cards hold theirs where it can be read.
    private (ushort[] Glyphs, float[] Starts, float Width) Place(string text)
    {
        var glyphs = font.GetGlyphs(text);
        var widths = font.GetGlyphWidths(glyphs);
        var kerning = face.GetKerningPairAdjustments(glyphs);
        var starts = new float[glyphs.Length];
        var x = 0f;
        for (var i = 0; i < glyphs.Length; i++)
        {
            starts[i] = x;
            x += widths[i] + track + (i < kerning.Length ? kerning[i] * font.Size / face.UnitsPerEm : 0);
        }

        return (glyphs, starts, Math.Max(0, x - track));
    }
}
