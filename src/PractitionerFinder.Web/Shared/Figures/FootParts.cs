using PractitionerFinder.Core.Learn;
using Line = (double X, double Y)[];

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// Both feet, larger, with their areas: from the front with the top of the foot towards us, from the back with the sole, as of somebody
/// who lies on their front. Units: the middle between the feet is x = 0, y runs from the shins at 0 down to the toes.
/// </summary>
internal static class FootParts
{
    // Down the inner side, around the toes from the great one to the little one, and up the outer side.
    private static readonly Line Foot =
    [
        (17.8, 0), (18.6, 12), (20.6, 26), (20.2, 34), (18.4, 41), (19.2, 49), (18.6, 58), (17, 70), (15, 84), (12, 98), (9.4, 110), (9, 120),
        (9.6, 132), (11, 142), (15.6, 147), (20.4, 145.4), (22.8, 138.6), (23.4, 131.4), (25, 133.4), (26, 141), (29.2, 143.6), (32.2, 141), (32.2, 133), (32.6, 128.6),
        (34.6, 131), (36.2, 136.6), (39, 137.4), (41, 134.4), (40.2, 127), (40.6, 123.6), (42.8, 126.4), (45, 130), (47.4, 129.4), (48.4, 125.8), (47, 119.6), (47.4, 116.4),
        (49.6, 118.6), (52.2, 120.6), (54.4, 118), (54.4, 111), (53.2, 102), (51, 90), (48, 77), (45.6, 65), (44.6, 56), (45.6, 49), (45, 42.6), (42.6, 36),
        (42, 26), (43.4, 12), (44.4, 0),
    ];

    // The front.
    private static readonly Line FrontAnkleTop = [(4, 30), (32, 33), (60, 30)];
    private static readonly Line FrontArch = [(4, 62), (18.6, 63), (24, 84), (25, 104)];
    private static readonly Line FrontOuter = [(60, 66), (45, 66), (39, 84), (38, 104)];
    private static readonly Line Tongue = [(25, 104), (31, 107), (38, 104)];
    private static readonly Line ToeBase = [(2, 117), (12, 117.6), (24.2, 124)];

    // The back.
    private static readonly Line AchillesInner = [(22.7, 0), (22.9, 26), (23.1, 36), (22.6, 46)];
    private static readonly Line AchillesOuter = [(40.7, 0), (40.5, 26), (40.7, 36), (41.2, 46)];
    private static readonly Line AnkleInner = [(22.9, 26), (23.1, 36), (22.6, 46)];
    private static readonly Line AnkleOuter = [(40.5, 26), (40.7, 36), (41.2, 46)];
    private static readonly Line HeelInner = [(8, 53), (17, 50), (22.6, 46)];
    private static readonly Line HeelMiddle = [(22.6, 46), (32, 43.6), (41.2, 46)];
    private static readonly Line HeelOuter = [(41.2, 46), (47, 50), (60, 53)];
    private static readonly Line InnerBottom = [(2, 78), (17, 79), (30, 81.4), (38.6, 80.6)];
    private static readonly Line OuterBottom = [(38.6, 80.6), (48, 78.4), (60, 76)];
    private static readonly Line SoleOuter = [(38.6, 80.6), (38, 97), (40, 119)];
    private static readonly Line BackToes = [(40, 119), (30, 124), (16, 121), (2, 118)];

    /// <summary>Path of the outline of both feet; the shins are cut by the edge of the picture.</summary>
    public static string Outline { get; } = Lines(Foot);

    /// <summary>The front.</summary>
    public static IReadOnlyList<BodyPart> Front { get; } =
    [
        .. BodyPart.Both(BodyViews.Front, "ankle", FrontAnkleTop, [(60, 66)], FrontOuter, Tongue, FrontArch, [(4, 62)]),
        .. BodyPart.Both(BodyViews.Front, "foot-arch", FrontArch, [(24.6, 112)], [(24.2, 124)], ToeBase, [(2, 117)]),
        .. BodyPart.Both(BodyViews.Front, "foot-outer", FrontOuter, [(38.4, 122)], [(60, 122)]),
        .. BodyPart.Both(BodyViews.Front, "big-toe", ToeBase, [(24.2, 151)], [(2, 151)]),
    ];

    /// <summary>The back, from the ankle down.</summary>
    public static IReadOnlyList<BodyPart> Back { get; } =
    [
        .. BodyPart.Both(BodyViews.Back, "achilles", AchillesInner, HeelMiddle, AchillesOuter),
        .. BodyPart.Both(BodyViews.Back, "ankle", [(8, 26), (22.9, 26)], AnkleInner, HeelInner)
            .Zip(BodyPart.Both(BodyViews.Back, "ankle", AnkleOuter, HeelOuter, [(60, 26)]), (inner, outer) => inner with { Path = inner.Path + outer.Path }),
        .. BodyPart.Both(BodyViews.Back, "heel", HeelInner, HeelMiddle, HeelOuter, OuterBottom, InnerBottom),
        .. BodyPart.Both(BodyViews.Back, "foot-arch", InnerBottom, SoleOuter, BackToes),
        .. BodyPart.Both(BodyViews.Back, "foot-outer", OuterBottom, [(60, 119)], [(40, 119)], SoleOuter),
    ];

    private static string Lines(params Line[] lines)
    {
        var path = new PathWriter(1);
        foreach (var line in lines.Concat(lines.Select(BodyPart.Mirrored)))
        {
            path.Move(line[0]).Through(line);
        }

        return path.ToString();
    }
}
