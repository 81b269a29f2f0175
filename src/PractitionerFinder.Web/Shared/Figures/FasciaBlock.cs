namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// A block cut out of the body, each layer cut back further than the one under it. Units of the block: u runs along the front, v to the
/// back, w up; every layer lies on the wavering top of the last.
/// </summary>
internal static class FasciaBlock
{
    /// <summary>Units from side to side of the drawing, with the room for names.</summary>
    public const int Width = 400;

    /// <summary>Units from top to bottom.</summary>
    public const int Height = 280;

    private const double Depth = 84;
    private const int Columns = 4;

    // Of a cell of fat or bone.
    private const int Corners = 5;

    /// <summary>The layers from the bone up: top, end along the front, how much the top wavers, and where the wave starts.</summary>
    private static readonly Layer[] Layers =
    [
        new("bone", 48, 196, .8, 0),
        new("sheet", 53, 188, .8, 0),
        new("muscle", 140, 176, 1.6, 1.2),
        new("sheet", 149, 152, 1.6, 1.2),
        new("fat", 175, 125, 2.2, 2.6),
        new("sheet", 181, 113, 2.4, 2.6),
        new("fat", 209, 90, 1.6, 4),
        new("skin", 224, 72, 1.6, 4),
    ];

    private static readonly Layer Ground = new("", 0, 196, 0, 0);

    /// <summary>What is drawn, from the back to the front: paths with their classes.</summary>
    public static IReadOnlyList<(string Class, string Path)> Strokes { get; } = [.. Layers.SelectMany((layer, i) => Draw(layer, i > 0 ? Layers[i - 1] : Ground, i))];

    private static IEnumerable<(string, string)> Draw(Layer layer, Layer under, int number)
    {
        var end = layer.End;
        (double X, double Y) Top(double u, double v) => Project(u, v, layer.At(u, v));
        (double X, double Y) Front(double u, double share) => Project(u, 0, double.Lerp(under.At(u, 0), layer.At(u, 0), share));
        (double X, double Y) Side(double v, double share) => Project(end, v, double.Lerp(under.At(end, v), layer.At(end, v), share));
        var cut = number < Layers.Length - 1 ? Layers[number + 1].End : 0;

        yield return ($"layer-{layer.Kind} layer-face", Face(Front, end));
        yield return ($"layer-{layer.Kind} layer-face", Face(Side, Depth));
        yield return ($"layer-{layer.Kind} layer-face", new PathWriter(1).Move(Top(0, 0)).Through(Along(0, end, u => Top(u, 0))).Through(Along(0, Depth, v => Top(end, v)))
            .Through(Along(end, 0, u => Top(u, Depth))).Through(Along(Depth, 0, v => Top(0, v))) + "z");
        foreach (var texture in layer.Kind switch
        {
            "bone" => Bone(Front, Side, Top, end, cut),
            "muscle" => Muscle(Front, Side, Top, end, cut),
            "sheet" => Sheet(Top, end, cut),
            "fat" => Fat(Front, Side, Top, end, cut, number),
            _ => Skin(Front, Side, Top, end),
        })
        {
            yield return texture;
        }
    }

    private static IEnumerable<(string, string)> Skin(Plane front, Plane side, Plane top, double end)
    {
        // The outer skin, a thin line on both cut faces; furrows on the surface.
        yield return ("layer-edge", new PathWriter(1).Move(front(0, .72)).Through(Along(0, end, u => front(u, .72))).Through(Along(0, Depth, v => side(v, .72))).ToString());
        var furrows = new PathWriter(1);
        for (var row = 0; row < 7; row++)
        {
            for (var column = 0; column < 5; column++)
            {
                var (u, v) = (6 + column * 14.0 + Jitter(row, column) * 6, 7 + row * 11.5 + Jitter(column, row) * 4);
                furrows.Move(top(u, v)).Quadratic(top(u + 3, v + 2.5 * (row % 2 == 0 ? 1 : -1)), top(Math.Min(u + 6, end - 2), v));
            }
        }

        yield return ("layer-fibres", furrows.ToString());
    }

