using System.Globalization;
using System.Text;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The body as the site draws it, front and back alike: the right half as a few points, mirrored about the middle and smoothed
/// with a Catmull-Rom spline (Catmull and Rom, A class of local interpolating splines, 1974). Drawn for this site; units are
/// those of <see cref="Width"/> and <see cref="Height"/>.
/// </summary>
public static class BodyOutline
{
    public const int Width = 200;

    public const int Height = 440;

    private const double Middle = Width / 2.0;

    // From the crown down the right side to the crotch: how far from the middle, and how far down.
    private static readonly (double Out, double Down)[] Half =
    [
        (0, 6), (11, 9), (17.5, 20), (17.5, 36), (12.5, 50), (9.5, 58), (10, 66), (17, 73), (31, 78), (44, 84), (52.5, 95),
        (55, 110), (57, 130), (60, 148), (63.5, 166), (68, 188), (72, 208), (76, 220), (80, 238), (79, 254), (74, 265), (69.5, 263),
        (66.5, 250), (65, 236), (63, 220), (57, 200), (52, 180), (47, 160), (42, 138), (38, 119), (35.8, 112), (34, 122), (33, 140),
        (30, 158), (29, 172), (32, 190), (37, 206), (39.5, 226), (39, 248), (36.5, 274), (32.5, 300), (31.5, 318),
        (33.5, 336), (32.5, 356), (28, 382), (23.5, 404), (23, 414), (28, 424), (31, 433), (27, 438), (15, 438), (9.5, 434), (9, 422),
        (10.5, 408), (9.5, 386), (6.5, 358), (6.5, 336), (8, 318), (6.5, 300), (4.5, 268), (3, 242), (0, 229),
    ];

    /// <summary>The outline as the data of a path.</summary>
    public static string Path { get; } = Closed([.. Mirrored()]);

    /// <summary>The lie of the muscles as the data of one path, to be clipped by the outline: decoration, and not anatomy to go by.</summary>
    public static string Fibres { get; } = DrawFibres();

    private static IEnumerable<(double X, double Y)> Mirrored() =>
        Half.Select(p => (Middle + p.Out, p.Down)).Concat(Half.Reverse().Skip(1).SkipLast(1).Select(p => (Middle - p.Out, p.Down)));

    private static string Closed(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder("M").Append(Pair(points[0]));
        for (var i = 0; i < points.Count; i++)
        {
            var (before, from) = (points[(i + points.Count - 1) % points.Count], points[i]);
            var (to, after) = (points[(i + 1) % points.Count], points[(i + 2) % points.Count]);
            path.Append('C').Append(Pair((from.X + ((to.X - before.X) / 6), from.Y + ((to.Y - before.Y) / 6))))
                .Append(' ').Append(Pair((to.X - ((after.X - from.X) / 6), to.Y - ((after.Y - from.Y) / 6))))
                .Append(' ').Append(Pair(to));
        }

        return path.Append('Z').ToString();
    }

    private static string DrawFibres()
    {
        var path = new StringBuilder("M100 66V196");
        foreach (var side in new[] { 1, -1 })
        {
            // Across the shoulders and down the back, rising outwards; then across the hips.
            for (var i = 0; i < 5; i++)
            {
                Curve(path, side, (3, 82 + (i * 8.5)), (22, 70 + (i * 8.5)), (46, 84 + (i * 7)));
            }

            for (var i = 0; i < 6; i++)
            {
                Curve(path, side, (3, 134 + (i * 9)), (16, 128 + (i * 8)), (34, 118 + (i * 7)));
            }

            for (var i = 0; i < 5; i++)
            {
                Curve(path, side, (2, 210 + (i * 6)), (20, 192 + (i * 7)), (40, 204 + (i * 6)));
            }

            for (var i = 0; i < 3; i++)
            {
                Line(path, side, (43 + (i * 4), 108), (48.5 + (i * 4), 150));
                Line(path, side, (54 + (i * 4), 168), (63 + (i * 3), 212));
                Line(path, side, (60 + (i * 5) + 8, 228), (62 + (i * 5) + 8, 252));
            }

            for (var i = 0; i < 4; i++)
            {
                Line(path, side, (10 + (i * 7), 244), (13 + (i * 4.5), 300));
                Line(path, side, (13 + (i * 5), 328), (14 + (i * 3), 386));
            }
        }

        return path.ToString();
    }

    private static void Curve(StringBuilder path, int side, (double Out, double Down) from, (double Out, double Down) by, (double Out, double Down) to) =>
        path.Append('M').Append(Pair(On(side, from))).Append('Q').Append(Pair(On(side, by))).Append(' ').Append(Pair(On(side, to)));

    private static void Line(StringBuilder path, int side, (double Out, double Down) from, (double Out, double Down) to) =>
        path.Append('M').Append(Pair(On(side, from))).Append('L').Append(Pair(On(side, to)));

    private static (double X, double Y) On(int side, (double Out, double Down) point) => (Middle + (side * point.Out), point.Down);

    private static string Pair((double X, double Y) point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}");
}
