using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The body with level lines to plain links: the labels are the list. Where each line goes is in <c>figures.css</c>, in the
/// units of the figure, because a page may not hold styles.
/// </summary>
public sealed partial class BodyPlate
{
    /// <summary>The areas shown, from head to foot, each with its point on the figure and the side of its label.</summary>
    public static IReadOnlyList<Mark> Marks { get; } =
    [
        new("head", 108, 26, IsLeft: false),
        new("neck", 93, 62, IsLeft: true),
        new("shoulder", 144, 90, IsLeft: false),
        new("upper-back", 89, 112, IsLeft: true),
        new("elbow", 157, 164, IsLeft: false),
        new("low-back", 91, 172, IsLeft: true),
        new("wrist-and-hand", 171, 232, IsLeft: false),
        new("hip-and-groin", 72, 216, IsLeft: true),
        new("knee", 119, 314, IsLeft: false),
        new("calf", 80, 352, IsLeft: true),
        new("foot-and-ankle", 117, 420, IsLeft: false),
    ];

    /// <summary>Where the link of an area leads, by its slug.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> AddressOf { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    /// <summary>A point of the figure.</summary>
    /// <param name="Area">Slug of the area.</param>
    /// <param name="X">Units from the left.</param>
    /// <param name="Y">Units from the top.</param>
    /// <param name="IsLeft">Whether the label stands left of the figure.</param>
    public sealed record Mark(string Area, int X, int Y, bool IsLeft);
}