    private static IEnumerable<(string, string)> Fat(Plane front, Plane side, Plane top, double end, double cut, int seed)
    {
        var cells = new PathWriter(1);
        Cells(cells, front, 1, end - 1, .03, .97, 16, 2, seed);
        Cells(cells, side, 1, Depth - 1, .03, .97, 16, 2, seed + 3);
        if (end - cut > 8)
        {
            Cells(cells, top, cut, end, 0, Depth, 16, 6, seed + 5);
        }

        yield return ("layer-fibres", cells.ToString());
    }

    private static IEnumerable<(string, string)> Sheet(Plane top, double end, double cut)
    {
        if (end - cut < 12)
        {
            yield break;
        }

        // A fine weave in two directions on the part that is laid bare.
        var weave = new PathWriter(1);
        for (var start = cut - Depth; start < end; start += 9)
        {
            foreach (var back in new[] { false, true })
            {
                (double U, double V) At(double step) => (start + step, back ? Depth - step : step);
                var (from, to) = (Math.Max(0, cut - start), Math.Min(Depth, end - start));
                if (to - from > 3)
                {
                    weave.Move(top(At(from).U, At(from).V)).Line(top(At(to).U, At(to).V));
                }
            }
        }

        yield return ("layer-weave", weave.ToString());
    }

    private static IEnumerable<(string, string)> Muscle(Plane front, Plane side, Plane top, double end, double cut)
    {
        const int rows = 4;
        var (bundles, fibres, ends) = (new PathWriter(1), new PathWriter(1), new PathWriter(1));
        for (var row = 0; row < rows; row++)
        {
            var (low, high) = ((row + .06) / rows, (row + .94) / rows);
            Bundle(front, 0, end, low, high);
            for (var column = 0; column < Columns; column++)
            {
                // The cut end of a bundle: a rounded shape, and in it the cut ends of its fibres, dots that a line of no length leaves.
                var (near, far) = ((column + .05) * Depth / Columns, (column + .95) * Depth / Columns);
                var (middle, half) = ((near + far) / 2, (far - near) / 2);
                var (centre, tall) = ((low + high) / 2, (high - low) / 2);
                var corners = Enumerable.Range(0, 9).Select(i => Math.Tau * i / 8 + .39).Select((angle, i) =>
                {
                    var reach = 1 + Jitter(row * 8 + i % 8, column) * .12;
                    return side(middle + half * reach * Squared(Math.Cos(angle)), centre + tall * reach * Squared(Math.Sin(angle)));
                }).ToArray();
                corners[^1] = corners[0];
                bundles.Move(corners[0]).Through(corners);
                for (var i = 0; i < 7; i++)
                {
                    var (angle, reach) = (i * Math.Tau / 6 + row, i == 6 ? 0 : .52);
                    var (x, y) = side(middle + half * reach * Math.Cos(angle), centre + tall * reach * Math.Sin(angle));
                    ends.Move((x, y)).Line((x, y));
                }
            }
        }

        for (var column = 0; column < Columns; column++)
        {
            Bundle(top, cut, end, (column + .05) * Depth / Columns, (column + .95) * Depth / Columns);
        }

        yield return ("layer-bundles", bundles.ToString());
        yield return ("layer-fibres", fibres.ToString());
        yield return ("layer-ends", ends.ToString());

        // A bundle from its side, with the fibres along it.
        void Bundle(Plane face, double from, double to, double low, double high)
        {
            bundles.Move(face(from, low)).Through(Along(from, to, u => face(u, low))).Through(face(to, low), face(to, high))
                .Through(Along(to, from, u => face(u, high))).Through(face(from, high), face(from, low));
            for (var fibre = 1; fibre <= 3; fibre++)
            {
                var share = double.Lerp(low, high, fibre / 4.0);
                var (a, b) = (from + 3 + 5 * (Jitter(fibre, (int)(low * 40)) + .5), to - 3 - 5 * (Jitter((int)(low * 40), fibre) + .5));
                fibres.Move(face(a, share)).Through(Along(a, b, u => face(u, share)));
            }
        }
    }

