using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The figure with an area filled, beside or above words on it. A wide area fills its parts, and one that is small on the body is shown
/// on the larger head or foot. Needs <c>body-map.css</c>.
/// </summary>
public sealed partial class BodyCard
{
    private const string WholeBody = "whole-body";

    /// <summary>Slug of the area.</summary>
    [Parameter, EditorRequired]
    public string Area { get; set; } = "";

    /// <summary>The person's own side: <c>left</c>, <c>right</c>, or null for both.</summary>
    [Parameter]
    public string? Side { get; set; }

    /// <summary>Start of the ids within; unique on the page.</summary>
    [Parameter]
    public string Id { get; set; } = "body-card";

    /// <summary>What stands with the figure.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private BodyArea Shown => Vocabulary.Area(Area) ?? throw new InvalidOperationException($"The vocabulary has no area '{Area}'.");

    private BodyViews[] Views => [.. new[] { BodyViews.Front, BodyViews.Back }.Where(v => Shown.Views.HasFlag(v))];

    /// <summary>The first picture of a view that has the area, or else parts of it, and these as one path.</summary>
    private (BodyPicture Picture, string Path) Picture(BodyViews view)
    {
        var pictures = BodyPicture.Of(view);
        if (Area == WholeBody)
        {
            return (pictures[0], BodyOutline.Outline);
        }

        Func<BodyPart, bool>[] ways = [part => part.Area == Area, part => Vocabulary.Area(part.Area)?.Parent == Area];
        return ways
            .SelectMany(isChosen => pictures.Select(picture => (picture, Path: string.Concat(picture.Parts
                .Where(p => isChosen(p) && (Side is null || p.Side is null || p.Side == Side))
                .Select(p => p.Path)))))
            .First(p => p.Path != "");
    }

    private string Words(BodyViews view, BodyPicture picture) =>
        $"{(picture.Key == "whole" ? "The body" : picture.Name)} from the {(view == BodyViews.Front ? "front" : "back")}, with an area marked: {Shown.Name.ToLowerInvariant()}{(Side is null ? "" : $", {Side}")}.";
}
