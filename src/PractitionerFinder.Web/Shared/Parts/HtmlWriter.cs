using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Parts;

/// <summary>
/// Writes HTML from templates in which every hole is encoded, for the parts of a page that are many. A component of Blazor notes each element, attribute and
/// text so as to compare it with the next drawing; on a page that is drawn once that took most of its time (docs/performance.md).
/// </summary>
public sealed class HtmlWriter : IDisposable
{
    private const int Room = 2048;

    // Letters of every script stay as they are; what means something in HTML never does.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private char[] text = ArrayPool<char>.Shared.Rent(Room);
    private int length;

    /// <summary>Writes a template.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Template template)
    {
        // It wrote itself, hole by hole.
    }

    /// <summary>What was written.</summary>
    public MarkupString ToMarkup() => new(new string(text, 0, length));

    public void Dispose() => ArrayPool<char>.Shared.Return(text);

    private void Append(ReadOnlySpan<char> raw)
    {
        Grow(raw.Length);
        raw.CopyTo(text.AsSpan(length));
        length += raw.Length;
    }

    private void Encode(ReadOnlySpan<char> value)
    {
        while (Encoder.Encode(value, text.AsSpan(length), out var consumed, out var written) is var done)
        {
            length += written;
            value = value[consumed..];
            if (done != OperationStatus.DestinationTooSmall)
            {
                return;
            }

            Grow(Encoder.MaxOutputCharactersPerInputCharacter + value.Length);
        }
    }

    private void Grow(int by)
    {
        if (text.Length - length >= by)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(text.Length * 2, length + by));
        text.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(text);
        text = larger;
    }

    /// <summary>A template: its own text is HTML, a hole is text, a number, or HTML that was made already.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly HtmlWriter html;

        public Template(int literalLength, int formattedCount, HtmlWriter html)
        {
            this.html = html;
            html.Grow(literalLength);
        }

        public void AppendLiteral(string value) => html.Append(value);

        public void AppendFormatted(string? value) => html.Encode(value);

        public void AppendFormatted(MarkupString value) => html.Append(value.Value);

        public void AppendFormatted(int value)
        {
            Span<char> digits = stackalloc char[11];
            value.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
            html.Append(digits[..written]);
        }
    }
}
