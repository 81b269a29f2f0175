using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PractitionerFinder.Core.Finder.Index;

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
