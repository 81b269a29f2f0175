using System.Text;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Parts;

/// <summary>Strokes of which the first few are filled; words stand beside them.</summary>
public sealed partial class EvidenceStrokes
{
    private static readonly MarkupString[] Drawn = [.. Enumerable.Range(0, Evidence.MostStrokes + 1).Select(Draw)];

    /// <summary>How many are filled, 0 to 4.</summary>
    [Parameter, EditorRequired]
    public int Known { get; set; }

    private static MarkupString Draw(int known)
    {
        var strokes = new StringBuilder();
        for (var i = 0; i < Evidence.MostStrokes; i++)
        {
            strokes.Append("<path class=\"").Append(i < known ? "known" : "unknown").Append("\" d=\"M").Append(3.5 + (i * 7.5)).Append(" 3c-3.2 6 3.2 12 0 18\"/>");
        }

        return new MarkupString($"""<svg class="strokes" viewBox="0 0 30 24" aria-hidden="true" focusable="false">{strokes}</svg>""");
    }
}
