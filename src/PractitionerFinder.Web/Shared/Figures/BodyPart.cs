using PractitionerFinder.Core.Learn;
using Line = (double X, double Y)[];

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// What stands for an area in a picture of the body. The shape reaches past the skin where there is room, so that a finger finds it;
/// what is seen of it is cut by the outline.
/// </summary>
/// <param name="Area">Slug of the area.</param>
/// <param name="Side">Whose side, as the person has it: <see cref="Left"/>, <see cref="Right"/>, or null where it lies across the middle.</param>
/// <param name="Path">The shape, in units of the picture.</param>
/// <param name="Top">The middle of its upper edge.</param>
public sealed record BodyPart(string Area, string? Side, string Path, (double X, double Y) Top)
{
    public const string Left = "left";
    public const string Right = "right";

    /// <summary>A part on both sides of the picture, drawn for the side of positive x. In front of us, the person's left is there.</summary>
    /// <param name="ring">Lines around it, one after another; each goes on from its end that is nearer, and a straight line closes what is between.</param>
    public static BodyPart[] Both(BodyViews view, string area, params Line[] ring) =>
    [
        Of(area, view == BodyViews.Front ? Right : Left, [.. ring.Select(Mirrored)]),
        Of(area, view == BodyViews.Front ? Left : Right, ring),
    ];

    /// <summary>A part across the middle, from its half at positive x: lines that begin and end at x = 0.</summary>
    public static BodyPart[] Middle(string area, params Line[] half) => [Of(area, null, [.. half, .. half.Reverse().Select(l => Mirrored([.. l.Reverse()]))])];

    /// <summary>The same line on the other side.</summary>
    public static Line Mirrored(Line line) => [.. line.Select(p => (-p.X, p.Y))];

    private static BodyPart Of(string area, string? side, Line[] ring)
    {
        var points = ring.SelectMany(line => line).ToArray();
        return new(area, side, Ring(ring), ((points.Min(p => p.X) + points.Max(p => p.X)) / 2, points.Min(p => p.Y)));
    }

    private static string Ring(Line[] ring)
    {
        var pen = ring.Length > 1 && Gap(ring[0][0], ring[1]) < Gap(ring[0][^1], ring[1]) ? ring[0][^1] : ring[0][0];
        var path = new PathWriter(1).Move(pen);
        foreach (var line in ring)
        {
            var onward = Distance(pen, line[^1]) < Distance(pen, line[0]) ? [.. line.Reverse()] : line;
            if (onward[0] != pen)
            {
                path.Line(onward[0]);
            }

            if (onward.Length > 2)
            {
                path.Through(onward);
            }
            else if (onward.Length == 2)
            {
                path.Line(onward[1]);
            }

            pen = onward[^1];
        }

        return path + "z";
    }

    private static double Gap((double X, double Y) point, Line line) => Math.Min(Distance(point, line[0]), Distance(point, line[^1]));

    private static double Distance((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);
}
