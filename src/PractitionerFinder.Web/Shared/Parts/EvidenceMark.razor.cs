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

    private static MarkupString Draw(int known)
    {
        var strokes = new StringBuilder();
        for (var i = 0; i < Technique.MostStrokes; i++)
        {
            strokes.Append("<path class=\"").Append(i < known ? "known" : "unknown").Append("\" d=\"M").Append(3.5 + (i * 7.5)).Append(" 3c-3.2 6 3.2 12 0 18\"/>");
        }

        return new MarkupString($"""<svg viewBox="0 0 30 24" aria-hidden="true" focusable="false">{strokes}</svg>""");
    }
}
