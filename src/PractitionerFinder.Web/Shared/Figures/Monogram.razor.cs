using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Initials over contour rings, of which the address of the listing chooses and turns one: stands where there is no photo.</summary>
public sealed partial class Monogram
{
    private const int Drawings = 4;
    private const int Turns = 8;

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Address of the listing: the same one always looks the same.</summary>
    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    /// <summary>52 or 112, in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 52;

    /// <summary>The monogram as HTML, for what is drawn without components.</summary>
    public static MarkupString Of(string name, string slug, int size)
    {
        var hash = (int)(StableHash.Of(slug) >> 4);
        using var html = new HtmlWriter();
        html.Write($"""<span class="monogram monogram-{size} contours-{hash % Drawings} turned-{hash / Drawings % Turns}" aria-hidden="true">{Initials.Of(name)}</span>""");
        return html.ToMarkup();
    }
}
