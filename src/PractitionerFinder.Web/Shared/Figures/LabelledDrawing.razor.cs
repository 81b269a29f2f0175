using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// A drawing with names on level lines. With very large letters the names stand under it instead, and numbers tell which is which.
/// </summary>
public sealed partial class LabelledDrawing
{
    /// <summary>Start of the ids of the text alternative; unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Class of the figure.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>What the drawing is called where it cannot be seen.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>All that it shows, in words.</summary>
    [Parameter, EditorRequired]
    public string Description { get; set; } = "";

    /// <summary>Units from side to side, with the room for names.</summary>
    [Parameter, EditorRequired]
    public int Width { get; set; }

    /// <summary>Units from top to bottom.</summary>
    [Parameter, EditorRequired]
    public int Height { get; set; }

    /// <summary>The names in the order in which they are read.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DrawingLabel> Labels { get; set; } = [];

    /// <summary>The drawing itself, as SVG.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Drawing { get; set; } = default!;

    /// <summary>The words under it.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Caption { get; set; } = default!;

    // Each line runs to the edge, and the name's ground hides what is under it: so it ends at the word, however large that is.
    private string Leaders
    {
        get
        {
            var path = new PathWriter(1);
            foreach (var label in Labels)
            {
                path.Move((label.X, Y(label))).Line((label.IsLeft ? 0 : Width, Y(label)));
            }

            return path.ToString();
        }
    }

    private double Y(DrawingLabel label) => (double)label.Row * Height / DrawingLabel.Rows;

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
