using System.Globalization;
using System.Text;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Writes the data of an SVG path in few bytes: relative steps, no needless spaces.</summary>
/// <param name="precision">Decimals kept, 0 to 2. Points are rounded before steps are taken, so that errors do not add up.</param>
internal sealed class PathWriter(int precision)
{
    private readonly StringBuilder data = new();
    private (double X, double Y) at;
    private char last;

    /// <summary>Starts a new line at a point.</summary>
    public PathWriter Move((double X, double Y) to)
    {
        last = default;
        at = (0, 0);
        Write('M', [to]);
        return this;
    }

    /// <summary>A straight line.</summary>
    public PathWriter Line((double X, double Y) to) => Write('l', [to]);

    /// <summary>A quadratic curve with one handle.</summary>
    public PathWriter Quadratic((double X, double Y) handle, (double X, double Y) to) => Write('q', [handle, to]);

    /// <summary>A quadratic curve whose handle mirrors the handle before it.</summary>
    public PathWriter Onward((double X, double Y) to) => Write('t', [to]);

    /// <summary>A cubic curve with two handles.</summary>
    public PathWriter Cubic((double X, double Y) first, (double X, double Y) second, (double X, double Y) to) => Write('c', [first, second, to]);

    /// <summary>
    /// A smooth line on from the first of the points, where the pen stands, through all others: each handle lies along the circle
    /// through a point and its two neighbours. Where the first and the last are one point, the line closes smoothly.
    /// </summary>
    public PathWriter Through(params IReadOnlyList<(double X, double Y)> points)
    {
        var isClosed = points[0] == points[^1];
        (double X, double Y) Direction(int i)
        {
            var before = i > 0 ? Step(points[i - 1], points[i]) : isClosed ? Step(points[^2], points[0]) : Step(points[0], points[1]);
            var after = i < points.Count - 1 ? Step(points[i], points[i + 1]) : isClosed ? Step(points[0], points[1]) : before;
            var (b, a) = (double.Hypot(before.X, before.Y), double.Hypot(after.X, after.Y));
            var sum = (X: before.X / b * a + after.X / a * b, Y: before.Y / b * a + after.Y / a * b);
            var length = double.Hypot(sum.X, sum.Y);
            return (sum.X / length, sum.Y / length);
        }

        for (var i = 0; i < points.Count - 1; i++)
        {
            var (from, to) = (points[i], points[i + 1]);
            var handle = double.Hypot(to.X - from.X, to.Y - from.Y) / 3;
            var (leaves, arrives) = (Direction(i), Direction(i + 1));
            Cubic(
                (from.X + leaves.X * handle, from.Y + leaves.Y * handle),
                (to.X - arrives.X * handle, to.Y - arrives.Y * handle),
                to);
        }

        return this;
    }

    public override string ToString() => data.ToString();

    private static (double X, double Y) Step((double X, double Y) from, (double X, double Y) to) => (to.X - from.X, to.Y - from.Y);

    private PathWriter Write(char command, ReadOnlySpan<(double X, double Y)> points)
    {
        if (command != last)
        {
            data.Append(command);
        }

        var needsSpace = command == last;
        (double X, double Y) end = default;
        foreach (var point in points)
        {
            end = (Math.Round(point.X, precision), Math.Round(point.Y, precision));
            Append(end.X - at.X, ref needsSpace);
            Append(end.Y - at.Y, ref needsSpace);
        }

        (at, last) = (end, command);
        return this;
    }

    private void Append(double number, ref bool needsSpace)
    {
        var rounded = Math.Round(number, precision) + 0.0;
        var text = rounded.ToString("0.##", CultureInfo.InvariantCulture);
        text = text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0", StringComparison.Ordinal) ? (text == "-0" ? "0" : $"-{text[2..]}")
            : text;
        if (needsSpace && text[0] != '-')
        {
            data.Append(' ');
        }

        data.Append(text);
        needsSpace = true;
    }
}
