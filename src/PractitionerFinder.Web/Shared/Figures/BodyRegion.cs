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

    private static readonly Level Crown = new(-10, -10, Narrow);
    private static readonly Level Eyes = new(22, 27, Narrow);
    private static readonly Level Chin = new(38, 57, Narrow);
    private static readonly Level Nape = new(36, 52, Narrow);
    private static readonly Level NeckBase = new(74, 84, Narrow);
    private static readonly Level Ribs = new(162, 148, Waist);
    private static readonly Level LowRibs = new(152, 158, Waist);
    private static readonly Level Belt = new(194, 216, Wide);
    private static readonly Level Fold = new(244, 256, Wide);
    private static readonly Level AboveKnee = new(309, 309, Wide);
    private static readonly Level UnderKnee = new(353, 353, Wide);
    private static readonly Level Ankle = new(429, 429, Wide);
    private static readonly Level Ground = new(470, 470, Wide);

    // The shoulder: from the neck down to the armpit, and round the top of the arm. The first point lies on the base of the neck.
    private static readonly (double X, double Y) Collar = (12, 82.4);
    private static readonly (double X, double Y) CollarHandle = (34, 95);
    private static readonly (double X, double Y) Armpit = (38, 123);
    private static readonly (double X, double Y) ArmHandle = (55, 139);
    private static readonly (double X, double Y) ArmOuter = (72, 125);

    private static readonly BodyRegion[] Limbs =
    [
        new(1, Both(s => new PathWriter(1).Move(s(Armpit)).Quadratic(s(ArmHandle), s(ArmOuter)).Line(s((100, 125))).Line(s((100, 300))).Line(s((52, 300))) + "z")),
        new(2, Both(s => new PathWriter(1).Move(s(Collar)).Quadratic(s((21, 80)), s((NeckBase.Half, NeckBase.Side))).Line(s((72, 70))).Line(s(ArmOuter))
            .Quadratic(s(ArmHandle), s(Armpit)).Quadratic(s(CollarHandle), s(Collar)) + "z")),
        new(1, Between(Fold, AboveKnee) + Between(UnderKnee, Ankle)),
        new(2, Between(AboveKnee, UnderKnee)),
        new(2, Between(Ankle, Ground)),
    ];

    /// <summary>The areas as the front shows them. The belly is none of them.</summary>
    public static IReadOnlyList<BodyRegion> Front { get; } =
        [new(1, Between(Crown, Eyes)), new(2, Between(Eyes, Chin)), new(3, Between(Chin, NeckBase)), new(1, Trunk(Ribs)), new(2, Between(Belt, Fold)), .. Limbs];

    /// <summary>The areas as the back shows them.</summary>
    public static IReadOnlyList<BodyRegion> Back { get; } =
        [new(1, Between(Crown, Nape)), new(3, Between(Nape, NeckBase)), new(1, Trunk(LowRibs)), new(2, Between(LowRibs, Fold)), .. Limbs];

    /// <summary>Where two areas meet on the front. Each line is drawn once: two broken lines on one place would close each other's gaps.</summary>
    public static string FrontEdges { get; } = Edges(Eyes, Chin, Ribs, Belt);

    /// <summary>Where two areas meet on the back.</summary>
    public static string BackEdges { get; } = Edges(Nape, LowRibs);

    private static string Edges(params Level[] own) => string.Concat(own.Concat([NeckBase, Fold, AboveKnee, UnderKnee, Ankle]).Select(l => l.From(new PathWriter(1)).ToString()))
        + Both(s => new PathWriter(1).Move(s(Collar)).Quadratic(s(CollarHandle), s(Armpit)).Quadratic(s(ArmHandle), s(ArmOuter)).ToString());

    private static string Between(Level top, Level bottom) =>
        top.From(new PathWriter(1)).Line((bottom.Half, bottom.Side)).Quadratic((0, bottom.Handle), (-bottom.Half, bottom.Side)) + "z";

    /// <summary>From the neck and the shoulders down to a line.</summary>
    private static string Trunk(Level bottom) => new PathWriter(1)
        .Move((-Collar.X, Collar.Y)).Quadratic((0, 2 * NeckBase.Middle - Collar.Y), Collar).Quadratic(CollarHandle, Armpit).Line((bottom.Half, bottom.Side))
        .Quadratic((0, bottom.Handle), (-bottom.Half, bottom.Side)).Line((-Armpit.X, Armpit.Y)).Quadratic((-CollarHandle.X, CollarHandle.Y), (-Collar.X, Collar.Y)) + "z";

    private static string Both(Func<Func<(double X, double Y), (double, double)>, string> draw) => draw(p => p) + draw(p => (-p.X, p.Y));

    /// <summary>A line across the body, given by its height at the sides and in the middle.</summary>
    private sealed record Level(double Side, double Middle, double Half)
    {
        public double Handle => 2 * Middle - Side;

        public PathWriter From(PathWriter path) => path.Move((-Half, Side)).Quadratic((0, Handle), (Half, Side));
    }
}
