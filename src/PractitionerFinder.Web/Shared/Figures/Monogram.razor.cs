using System.Text;
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

    // FNV-1a: the same on every node and in every run, which the platform's own hash of a text is not.
    private int Hash => (int)(Encoding.UTF8.GetBytes(Slug).Aggregate(2_166_136_261u, (hash, b) => unchecked((hash ^ b) * 16_777_619u)) >> 4);
}
