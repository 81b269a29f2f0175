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
