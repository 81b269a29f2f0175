using SkiaSharp;

namespace PractitionerFinder.Web.Shared.Cards;

/// <summary>
/// Nested wavering rings about two hills, as lines of equal height: they never cross. A seed places the hills, so that every card has
/// a drawing of its own.
/// </summary>
internal static class ContourLines
{
    private const float Step = 5;
    private const double Lowest = .07;
    private const double Rise = .11;
    private const int Levels = 10;

    /// <summary>The lines over an area, and a little over its edges.</summary>
    public static SKPath Draw(SKRect area, uint seed)
    {
        var height = Ground(area, seed);
        var (columns, rows) = ((int)(area.Width / Step) + 3, (int)(area.Height / Step) + 3);
        var points = new (float X, float Y, double Height)[columns, rows];
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                var (x, y) = (area.Left + ((i - 1) * Step), area.Top + ((j - 1) * Step));
                points[i, j] = (x, y, height(x, y));
            }
        }

        using var lines = new SKPathBuilder();
        for (var i = 0; i < columns - 1; i++)
        {
            for (var j = 0; j < rows - 1; j++)
            {
                // Two triangles, not a square: a line through a triangle is never in doubt.
                Cross(lines, points[i, j], points[i + 1, j], points[i, j + 1]);
                Cross(lines, points[i + 1, j], points[i, j + 1], points[i + 1, j + 1]);
            }
        }

        return lines.Detach();
    }

    private static Func<double, double, double> Ground(SKRect area, uint seed)
    {
        var random = new Random((int)(seed & int.MaxValue));
        var (width, tall) = (area.Width, area.Height);
        var mirrored = random.Next(2) == 0;
        var summit = (X: area.Left + (width * Between(.3, .55)), Y: area.Top + (tall * Between(.3, .45)));
        var second = (X: area.Left + (width * Between(.7, 1)), Y: area.Top + (tall * Between(.85, 1)));
        var (broad, steep) = (width * Between(.5, .62), width * Between(.3, .4));
        var waves = Enumerable.Range(0, 4).Select(_ => Between(0, 2 * Math.PI)).ToArray();

        return (x, y) =>
        {
            // The ground itself is bent a little, which makes the rings waver together.
            var bentX = x + (13 * Math.Sin((y / 61) + waves[0])) + (5 * Math.Sin((y / 23) + waves[1]));
            var bentY = (mirrored ? area.Top + area.Bottom - y : y) + (15 * Math.Sin((x / 53) + waves[2])) + (5 * Math.Sin((x / 27) + waves[3]));
            return Hill(bentX - summit.X, (bentY - summit.Y) / 1.25, broad) + (.8 * Hill(bentX - second.X, bentY - second.Y, steep));
        };

        double Between(double least, double most) => least + ((most - least) * random.NextDouble());
    }

    private static double Hill(double x, double y, double width) => Math.Exp(-((x * x) + (y * y)) / (width * width));

    private static void Cross(SKPathBuilder lines, (float X, float Y, double Height) a, (float X, float Y, double Height) b, (float X, float Y, double Height) c)
    {
        var highest = Math.Max(a.Height, Math.Max(b.Height, c.Height));
        var lowest = Math.Min(a.Height, Math.Min(b.Height, c.Height));
        for (var level = Math.Max(0, (int)Math.Ceiling((lowest - Lowest) / Rise)); level < Levels && Lowest + (level * Rise) <= highest; level++)
        {
            var at = Lowest + (level * Rise);
            var ends = new[] { Meet(a, b, at), Meet(b, c, at), Meet(c, a, at) }.OfType<SKPoint>().ToArray();
            if (ends.Length == 2)
            {
                lines.MoveTo(ends[0]);
                lines.LineTo(ends[1]);
            }
        }
    }

    private static SKPoint? Meet((float X, float Y, double Height) from, (float X, float Y, double Height) to, double level)
    {
        if (from.Height < level == to.Height < level)
        {
            return null;
        }

        var part = (float)((level - from.Height) / (to.Height - from.Height));
        return new SKPoint(from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y)));
    }
}
