using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Parts;

/// <summary>How much research there is on a technique and what it found: one mark, in the same words everywhere.</summary>
public sealed partial class EvidenceMark
{
    private static readonly MarkupString[] Drawn = [.. Enumerable.Range(0, Technique.MostStrokes + 1).Select(Draw)];

    [Parameter, EditorRequired]
    public Technique Technique { get; set; } = default!;

    private MarkupString Strokes => Drawn[Technique.Strokes];

    /// <summary>The path of a stroke, counted from the left, on a ground of 30 by 24.</summary>
    internal static string Stroke(int place) => string.Create(CultureInfo.InvariantCulture, $"M{3.5 + (place * 7.5)} 3c-3.2 6 3.2 12 0 18");

    private static MarkupString Draw(int known)
    {
        var strokes = new StringBuilder();
        for (var i = 0; i < Technique.MostStrokes; i++)
        {
            strokes.Append("<path class=\"").Append(i < known ? "known" : "unknown").Append("\" d=\"").Append(Stroke(i)).Append("\"/>");
        }

        return new MarkupString($"""<svg viewBox="0 0 30 24" aria-hidden="true" focusable="false">{strokes}</svg>""");
    }
}