    private static IEnumerable<(string, string)> Bone(Plane front, Plane side, Plane top, double end, double cut)
    {
        // Dense bone round the outside, open bone within.
        var rim = new PathWriter(1).Move(front(0, .8)).Through(Along(0, end, u => front(u, .8))).Through(Along(0, Depth, v => side(v, .8)))
            .Move(front(0, .2)).Through(Along(0, end, u => front(u, .2))).Through(Along(0, Depth, v => side(v, .2)));
        yield return ("layer-edge", rim.ToString());
        var cells = new PathWriter(1);
        Cells(cells, front, 2, end - 2, .24, .76, 14, 3, 21);
        Cells(cells, side, 2, Depth - 2, .24, .76, 14, 3, 27);
        yield return ("layer-fibres", cells.ToString());
        yield return ("layer-fibres", new PathWriter(1).Move(top(cut + 3, Depth * .3)).Line(top(end - 2, Depth * .3)).Move(top(cut + 1, Depth * .65)).Line(top(end - 3, Depth * .65)).ToString());
    }

    /// <summary>Rounded cells in rows, each second row set over by half a cell, none quite like another; the cut goes through the outer cells of the rows between.</summary>
    private static void Cells(PathWriter path, Plane face, double from, double to, double low, double high, double size, int rows, int seed)
    {
        var columns = Math.Max(1, (int)Math.Round((to - from) / size));
        var (width, height) = ((to - from) / columns, (high - low) / rows);
        for (var row = 0; row < rows; row++)
        {
            var isBetween = row % 2 == 1 && columns > 1;
            var shift = isBetween ? 1 : .5;
            if (isBetween)
            {
                Half(from, 1);
                Half(to, -1);
            }

            for (var column = 0; column < columns - (isBetween ? 1 : 0); column++)
            {
                var (u, v) = (from + (column + shift) * width, low + (row + .5) * height);
                var corners = Enumerable.Range(0, Corners).Select(i => Math.Tau * i / Corners).Select((angle, i) =>
                {
                    var reach = .56 + Jitter(seed + row * 31 + column, i) * .12;
                    return face(u + Math.Cos(angle) * width * reach, v + Math.Sin(angle) * height * reach);
                }).ToArray();

                // From the middle of one side to the middle of the next, bent towards the corner between them: round, in few bytes.
                var middles = corners.Select((corner, i) => Middle(corner, corners[(i + 1) % Corners])).ToArray();
                path.Move(middles[^1]);
                for (var i = 0; i < Corners; i++)
                {
                    path.Quadratic(corners[i], middles[i]);
                }
            }

            void Half(double edge, int inwards)
            {
                var (middle, reach) = (low + (row + .5) * height, .46 + Jitter(seed + row, inwards) * .1);
                var inner = edge + inwards * width * reach;
                path.Move(face(edge, middle - height * .45)).Quadratic(face(inner, middle - height * .45), face(inner, middle)).Onward(face(edge, middle + height * .45));
            }
        }
    }

    private static string Face(Plane at, double end) => new PathWriter(1).Move(at(0, 0)).Through(Along(0, end, u => at(u, 0))).Through(at(end, 0), at(end, 1))
        .Through(Along(end, 0, u => at(u, 1))) + "z";

    private static (double X, double Y)[] Along(double from, double to, Func<double, (double, double)> at)
    {
        var steps = Math.Max(1, (int)Math.Round(Math.Abs(to - from) / 14));
        return [.. Enumerable.Range(0, steps + 1).Select(i => at(double.Lerp(from, to, (double)i / steps)))];
    }

    private static (double X, double Y) Middle((double X, double Y) a, (double X, double Y) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static (double X, double Y) Project(double u, double v, double w) => (6 + u + .58 * v, 270 - w - .36 * v);

    private static double Squared(double number) => Math.Sign(number) * Math.Pow(Math.Abs(number), .7);

    // The same in every run: from -0.5 to 0.5.
    private static double Jitter(int a, int b) => (unchecked((uint)(a * 73_856_093 ^ b * 19_349_663) * 2_654_435_761u) >> 16) / 65_536.0 - .5;

    private delegate (double X, double Y) Plane(double along, double across);

    private sealed record Layer(string Kind, double Top, double End, double Waver, double Phase)
    {
        public double At(double u, double v) => Top + Waver * (Math.Sin(u / 19 + v / 60 + Phase) + .4 * Math.Sin(u / 9 - v / 40 + 2 * Phase));
    }
}
