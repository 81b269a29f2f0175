namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Head, neck and shoulder from the side, looking to the left, smoothed from few points, with fibres as on the body.</summary>
internal static class HeadProfile
{
    /// <summary>Units from side to side of the drawing, with the room for names.</summary>
    public const int Width = 400;

    /// <summary>Units from top to bottom.</summary>
    public const int Height = 320;

    // Up the chest and the throat, over chin, lips, nose and crown, down the nape and the back.
    private static readonly (double X, double Y)[] Line =
    [
        (58, 312), (62, 292), (72, 272), (88, 255), (102, 244), (108, 232), (106, 214), (103, 200), (104, 190), (101, 181),
        (90, 175), (76, 172.5), (67, 171), (60.5, 166.5), (58, 159.5), (59.5, 153), (61.5, 148.5), (58.5, 145.5), (55.6, 141.6), (57, 137.6), (59.6, 135.4),
        (56.4, 133.6), (54.2, 129.6), (56.6, 124.6), (58.8, 119.4), (55, 118.4), (48.5, 117.6), (44.6, 113.6), (47, 108), (52.6, 99.6), (57.6, 90.4), (60.4, 83.6),
        (58.6, 77), (58.4, 68), (61.6, 53.6), (69.8, 39), (83.6, 26.6), (102, 18), (124, 14.4), (148, 17), (170, 27.4), (185.6, 43.4), (193, 63.4),
        (193.4, 84), (188, 103), (180.6, 119), (175, 133), (172.6, 147), (173, 161), (176.4, 176), (184.6, 191), (198, 204), (213, 217),
        (226, 233), (234.6, 254), (238, 280), (238, 312),
    ];

    private static readonly (double X, double Y)[] Ear =
    [
        (133.4, 94), (131, 86.4), (134, 78.4), (141.4, 75.4), (148.6, 78), (151.6, 85.6), (149.6, 94.4), (145.4, 101.6), (142.8, 109.4), (138, 114),
        (133.4, 111), (133, 104.6), (134.4, 99.6), (133.4, 94),
    ];

    /// <summary>The skin without an edge, as its foot fades into the page.</summary>
    public static string Skin { get; } = new PathWriter(1).Move(Line[0]).Through(Line).Quadratic((143, 322), Line[0]) + "z";

    /// <summary>The ink: the outline, the ear, the closed eye and the edge of the shoulder.</summary>
    public static string Outline { get; } = new PathWriter(1).Move(Line[0]).Through(Line).ToString();

    /// <summary>The ear.</summary>
    public static string EarLine { get; } = new PathWriter(1).Move(Ear[0]).Through(Ear) + "z";

    /// <summary>Finer ink: fold of the ear, closed eye, brow, wing of the nose, mouth, jaw, collar bone and arm.</summary>
    public static string Features { get; } = new PathWriter(1)
        .Move((136.4, 89)).Through((136.4, 89), (137.2, 83), (141.6, 80.6), (146, 83.4), (146.2, 89.6), (142.6, 95.4), (140, 100.6))
        .Move((65, 88.4)).Through((65, 88.4), (69, 91.6), (74.6, 92.2), (79.6, 89.6))
        .Move((63, 75.4)).Through((63, 75.4), (70, 71.6), (78.6, 71.8), (84.6, 75))
        .Move((61.6, 118.2)).Through((61.6, 118.2), (65.4, 114.6), (63.6, 109.4))
        .Move((59.6, 135.4)).Through((59.6, 135.4), (65, 135.8), (70, 137.6))
        .Move((131.6, 119)).Through((131.6, 119), (128.4, 134), (121, 147.6), (106, 158), (90, 165.4))
        .Move((112, 238)).Through((112, 238), (124, 241), (138, 238), (152, 239))
        .Move((122, 312)).Through((122, 312), (123, 290), (128, 268), (138, 250), (153, 240), (171, 241), (187, 252), (196, 270), (198.6, 290), (197, 312))
        .ToString();

    /// <summary>Fibres of the temple, of the chewing muscle, of the front and of the back of the neck, and of the shoulder.</summary>
    public static string Fibres { get; } = Bundles(
        (((86, 62), (96, 78), (107, 104)), ((152, 58), (132, 66), (121, 100)), 7),
        (((98, 118), (101, 132), (108, 150)), ((119, 112), (121, 128), (119, 142)), 4),
        (((136, 122), (124, 170), (109, 226)), ((147, 126), (140, 180), (128, 236)), 4),
        (((161, 122), (160, 180), (146, 234)), ((170, 146), (178, 204), (214, 236)), 8),
        (((137, 254), (128, 272), (128, 306)), ((184, 256), (192, 274), (191, 306)), 7));

    /// <summary>Where people often report the ache: temple and side of the head, ear, side of the neck.</summary>
    public static string Areas { get; } =
        Area((87, 83), (87.6, 69), (96, 56), (112, 47.6), (132, 46), (150, 51), (158, 59), (151, 65.6), (138, 63), (128, 67), (120, 77), (113, 88), (103, 95.4), (92, 93.4))
        + Area((141, 71), (151, 74), (157, 84), (156, 98), (151.6, 110), (143.6, 119), (134, 118.4), (127.8, 109), (126.4, 94), (127.8, 81), (133, 73.6))
        + Area((143, 131), (153, 126.6), (161, 132.6), (163, 149), (159.6, 172), (152, 193), (142, 206), (131, 208), (125.6, 199), (128, 183), (133.4, 166), (137, 148));

    /// <summary>Slanting lines over all of the drawing, to be cut to the areas.</summary>
    public static string Hatch { get; } = Enumerable.Range(0, 40)
        .Aggregate(new PathWriter(1), (path, i) => path.Move((60 + i * 7.0, 40)).Line((60 + i * 7.0 - 180, 220))).ToString();

    private static string Area(params (double X, double Y)[] points) => new PathWriter(1).Move(points[0]).Through([.. points, points[0]]) + "z";

    private static string Bundles(params (((double X, double Y) A, (double X, double Y) B, (double X, double Y) C) First, ((double X, double Y) A, (double X, double Y) B, (double X, double Y) C) Last, int Count)[] bundles)
    {
        var path = new PathWriter(1);
        foreach (var (first, last, count) in bundles)
        {
            for (var i = 0; i < count; i++)
            {
                var share = (double)i / (count - 1);
                path.Move(Between(first.A, last.A)).Quadratic(Between(first.B, last.B), Between(first.C, last.C));
                (double, double) Between((double X, double Y) a, (double X, double Y) b) => (double.Lerp(a.X, b.X, share), double.Lerp(a.Y, b.Y, share));
            }
        }

        return path.ToString();
    }
}
