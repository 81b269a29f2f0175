namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The name of a wide area beside the whole body, for those that are no part of their own in it. It is written on both sides and in
/// both views; units are those of <see cref="BodyOutline"/>, given for the side of positive x.
/// </summary>
/// <param name="Area">Slug of the area.</param>
/// <param name="Y">Middle of its name.</param>
/// <param name="Lines">Its name, broken so that it keeps clear of the arms.</param>
/// <param name="Dot">What it points to.</param>
/// <param name="Turn">Where the line that points there leaves the level of the name; null where it is level all the way.</param>
public sealed record WideLabel(string Area, double Y, string[] Lines, (double X, double Y) Dot, double? Turn = null)
{
    /// <summary>From the middle of the body to the outer end of every name.</summary>
    public const int Edge = 119;

    /// <summary>The height in which a press finds the name.</summary>
    public const int Height = 26;

    /// <summary>The names from the shoulders down.</summary>
    public static IReadOnlyList<WideLabel> All { get; } =
    [
        new("shoulder", 92, ["Shoulder"], (43, 92)),
        new("chest-and-upper-back", 121, ["Chest and", "upper back"], (22, 121)),
        new("arm-and-hand", 158, ["Arm and", "hand"], (55, 158)),
        new("hip-and-groin", 306, ["Hip and", "groin"], (37, 236), 57),
        new("knee", 332, ["Knee"], (25, 332)),
        new("leg-and-calf", 386, ["Leg and", "calf"], (24, 386)),
    ];

    /// <summary>About how long the name is, in letters of the size that the style sheet gives it; on the narrowest page it is a little longer.</summary>
    public double Reach => Lines.Max(l => l.Length) * 5 + 0.5;

    /// <summary>The line from the dot to the name.</summary>
    /// <param name="sign">1 for the side of positive x, −1 for the other.</param>
    public string Leader(int sign)
    {
        var path = new PathWriter(1).Move((sign * Dot.X, Dot.Y));
        if (Turn is { } turn)
        {
            path.Line((sign * turn, Y));
        }

        return path.Line((sign * (Edge - Reach - 6), Y)).ToString();
    }
}
