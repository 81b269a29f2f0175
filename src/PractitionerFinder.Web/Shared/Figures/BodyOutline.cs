namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The body as every figure draws it: one outline for front and back, mirrored about the middle and smoothed from few
/// points, and the fibres inside. Units: the crown is at (0, 0), the soles at y = <see cref="Height"/>; x runs to the
/// right of the picture. Proportions are those of an adult of seven and a half heads.
/// </summary>
public static class BodyOutline
{
    /// <summary>From crown to soles.</summary>
    public const int Height = 462;

    /// <summary>Half of the widest part, the hands.</summary>
    public const int Reach = 85;

    // From the crown down the right side of the picture to the crotch.
    private static readonly (double X, double Y)[] Half =
    [
        // Head and ear, neck, shoulder, outer arm.
        (0, 0), (8.6, 1.7), (15.2, 7), (18.8, 15), (19.6, 23.6), (21.4, 24.6), (21.6, 28.6), (20.4, 33.8), (18.2, 37.4), (16.6, 44.5), (13.4, 51),
        (10.8, 57), (10.2, 64), (11, 71), (14.8, 77.5), (22.5, 81.5), (33, 85), (44, 89.5), (52, 96.5), (56.4, 107), (57.8, 121),
        (59.3, 138), (61.8, 156), (64.6, 171), (68.4, 188), (71.6, 207), (74.6, 226),
        // Hand, thumb, inner arm to the armpit.
        (79.6, 241), (83.6, 254), (84.4, 267), (82.2, 279), (78.4, 287.4), (74.6, 284.6), (72.8, 275), (72, 265), (70.8, 259),
        (69.6, 264.4), (67, 268.4), (64.5, 265.4), (63.9, 255), (65.2, 243),
        (66, 231), (62.6, 213), (57.4, 194), (52.6, 176), (48.6, 158), (44.2, 138), (41.2, 122.5), (39.4, 118), (38, 123),
        // Side, outer leg, foot, inner leg.
        (37.4, 138), (34.6, 158), (31.6, 174), (31.4, 186), (34.6, 201), (38.6, 215), (41, 230), (41.2, 248), (39.6, 270), (36.6, 292),
        (33.4, 312), (32, 326), (33, 339), (34.2, 352), (33.6, 370), (30.6, 390), (26.8, 410), (23.8, 426), (23.2, 438), (25.4, 446),
        (29.6, 453.5), (31, 459), (26.5, 461.8), (18, 462), (11.5, 460.5), (9.6, 453), (10.2, 441), (10, 428), (8.6, 408), (6.4, 388),
        (5.6, 370), (7, 352), (8, 338), (7.6, 324), (6.4, 306), (5, 284), (3.6, 264), (2.2, 250), (0, 246),
    ];

    /// <summary>Path of the outline.</summary>
    public static string Outline { get; } =
        new PathWriter(1).Move(Half[0]).Through([.. Half, .. Half[..^1].Reverse().Select(p => (-p.X, p.Y))]) + "z";

    /// <summary>Path of the fibres as they lie under the skin of the back.</summary>
    public static string BackFibres { get; } = Fibres(
    [
        // Neck and trapezius, from the spine to the shoulder.
        new(((4, 60), (4, 76), (30, 88)), ((3.5, 100), (20, 95), (50, 103)), 5),
        new(((3.5, 108), (20, 101), (46, 110)), ((3.5, 152), (12, 132), (33, 114)), 5),
        // Latissimus, from the spine to the armpit and the side.
        new(((3.5, 162), (20, 146), (35, 127)), ((3.5, 212), (14, 200), (28.6, 182)), 7),
        // Gluteals.
        new(((5, 209), (20, 203), (35, 209)), ((4, 240), (20, 234), (37, 243)), 6),
        // Back of the thigh and calf.
        new(((9, 258), (11, 290), (13, 322)), ((35, 256), (33, 290), (27.5, 320)), 5),
        new(((12, 342), (9, 366), (15, 398)), ((29, 342), (31, 366), (20.5, 402)), 5),
        // Fingers.
        new(((74.8, 262), (74.6, 272), (76, 281)), ((80.4, 261), (81, 270), (79.6, 280)), 3),
        // Deltoid, back of the upper arm, forearm.
        new(((45, 118), (51, 146), (57, 170)), ((54, 112), (55.5, 140), (61, 168)), 3),
        new(((57, 182), (63, 206), (70, 232)), ((64.6, 180), (68, 204), (73.4, 230)), 3),
    ]) + new PathWriter(1).Move((0, 74)).Line((0, 214));

    /// <summary>Path of the fibres as they lie under the skin of the front.</summary>
    public static string FrontFibres { get; } = Fibres(
    [
        // Front of the neck, chest, flank, belly.
        new(((8.6, 58), (7, 68), (2.6, 78)), ((10, 62), (9.6, 70), (6, 79)), 3),
        new(((3.5, 94), (18, 92), (38, 104)), ((4, 138), (24, 136), (39, 112)), 7),
        new(((31, 146), (27, 152), (22, 154)), ((29.4, 180), (26, 182), (22, 180)), 5),
        new(((3.5, 152), (4, 180), (3, 214)), ((16, 152), (17, 180), (13, 206)), 4),
        // Front of the thigh, shin.
        new(((6, 258), (8, 284), (12, 308)), ((37.4, 246), (35, 280), (28.6, 310)), 6),
        new(((12, 348), (10, 372), (12.6, 412)), ((30, 350), (30, 372), (21, 412)), 5),
        // Deltoid, front of the upper arm, forearm, fingers.
        new(((42, 98), (43, 112), (50, 128)), ((52, 102), (55, 114), (55.4, 130)), 4),
        new(((47, 136), (50, 154), (56, 172)), ((56, 138), (59, 154), (61, 170)), 3),
        new(((57, 182), (63, 206), (70, 232)), ((64.6, 180), (68, 204), (73.4, 230)), 3),
        new(((74.8, 262), (74.6, 272), (76, 281)), ((80.4, 261), (81, 270), (79.6, 280)), 3),
    ]);

    private static string Fibres(Bundle[] bundles)
    {
        var path = new PathWriter(1);
        foreach (var (from, handle, to) in bundles.SelectMany(b => b.Fibres()))
        {
            path.Move(from).Quadratic(handle, to);
            path.Move((-from.X, from.Y)).Quadratic((-handle.X, handle.Y), (-to.X, to.Y));
        }

        return path.ToString();
    }

    /// <summary>A muscle as a few lines: the first and the last are drawn, those between lie evenly.</summary>
    private sealed record Bundle(
        ((double X, double Y) From, (double X, double Y) Handle, (double X, double Y) To) First,
        ((double X, double Y) From, (double X, double Y) Handle, (double X, double Y) To) Last,
        int Count)
    {
        public IEnumerable<((double X, double Y) From, (double X, double Y) Handle, (double X, double Y) To)> Fibres() =>
            Enumerable.Range(0, Count).Select(i => (double)i / (Count - 1)).Select(share => (
                Between(First.From, Last.From, share), Between(First.Handle, Last.Handle, share), Between(First.To, Last.To, share)));

        private static (double, double) Between((double X, double Y) a, (double X, double Y) b, double share) =>
            (double.Lerp(a.X, b.X, share), double.Lerp(a.Y, b.Y, share));
    }
}
