using Microsoft.AspNetCore.Components;

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

    private int Rings => Hash % Drawings;

    private int Turn => Hash / Drawings % Turns;

    private int Hash => (int)(StableHash.Of(Slug) >> 4);
}
