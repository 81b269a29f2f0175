using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>A picture with areas in it: the whole body, or the head or the feet larger, from the front or from the back.</summary>
/// <param name="Key">Its word in classes and ids: <c>whole</c>, <c>head</c> or <c>feet</c>.</param>
/// <param name="Name">What it shows, to be read.</param>
/// <param name="Box">Its view box.</param>
/// <param name="Outline">The skin.</param>
/// <param name="Fibres">Lines under the skin.</param>
/// <param name="Ink">Finer lines on it.</param>
/// <param name="Parts">The areas, from the top down.</param>
public sealed record BodyPicture(string Key, string Name, BodyPicture.ViewBox Box, string Outline, string Fibres, string Ink, IReadOnlyList<BodyPart> Parts)
{
    /// <summary>The pictures of the front.</summary>
    public static IReadOnlyList<BodyPicture> Front { get; } =
    [
        new("whole", "The body from the front", WholeBox, BodyOutline.Outline, BodyOutline.FrontFibres, "", BodyParts.Front),
        new("head", "Head and neck", HeadBox, BodyOutline.Outline, "", HeadParts.Face, HeadParts.Front),
        new("feet", "Feet", FeetBox, FootParts.Outline, "", "", FootParts.Front),
    ];

    /// <summary>The pictures of the back.</summary>
    public static IReadOnlyList<BodyPicture> Back { get; } =
    [
        new("whole", "The body from the back", WholeBox, BodyOutline.Outline, BodyOutline.BackFibres, "", BodyParts.Back),
        new("head", "Head and neck", HeadBox, BodyOutline.Outline, "", "", HeadParts.Back),
        new("feet", "Heels and soles", FeetBox, FootParts.Outline, "", "", FootParts.Back),
    ];

    private static ViewBox WholeBox => new(-122, -12, 244, 486);

    private static ViewBox HeadBox => new(-28, -7, 56, 94);

    private static ViewBox FeetBox => new(-62, 0, 124, 152);

    /// <summary>The pictures of a view.</summary>
    public static IReadOnlyList<BodyPicture> Of(BodyViews view) => view == BodyViews.Front ? Front : Back;

    /// <summary>What of the drawing's plane is in the picture.</summary>
    public readonly record struct ViewBox(int X, int Y, int Width, int Height)
    {
        public override string ToString() => $"{X} {Y} {Width} {Height}";
    }
}
