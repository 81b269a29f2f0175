using PractitionerFinder.Core.Learn;
using Line = (double X, double Y)[];

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The areas of the whole body, in units of <see cref="BodyOutline"/>. Head, face, neck and foot are one part each here, as their
/// areas would be too small to press: <see cref="HeadParts"/> and <see cref="FootParts"/> show those. The belly is no area.
/// </summary>
internal static class BodyParts
{
    // Across head and neck, from the middle outwards. Lines that two parts share are written once, so that no gap opens between them.
    private static readonly Line Brow = [(0, 27), (14, 25.5), (27, 22)];
    private static readonly Line Chin = [(0, 57.5), (9, 54.5), (17, 46.5), (27, 39)];
    private static readonly Line Nape = [(0, 53), (7.5, 51), (13.5, 45.5), (27, 37)];
    private static readonly Line NeckBase = [(0, 85), (9.5, 82.5)];
    private static readonly Line NeckSlope = [(9.5, 82.5), (15, 77.5), (25, 62)];

    // The shoulder: its top, along collar bone or shoulder blade to the tip, and down to the armpit and around the arm.
    private static readonly Line CollarInner = [(9.5, 82.5), (12, 85), (15, 87.6)];
    private static readonly Line CollarMiddle = [(15, 87.6), (23, 92.6), (33.4, 96.6)];
    private static readonly Line CollarOuter = [(33.4, 96.6), (41, 98.2), (50, 98.4)];
    private static readonly Line Tip = [(50, 98.4), (62, 85)];
    private static readonly Line OverArmpit = [(33.4, 96.6), (33.5, 106), (33.3, 116)];
    private static readonly Line Armpit = [(33.3, 116), (35.6, 119.4), (39.2, 121)];
    private static readonly Line Deltoid = [(50, 98.4), (50.4, 107), (50.4, 118), (48, 131)];
    private static readonly Line DeltoidInner = [(39.2, 121), (48, 131)];
    private static readonly Line DeltoidOuter = [(48, 131), (58, 131), (67.6, 127.6)];

    // The arm, and the gap between arm and trunk.
    private static readonly Line GapUpper = [(39.2, 121), (41, 140), (41.8, 153)];
    private static readonly Line GapLower = [(41.8, 153), (42.6, 164), (43.6, 175)];
    private static readonly Line AboveElbow = [(43.6, 175), (72, 167.5)];
    private static readonly Line UnderElbow = [(47, 199), (82, 190)];
    private static readonly Line Wrist = [(54, 233), (90, 224)];

    // The trunk.
    private static readonly Line FrontRibs = [(33.3, 116), (26, 126), (23.4, 140), (23.4, 158)];
    private static readonly Line ChestBottom = [(0, 146), (9, 148.4), (23.4, 158)];
    private static readonly Line FrontRibsBottom = [(23.4, 158), (32, 166), (43, 171)];
    private static readonly Line BladeInner = [(15, 87.6), (16.2, 98), (16.4, 120), (19.6, 142)];
    private static readonly Line BladeOuter = [(33.3, 116), (28.4, 130), (19.6, 142)];
    private static readonly Line BackRibs = [(19.6, 142), (22, 150), (23, 158.5)];
    private static readonly Line UpperBackBottom = [(0, 160), (12, 159.8), (23, 158.5)];
    private static readonly Line BackRibsBottom = [(23, 158.5), (34, 156.4), (41.8, 153)];

    // Rim of the pelvis, base of the spine, hip.
    private static readonly Line FrontRimTop = [(16, 199), (25, 190.4), (35, 185.4), (44, 184)];
    private static readonly Line FrontRimEnd = [(16, 199), (13, 210)];
    private static readonly Line FrontRimBottom = [(13, 210), (22, 209), (32, 207.5)];
    private static readonly Line BackRimTop = [(16.8, 198), (25, 190.4), (35, 185.8), (44, 184)];
    private static readonly Line BackRimEnd = [(16.8, 198), (16.9, 213)];
    private static readonly Line BackRimBottom = [(16.9, 213), (24, 210), (32, 207.5)];
    private static readonly Line RimBottom = [(32, 207.5), (40, 206), (48.2, 205)];
    private static readonly Line Sacrum = [(16.9, 213), (16.5, 220), (10, 232), (0, 238)];
    private static readonly Line GroinOuter = [(13, 210), (16.6, 224), (16.8, 242), (16.9, 260)];
    private static readonly Line HipOuter = [(32, 207.5), (33.8, 222), (34, 240), (33.6, 256)];

    // The leg, with what of it is seen at the inside and at the outside.
    private static readonly Line FoldInner = [(0, 256), (8, 259.4), (16.9, 260)];
    private static readonly Line FoldMiddle = [(16.9, 260), (26, 259), (33.6, 256)];
    private static readonly Line FoldOuter = [(33.6, 256), (43, 252), (54, 249)];
    private static readonly Line ThighInner = [(16.9, 260), (16.8, 284), (16.6, 310)];
    private static readonly Line ThighOuter = [(33.6, 256), (33.5, 284), (32, 310)];
    private static readonly Line KneeInner = [(16.6, 310), (17.2, 332), (16.6, 354)];
    private static readonly Line LegOuter = [(22.4, 354), (22, 384), (17.2, 429)];

