using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Listings;

/// <summary>
/// A quadtree cell and the parts of an area inside it. The parts are halved from the parent's (Sutherland and Hodgman,
/// Reentrant polygon clipping, CACM 17, 1974), which is far quicker than general overlay: a cell is convex and each
/// child needs only the parent's middle lines. Of an outline that is not convex the cuts leave seams along the cell's
/// edge; they have no area, and only areas are asked for.
/// </summary>
internal sealed class ClippedCell
{
    // Of a cell's area: far below what is seen on the ground, far above what rounding leaves.
    private const double Negligible = 1e-9;

    private readonly List<PlanePoint[]> parts;
    private readonly double west;
    private readonly double south;
    private readonly double width;
    private readonly double height;
    private readonly double share;

    private ClippedCell(QuadCell cell, double west, double south, double width, double height, List<PlanePoint[]> parts)
    {
        Cell = cell;
        this.west = west;
        this.south = south;
        this.width = width;
        this.height = height;
        this.parts = parts;
        foreach (var part in parts)
        {
            share += Area(part) / (width * height);
        }
    }

    /// <summary>The cell.</summary>
    public QuadCell Cell { get; }

    /// <summary>Whether the area fills the cell.</summary>
    public bool IsWhole => share > 1 - Negligible;

    /// <summary>How much of the cell sticks out of the area, in square degrees of the equator.</summary>
    public double Outside => (1 - share) * width * height * Math.Cos((south + height / 2) * Math.PI / 180);

    /// <summary>The whole earth and an outline, whose parts beyond the antimeridian continue on the other side.</summary>
    public static ClippedCell Earth(PlanePoint[] outline)
    {
        var parts = new List<PlanePoint[]>();
        foreach (var turn in (ReadOnlySpan<double>)[-360, 0, 360])
        {
            var copy = Array.ConvertAll(outline, p => p with { East = p.East + turn });
            Keep(parts, Half(Half(copy, -180, alongEast: true, more: true), 180, alongEast: true, more: false));
        }

        return new ClippedCell(QuadCell.Root, -180, -90, 360, 180, parts);
    }

    /// <summary>The children that hold some of the area.</summary>
    public List<ClippedCell> Children()
    {
        var cells = Cell.Children();
        var quarters = new List<PlanePoint[]>[] { [], [], [], [] };
        foreach (var part in parts)
        {
            for (var north = 0; north < 2; north++)
            {
                var half = Half(part, south + height / 2, alongEast: false, more: north == 1);
                Keep(quarters[2 * north], Half(half, west + width / 2, alongEast: true, more: false));
                Keep(quarters[2 * north + 1], Half(half, west + width / 2, alongEast: true, more: true));
            }
        }

        var children = new List<ClippedCell>(4);
        for (var i = 0; i < 4; i++)
        {
            var child = new ClippedCell(
                cells[i], west + i % 2 * width / 2, south + i / 2 * height / 2, width / 2, height / 2, quarters[i]);
            if (child.share > 0)
            {
                children.Add(child);
            }
        }

        return children;
    }

    private static void Keep(List<PlanePoint[]> parts, PlanePoint[] ring)
    {
        if (ring.Length > 2)
        {
            parts.Add(ring);
        }
    }

    /// <summary>What of a ring lies on one side of a line.</summary>
    private static PlanePoint[] Half(PlanePoint[] ring, double line, bool alongEast, bool more)
    {
        if (ring.Length == 0)
        {
            return ring;
        }

        var kept = new List<PlanePoint>(ring.Length + 4);
        var from = ring[^1];
        var before = Past(from);
        foreach (var to in ring)
        {
            var after = Past(to);
            if (before * after < 0)
            {
                var part = before / (before - after);
                kept.Add(alongEast
                    ? new PlanePoint(line, from.North + part * (to.North - from.North))
                    : new PlanePoint(from.East + part * (to.East - from.East), line));
            }

            if (after >= 0)
            {
                kept.Add(to);
            }

            (from, before) = (to, after);
        }

        return [.. kept];

        double Past(PlanePoint point) => more ? (alongEast ? point.East : point.North) - line : line - (alongEast ? point.East : point.North);
    }

    /// <summary>Area of a ring, from its first corner so that a small ring far from the origin keeps its digits.</summary>
    private static double Area(PlanePoint[] ring)
    {
        var twice = 0.0;
        for (var i = 1; i < ring.Length - 1; i++)
        {
            twice += (ring[i].East - ring[0].East) * (ring[i + 1].North - ring[0].North)
                - (ring[i + 1].East - ring[0].East) * (ring[i].North - ring[0].North);
        }

        return Math.Abs(twice) / 2;
    }
}

/// <summary>A corner on the plane of longitude and latitude, in degrees; east may run over 180.</summary>
internal readonly record struct PlanePoint(double East, double North);
