using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>How referred pain is mapped: a place that is pressed, and the places where people often report the ache.</summary>
public sealed partial class ReferredPain
{
    // The row "Upper trapezius" of the referred-pain table; the names are those of the areas.
    private const string Description =
        "Head, neck and shoulder from the side. A dot marks a place that is pressed: in the upper trapezius, the muscle at the top of the shoulder. "
        + "Three hatched parts mark where people often report an ache: the temple and side of the head, the ear, and the side of the neck. "
        + "These are areas people often report. They are not a diagnosis.";

    private static readonly DrawingLabel[] Labels =
    [
        new("Temple and side of the head", 7, 140),
        new("Ear", 12, 143),
        new("Side of the neck", 19, 151),
        new("Pressed here: top of the shoulder", 26, 180, IsStrong: true),
    ];

    /// <summary>Start of the ids of the text alternative; unique on the page.</summary>
    [Parameter]
    public string Id { get; set; } = "referred-pain";
}