    /// <summary>The front, from head to foot.</summary>
    public static IReadOnlyList<BodyPart> Front { get; } =
    [
        .. Both("head", [(0, -10)], [(27, -10)], Brow),
        .. Both("jaw-and-face", Brow, Chin),
        .. Both("neck", Chin, NeckSlope, NeckBase),
        .. Shoulder(BodyViews.Front, "shoulder-front"),
        .. Both("chest", NeckBase, CollarInner, CollarMiddle, OverArmpit, FrontRibs, ChestBottom),
        .. Both("side-ribs", Armpit, GapUpper, [(43, 171)], FrontRibsBottom, FrontRibs),
        .. Arm(BodyViews.Front),
        .. Both("pelvis-rim", FrontRimEnd, FrontRimTop, RimBottom, FrontRimBottom),
        .. Both("hip-front", FrontRimBottom, HipOuter, FoldMiddle, GroinOuter),
        .. Both("groin", [(0, 214), (13, 210)], GroinOuter, FoldInner),
        .. Leg(BodyViews.Front, "thigh-front", "knee-front", "shin"),
    ];

    /// <summary>The back, from head to foot.</summary>
    public static IReadOnlyList<BodyPart> Back { get; } =
    [
        .. BodyPart.Both(BodyViews.Back, "head", [(0, -10)], [(27, -10)], Nape),
        .. BodyPart.Both(BodyViews.Back, "neck", Nape, NeckSlope, NeckBase),
        .. Shoulder(BodyViews.Back, "shoulder-back"),
        .. BodyPart.Both(BodyViews.Back, "shoulder-blade", CollarMiddle, OverArmpit, BladeOuter, BladeInner),
        .. BodyPart.Both(BodyViews.Back, "upper-back", NeckBase, CollarInner, BladeInner, BackRibs, UpperBackBottom),
        .. BodyPart.Both(BodyViews.Back, "side-ribs", Armpit, GapUpper, BackRibsBottom, BackRibs, BladeOuter),
        .. Arm(BodyViews.Back),
        .. BodyPart.Both(BodyViews.Back, "low-back", UpperBackBottom, BackRibsBottom, BackRimTop, [(0, 201)]),
        .. BodyPart.Both(BodyViews.Back, "pelvis-rim", BackRimEnd, BackRimTop, RimBottom, BackRimBottom),
        .. BodyPart.Both(BodyViews.Back, "sacrum-si-joint", [(0, 201)], BackRimEnd, Sacrum),
        .. BodyPart.Both(BodyViews.Back, "buttock", Sacrum, BackRimBottom, HipOuter, FoldMiddle, FoldInner),
        .. Leg(BodyViews.Back, "thigh-back", "knee-back", "calf"),
    ];

    private static BodyPart[] Both(string area, params Line[] ring) => BodyPart.Both(BodyViews.Front, area, ring);

    private static BodyPart[] Shoulder(BodyViews view, string middle) =>
    [
        .. BodyPart.Both(view, "top-of-shoulder", NeckSlope, CollarInner, CollarMiddle, CollarOuter, Tip),
        .. BodyPart.Both(view, middle, CollarOuter, Deltoid, DeltoidInner, Armpit, OverArmpit),
        .. BodyPart.Both(view, "shoulder-side", Tip, [(67.6, 94)], DeltoidOuter, Deltoid),
    ];

    private static BodyPart[] Arm(BodyViews view) =>
    [
        .. BodyPart.Both(view, "upper-arm", DeltoidInner, DeltoidOuter, AboveElbow, GapLower, GapUpper),
        .. BodyPart.Both(view, "elbow", AboveElbow, UnderElbow),
        .. BodyPart.Both(view, "forearm", UnderElbow, Wrist),
        .. BodyPart.Both(view, "wrist-and-hand", Wrist, [(94, 292)], [(57, 292)]),
    ];

    private static BodyPart[] Leg(BodyViews view, string thigh, string knee, string shin) =>
    [
        .. BodyPart.Both(view, "hip-outer", RimBottom, FoldOuter, HipOuter),
        .. BodyPart.Both(view, "thigh-inner", FoldInner, ThighInner, [(0, 310)]),
        .. BodyPart.Both(view, thigh, FoldMiddle, ThighOuter, [(32, 310), (16.6, 310)], ThighInner),
        .. BodyPart.Both(view, "thigh-outer", ThighOuter, FoldOuter, [(50, 310)], [(32, 310)]),
        .. BodyPart.Both(view, "knee-inner", [(0, 310), (16.6, 310)], KneeInner, [(0, 354)]),
        .. BodyPart.Both(view, knee, [(16.6, 310), (50, 310)], [(48, 354)], [(16.6, 354)], KneeInner),
        .. BodyPart.Both(view, shin, [(0, 354), (22.4, 354)], LegOuter, [(0, 429)]),
        .. BodyPart.Both(view, "lower-leg-outer", [(22.4, 354), (48, 354)], [(40, 429)], LegOuter),
        .. BodyPart.Both(view, "foot-and-ankle", [(0, 429), (40, 429)], [(44, 470)], [(0, 470)]),
    ];
}
