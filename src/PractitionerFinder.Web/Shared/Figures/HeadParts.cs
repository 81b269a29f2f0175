using PractitionerFinder.Core.Learn;
using Line = (double X, double Y)[];

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The finer areas of head, face and neck, for a picture of the head that is larger; units are those of <see cref="BodyOutline"/>.</summary>
internal static class HeadParts
{
    // The ear, with room for a finger beside it; there all lines are straight.
    private static readonly Line EarInner = [(17, 24), (16.4, 30), (16.8, 36.5)];
    private static readonly Line EarTop = [(17, 24), (26.4, 21.4)];
    private static readonly Line EarBottom = [(16.8, 36.5), (26.4, 38.6)];

    // The face, from the middle outwards.
    private static readonly Line FrontTop = [(0, 9), (7, 8.4), (13, 5.5)];
    private static readonly Line FrontTopOuter = [(13, 5.5), (20, -6)];
    private static readonly Line Temple = [(13, 5.5), (14.4, 13), (14, 20.4), (15, 27.6)];
    private static readonly Line UnderEye = [(0, 29.6), (4.4, 31.4), (10, 31.6), (15, 27.6)];
    private static readonly Line Cheek = [(0, 42), (6, 42.4), (12, 41), (16.8, 36.5)];
    private static readonly Line Chin = [(0, 57.5), (8.6, 54.9), (14.4, 50), (26.4, 38.6)];

    // The back of the head, and the neck.
    private static readonly Line BackTop = [(0, 12), (8, 11.2), (14.4, 7)];
    private static readonly Line BackTopOuter = [(14.4, 7), (20, -6)];
    private static readonly Line BackSide = [(14.4, 7), (12.4, 17), (12.8, 28), (16.8, 36.5)];
    private static readonly Line NapeInner = [(0, 53), (4, 52.4), (7.5, 51)];
    private static readonly Line NapeOuter = [(7.5, 51), (13, 45.5), (16.8, 36.5)];
    private static readonly Line NeckSide = [(7.5, 51), (7, 61), (7.9, 71), (9.5, 82.5)];
    private static readonly Line NeckBase = [(0, 85), (9.5, 82.5)];
    private static readonly Line NeckSlope = [(9.5, 82.5), (15, 77.5), (26.4, 61)];

    /// <summary>The front, from the top down.</summary>
    public static IReadOnlyList<BodyPart> Front { get; } =
    [
        .. BodyPart.Middle("head-top", [(0, -6), (20, -6)], FrontTopOuter, FrontTop),
        .. BodyPart.Both(BodyViews.Front, "forehead-and-eye", FrontTop, Temple, UnderEye),
        .. BodyPart.Both(BodyViews.Front, "head-side-temple", FrontTopOuter, [(26.4, -6)], EarTop, [(15, 27.6)], Temple),
        .. BodyPart.Both(BodyViews.Front, "ear", EarInner, EarTop, EarBottom),
        .. BodyPart.Both(BodyViews.Front, "face-cheek", UnderEye, [(17, 24)], EarInner, Cheek),
        .. BodyPart.Both(BodyViews.Front, "jaw", Cheek, EarBottom, Chin),
        .. BodyPart.Both(BodyViews.Front, "neck-side", Chin, NeckSlope, NeckBase),
    ];

    /// <summary>The back, from the top down.</summary>
    public static IReadOnlyList<BodyPart> Back { get; } =
    [
        .. BodyPart.Middle("head-top", [(0, -6), (20, -6)], BackTopOuter, BackTop),
        .. BodyPart.Both(BodyViews.Back, "head-side-temple", BackTopOuter, [(26.4, -6)], EarTop, EarInner, BackSide),
        .. BodyPart.Both(BodyViews.Back, "ear", EarInner, EarTop, EarBottom),
        .. BodyPart.Both(BodyViews.Back, "head-back", BackTop, BackSide, NapeOuter, NapeInner),
        .. BodyPart.Both(BodyViews.Back, "neck-side", NapeOuter, EarBottom, NeckSlope, NeckSide),
        .. BodyPart.Both(BodyViews.Back, "neck-back", NapeInner, NeckSide, NeckBase),
    ];

    /// <summary>Fine ink of the front: brows, closed eyes, nose and mouth.</summary>
    public static string Face { get; } = Features(
        [(3.6, 21.6), (7.4, 20), (11.6, 21.6)], [(4.2, 26.4), (7.4, 28), (10.8, 26.4)], [(2.4, 27), (1.9, 33), (3.2, 37.4)], [(0, 39.6), (2.2, 38.8)], [(0, 46.5), (2, 46), (5, 46.6)]);

    private static string Features(params Line[] halves)
    {
        var path = new PathWriter(1);
        foreach (var line in halves.Concat(halves.Select(BodyPart.Mirrored)))
        {
            path.Move(line[0]).Through(line);
        }

        return path.ToString();
    }
}
