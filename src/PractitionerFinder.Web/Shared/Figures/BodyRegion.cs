namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The wide areas of the body as rough shapes, to be cut by the outline; units are those of <see cref="BodyOutline"/>.</summary>
/// <param name="Tint">1 to 3, another one than beside it.</param>
/// <param name="Path">The shape.</param>
internal sealed record BodyRegion(int Tint, string Path)
{
    // Half the width of a band over head and neck, over hips and legs, and over the waist: past the skin, but short of the arms.
    private const double Narrow = 30;
    private const double Wide = 52;
    private const double Waist = 42;

    private static readonly (double, double) Crown = (-10, -10);
    private static readonly (double, double) NeckBase = (74, 84);
    private static readonly (double, double) Fold = (244, 256);
    private static readonly (double, double) AboveKnee = (309, 309);
    private static readonly (double, double) UnderKnee = (353, 353);
    private static readonly (double, double) Ankle = (429, 429);
    private static readonly (double, double) Ground = (470, 470);

    private static readonly BodyRegion[] Limbs =
    [
        new(1, Both((38, 123), (50, 135), (62, 127), (100, 127), (100, 300), (52, 300))),
        new(2, Both((12, 81), (22, 74), (70, 70), (70, 127), (50, 135), (38, 123), (36, 103))),
        new(1, Band(Fold, AboveKnee, Wide) + Band(UnderKnee, Ankle, Wide)),
        new(2, Band(AboveKnee, UnderKnee, Wide)),
        new(2, Band(Ankle, Ground, Wide)),
    ];

    /// <summary>The areas as the front shows them. The belly is none of them.</summary>
    public static IReadOnlyList<BodyRegion> Front { get; } =
    [
        new(1, Band(Crown, (22, 27), Narrow)),
        new(2, Band((22, 27), (38, 57), Narrow)),
        new(3, Band((38, 57), NeckBase, Narrow)),
        new(1, Trunk((162, 148))),
        new(2, Band((194, 216), Fold, Wide)),
        .. Limbs,
    ];

    /// <summary>The areas as the back shows them.</summary>
    public static IReadOnlyList<BodyRegion> Back { get; } =
    [
        new(1, Band(Crown, (36, 52), Narrow)),
        new(3, Band((36, 52), NeckBase, Narrow)),
        new(1, Trunk((152, 158))),
        new(2, Band((152, 158), Fold, Wide, Waist)),
        .. Limbs,
    ];

    /// <summary>All between two lines, each given by its height at the sides and in the middle.</summary>
    private static string Band((double Side, double Middle) top, (double Side, double Middle) bottom, double half, double? topHalf = null) => new PathWriter(1)
        .Move((-(topHalf ?? half), top.Side)).Quadratic((0, 2 * top.Middle - top.Side), (topHalf ?? half, top.Side))
        .Line((half, bottom.Side)).Quadratic((0, 2 * bottom.Middle - bottom.Side), (-half, bottom.Side)) + "z";

    /// <summary>From the neck and the shoulders down to a line.</summary>
    private static string Trunk((double Side, double Middle) bottom) => new PathWriter(1)
        .Move((-12, 81)).Quadratic((0, 87), (12, 81)).Quadratic((34, 95), (38, 123)).Line((Waist, bottom.Side))
        .Quadratic((0, 2 * bottom.Middle - bottom.Side), (-Waist, bottom.Side)).Line((-38, 123)).Quadratic((-34, 95), (-12, 81)) + "z";

    private static string Both(params (double X, double Y)[] corners)
    {
        var path = "";
        foreach (var side in new[] { 1, -1 })
        {
            var half = new PathWriter(1).Move((corners[0].X * side, corners[0].Y));
            foreach (var (x, y) in corners[1..])
            {
                half.Line((x * side, y));
            }

            path += half + "z";
        }

        return path;
    }
}
