using System.Globalization;
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

    /// <summary>The path of a stroke, counted from the left, on a ground of 30 by 24.</summary>
    internal static string Stroke(int place) => string.Create(CultureInfo.InvariantCulture, $"M{3.5 + (place * 7.5)} 3c-3.2 6 3.2 12 0 18");

    private static MarkupString Draw(int known)
    {
        var strokes = new StringBuilder();
        for (var i = 0; i < Evidence.MostStrokes; i++)
        {
            strokes.Append("<path class=\"").Append(i < known ? "known" : "unknown").Append("\" d=\"").Append(Stroke(i)).Append("\"/>");
        }

        return new MarkupString($"""<svg class="strokes" viewBox="0 0 30 24" aria-hidden="true" focusable="false">{strokes}</svg>""");
    }
}
