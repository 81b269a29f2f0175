namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>An area that the plate names, and where: the dot is level with its label.</summary>
/// <param name="Area">Slug of the area; its name is the label.</param>
/// <param name="Row">Row of the label and of the dot, 1 to <see cref="Rows"/> − 1, as the css class <c>plate-row-N</c> places it.</param>
/// <param name="X">The dot, from the middle of the body to the right of the picture; the label is on that side of it.</param>
public sealed record PlateLabel(string Area, int Row, double X)
{
    /// <summary>Rows of the plate.</summary>
    public const int Rows = 32;

    /// <summary>Height of a row, in units of the body.</summary>
    public const int RowHeight = 15;

    /// <summary>Above the crown and under the soles.</summary>
    public const int Margin = (Rows * RowHeight - BodyOutline.Height) / 2;

    /// <summary>The plate's labels from head to foot, the order in which they are read.</summary>
    public static IReadOnlyList<PlateLabel> All { get; } =
    [
        new("head", 2, 7),
        new("jaw-and-face", 4, 6),
        new("neck", 5, -3),
        new("shoulder", 7, 44),
        new("upper-back", 9, -14),
        new("elbow", 12, 62),
        new("low-back", 13, -13),
        new("buttock", 15, 19),
        new("hip-and-groin", 16, -31),
        new("wrist-and-hand", 17, 75),
        new("knee", 23, 20),
        new("calf", 25, -20),
        new("foot-and-ankle", 30, 17),
    ];

    /// <summary>Whether the label stands left of the figure.</summary>
    public bool IsLeft => X < 0;

    /// <summary>Height of the dot on the plate.</summary>
    public int Y => Row * RowHeight;
}
