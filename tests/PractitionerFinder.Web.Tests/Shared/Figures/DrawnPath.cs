using System.Globalization;
using System.Text.RegularExpressions;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

/// <summary>What a browser makes of the paths that the figures are made of: only the commands that they use.</summary>
internal static partial class DrawnPath
{
    private const int Steps = 8;

    /// <summary>The lines of a path, curves as short straight pieces.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Flatten(string data)
    {
        var lines = new List<List<(double X, double Y)>>();
        var (at, handle) = ((X: 0.0, Y: 0.0), (X: 0.0, Y: 0.0));
        foreach (Match command in Commands().Matches(data))
        {
            var numbers = Numbers().Matches(command.Groups[2].Value).Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture)).ToArray();
            var size = command.Groups[1].Value switch { "M" or "l" or "t" => 2, "q" => 4, "c" => 6, "z" => 0, var other => throw new NotSupportedException(other) };
            Assert.Equal(0, size == 0 ? numbers.Length : numbers.Length % size);
            for (var i = 0; i < numbers.Length; i += size)
            {
                var points = Enumerable.Range(0, size / 2).Select(n => (X: at.X + numbers[i + 2 * n], Y: at.Y + numbers[i + 2 * n + 1])).ToList();
                if (command.Groups[1].Value == "M")
                {
                    lines.Add([(numbers[0], numbers[1])]);
                    at = handle = lines[^1][0];
                    continue;
                }

                if (command.Groups[1].Value == "t")
                {
                    points.Insert(0, (2 * at.X - handle.X, 2 * at.Y - handle.Y));
                }

                handle = points.Count > 1 ? points[^2] : at;
                points.Insert(0, at);
                lines[^1].AddRange(Enumerable.Range(1, Steps).Select(s => Bezier(points, (double)s / Steps)));
                at = points[^1];
            }
        }

        return lines;
    }

    /// <summary>Whether a point lies in a closed line: a ray from it crosses the line an odd number of times.</summary>
    public static bool Holds(IReadOnlyList<(double X, double Y)> line, (double X, double Y) point) =>
        Enumerable.Range(0, line.Count).Select(i => (A: line[i], B: line[(i + 1) % line.Count])).Count(e =>
            e.A.Y > point.Y != e.B.Y > point.Y
            && point.X < (e.B.X - e.A.X) * (point.Y - e.A.Y) / (e.B.Y - e.A.Y) + e.A.X) % 2 == 1;

    /// <summary>De Casteljau's construction.</summary>
    private static (double X, double Y) Bezier(List<(double X, double Y)> points, double share) => points.Count == 1
        ? points[0]
        : Bezier([.. points.Zip(points.Skip(1), (a, b) => (double.Lerp(a.X, b.X, share), double.Lerp(a.Y, b.Y, share)))], share);

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"-?(\d+(\.\d+)?|\.\d+)")]
    private static partial Regex Numbers();
}
