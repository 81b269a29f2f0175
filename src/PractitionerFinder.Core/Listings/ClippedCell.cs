using NetTopologySuite.Geometries;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Listings;

/// <summary>
/// A quadtree cell and the parts of an area inside it. The parts are cut from the parent's parts (Sutherland and
/// Hodgman, Reentrant polygon clipping, CACM 17, 1974), which is some fifty times quicker than general overlay: a cell
/// is convex. Of an outline that is not convex the cut leaves seams along the cell's edge; they have no area, and
/// only areas are asked for.
/// </summary>
internal sealed class ClippedCell
{
    // Of a cell's area: far below what is seen on the ground, far above what rounding leaves.
    private const double Negligible = 1e-9;

    private readonly List<Coordinate[]> parts;
    private readonly double share;

    /// <param name="cell">The cell.</param>
    /// <param name="parts">Rings, the last corner joined to the first.</param>
    public ClippedCell(QuadCell cell, List<Coordinate[]> parts)
    {
        Cell = cell;
        this.parts = parts;
        share = parts.Sum(Area) / ((cell.East - cell.West) * (cell.North - cell.South));
    }

    /// <summary>The cell.</summary>
    public QuadCell Cell { get; }

    /// <summary>Whether the area fills the cell.</summary>
    public bool IsWhole => share > 1 - Negligible;

    /// <summary>How much of the cell sticks out of the area, in square degrees of the equator.</summary>
    public double Outside => (1 - share) * (Cell.East - Cell.West) * (Cell.North - Cell.South)
        * Math.Cos((Cell.South + Cell.North) / 2 * Math.PI / 180);

    /// <summary>The same ring further east.</summary>
    public static Coordinate[] Moved(Coordinate[] ring, double east) => Array.ConvertAll(ring, c => new Coordinate(c.X + east, c.Y));

    /// <summary>The cell with its parts cut to it.</summary>
    public ClippedCell Clip() => Cut(Cell);

    /// <summary>The children that hold some of the area.</summary>
    public List<ClippedCell> Children() => [.. Cell.Children().Select(Cut).Where(c => c.share > 0)];

    private ClippedCell Cut(QuadCell cell)
    {
        var cut = new List<Coordinate[]>();
        foreach (var part in parts)
        {
            var ring = Half(part, cell.West, isLongitude: true, keepsMore: true);
            ring = Half(ring, cell.East, isLongitude: true, keepsMore: false);
            ring = Half(ring, cell.South, isLongitude: false, keepsMore: true);
            ring = Half(ring, cell.North, isLongitude: false, keepsMore: false);
            if (ring.Length > 2)
            {
                cut.Add(ring);
            }
        }

        return new ClippedCell(cell, cut);
    }

    /// <summary>What of a ring lies on one side of a line.</summary>
    private static Coordinate[] Half(Coordinate[] ring, double line, bool isLongitude, bool keepsMore)
    {
        var kept = new List<Coordinate>(ring.Length + 4);
        for (var i = 0; i < ring.Length; i++)
        {
            var from = ring[i == 0 ? ring.Length - 1 : i - 1];
            var to = ring[i];
            var before = Past(from);
            var after = Past(to);
            if (before * after < 0)
            {
                var part = before / (before - after);
                kept.Add(isLongitude
                    ? new Coordinate(line, from.Y + part * (to.Y - from.Y))
                    : new Coordinate(from.X + part * (to.X - from.X), line));
            }

            if (after >= 0)
            {
                kept.Add(to);
            }
        }

        return [.. kept];

        double Past(Coordinate c) => (keepsMore ? 1 : -1) * ((isLongitude ? c.X : c.Y) - line);
    }

    /// <summary>Area of a ring, from its first corner so that a small ring far from the origin keeps its digits.</summary>
    private static double Area(Coordinate[] ring)
    {
        var twice = 0.0;
        for (var i = 1; i < ring.Length - 1; i++)
        {
            twice += (ring[i].X - ring[0].X) * (ring[i + 1].Y - ring[0].Y) - (ring[i + 1].X - ring[0].X) * (ring[i].Y - ring[0].Y);
        }

        return Math.Abs(twice) / 2;
    }
}
