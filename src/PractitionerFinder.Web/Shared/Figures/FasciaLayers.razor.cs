using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>A block cut out of the body, from the skin down to the bone, to show where fascia lies.</summary>
public sealed partial class FasciaLayers
{
    // That fascia lies in layers, wraps muscle and goes round bone: statpearls-fascia. The shapes are a drawing and no more.
    private const string Description =
        "A block cut out of the body, each layer cut back further than the one under it. From the outside in: skin; fat, with a thin sheet of superficial fascia in it; "
        + "a sheet of deep fascia; muscle, wrapped in fascia and parted by it; bone, with fascia round it. A drawing, not to scale.";

    private static readonly DrawingLabel[] Labels =
    [
        new("Skin", 3, 84),
        new("Fat", 7, 131),
        new("Superficial fascia", 11, 124, IsStrong: true),
        new("Deep fascia", 15, 162, IsStrong: true),
        new("Muscle, wrapped in fascia", 22, 201),
        new("Bone", 34, 219),
    ];

    /// <summary>Start of the ids of the text alternative; unique on the page.</summary>
    [Parameter]
    public string Id { get; set; } = "fascia-layers";
}
