using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Rows of one band that are counted, and where they count.</summary>
internal readonly struct MapStretch
{
    private readonly Vector256<int> partSouth, partNorth, partWest, partEast;
    private readonly Vector256<int> viewSouth, viewNorth, viewWest, viewEast;
    private readonly MapGrid.Box part;
    private readonly bool cutsBand;
    private readonly bool isInView;
    private readonly bool crosses;

    /// <param name="grid">Where rows are counted.</param>
    /// <param name="part">The part of the earth that they have to lie in.</param>
    /// <param name="band">Their band.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="isWhole">Whether they count for their cells; otherwise for the view alone.</param>
    public MapStretch(MapGrid grid, in MapGrid.Box part, int band, int from, int to, bool isWhole)
    {
        const int height = (int)(WayTable.PerDegree / WayTable.BandsPerDegree);
        const int pole = (int)(90 * WayTable.PerDegree);
        this.part = part;
        (Grid, From, To, IsWhole) = (grid, from, to, isWhole);
        var (south, north) = (band * height - pole, Math.Min(pole, (band + 1) * height - 1 - pole));
        cutsBand = south < part.South || north > part.North;
        (south, north) = (Math.Max(south, part.South), Math.Min(north, part.North));
        HasOneRow = MapGrid.RowOf(south, grid.Level) == MapGrid.RowOf(north, grid.Level);
        var view = grid.View;
        crosses = view.CrossesAntimeridian;
        isInView = south >= view.SouthMicro && north <= view.NorthMicro
            && (crosses ? part.West >= view.WestMicro || part.East <= view.EastMicro : part.West >= view.WestMicro && part.East <= view.EastMicro);
        (partSouth, partNorth) = (Vector256.Create(part.South), Vector256.Create(part.North));
        (partWest, partEast) = (Vector256.Create(part.West), Vector256.Create(part.East));
        (viewSouth, viewNorth) = (Vector256.Create(view.SouthMicro), Vector256.Create(view.NorthMicro));
        (viewWest, viewEast) = (Vector256.Create(view.WestMicro), Vector256.Create(view.EastMicro));
    }

    public MapGrid Grid { get; }

    public int From { get; }

    public int To { get; }

    public bool IsWhole { get; }

    /// <summary>Whether all of it lies in one row of cells.</summary>
    public bool HasOneRow { get; }

    /// <summary>Which rows of a block lie in the part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Within(in RowBlock block, bool isAtEnd)
    {
        // Within a band rows stand by longitude.
        if (!cutsBand && !isAtEnd && block.Longitudes[0] >= part.West && block.Longitudes[RowBlock.Rows - 1] <= part.East)
        {
            return byte.MaxValue;
        }

        var (latitudes, longitudes) = (Vector256.LoadUnsafe(in block.Latitudes[0]), Vector256.LoadUnsafe(in block.Longitudes[0]));
        return (Vector256.GreaterThanOrEqual(latitudes, partSouth) & Vector256.LessThanOrEqual(latitudes, partNorth)
            & Vector256.GreaterThanOrEqual(longitudes, partWest) & Vector256.LessThanOrEqual(longitudes, partEast)).ExtractMostSignificantBits();
    }

    /// <summary>Which rows of a block lie in the view, if they lie in the part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint InView(in RowBlock block)
    {
        if (isInView)
        {
            return byte.MaxValue;
        }

        var (latitudes, longitudes) = (Vector256.LoadUnsafe(in block.Latitudes[0]), Vector256.LoadUnsafe(in block.Longitudes[0]));
        var (eastOfWest, westOfEast) = (Vector256.GreaterThanOrEqual(longitudes, viewWest), Vector256.LessThanOrEqual(longitudes, viewEast));
        return (Vector256.GreaterThanOrEqual(latitudes, viewSouth) & Vector256.LessThanOrEqual(latitudes, viewNorth)
            & (crosses ? eastOfWest | westOfEast : eastOfWest & westOfEast)).ExtractMostSignificantBits();
    }
}

/// <summary>
/// Rows of a stretch that follow each other in one cell, summed eight at a time: they stand by longitude, so that a wide cell is left seldom.
/// </summary>
internal ref struct MapRun(in MapStretch stretch)
{
    // By the bits of eight rows, all bits of the lanes that are set.
    private static readonly Vector256<int>[] Lanes = [.. Enumerable.Range(0, 1 << RowBlock.Rows).Select(bits =>
        Vector256.Create([.. Enumerable.Range(0, RowBlock.Rows).Select(lane => (bits >> lane & 1) != 0 ? -1 : 0)]))];

    public readonly ref readonly MapStretch Stretch = ref stretch;

    private ref MapGrid.Cell cell;
    private Vector256<long> latitudes;
    private Vector256<long> longitudes;
    private int whole;
    private int inside;
    private int some;

    // The cell's edges; no longitude lies between these.
    private int west = int.MaxValue;
    private int east = int.MinValue;

    /// <summary>Whether rows all lie in one cell, which then is that of the run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Takes(in RowBlock block, uint rows)
    {
        var (first, last) = (block.Longitudes[BitOperations.TrailingZeroCount(rows)], block.Longitudes[31 - BitOperations.LeadingZeroCount(rows)]);
        return (first >= west && last <= east) || (Stretch.HasOneRow && Begins(block.Latitudes[BitOperations.TrailingZeroCount(rows)], first, last));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(in RowBlock block, uint rows, uint inView, int one)
    {
        inside += BitOperations.PopCount(inView);
        if (Stretch.IsWhole)
        {
            var lanes = Lanes[rows];
            var (north, along) = (Vector256.LoadUnsafe(in block.Latitudes[0]) & lanes, Vector256.LoadUnsafe(in block.Longitudes[0]) & lanes);
            latitudes += Vector256.WidenLower(north) + Vector256.WidenUpper(north);
            longitudes += Vector256.WidenLower(along) + Vector256.WidenUpper(along);
            whole += BitOperations.PopCount(rows);
            some = one;
        }
    }

    /// <summary>Counts what was summed for its cell.</summary>
    public void End()
    {
        if (inside + whole > 0)
        {
            cell.Add(whole, inside, Vector256.Sum(latitudes), Vector256.Sum(longitudes), some);
        }

        (whole, inside, latitudes, longitudes) = (0, 0, default, default);
    }

    private bool Begins(int latitude, int first, int last)
    {
        End();
        var level = Stretch.Grid.Level;
        var column = MapGrid.ColumnOf(first, level);
        (west, east) = (MapGrid.WestOf(column, level), MapGrid.EastOf(column, level));
        if (last > east)
        {
            (west, east) = (int.MaxValue, int.MinValue);
            return false;
        }

        cell = ref Stretch.Grid.At(MapGrid.RowOf(latitude, level), column, level);
        return true;
    }
}
