namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Of a view, the cells of one level that lie in it whole; what is left of the view are strips along its edges.</summary>
internal readonly struct MapInner
{
    private readonly int south;
    private readonly int north;
    private readonly int west;
    private readonly int east;
    private readonly bool crosses;

    public MapInner(MapView view, int level)
    {
        crosses = view.CrossesAntimeridian;
        (south, north) = (MapGrid.RowOf(view.SouthMicro, level), MapGrid.RowOf(view.NorthMicro, level));
        south += MapGrid.SouthOf(south, level) < view.SouthMicro ? 1 : 0;
        north -= MapGrid.NorthOf(north, level) > view.NorthMicro ? 1 : 0;
        (west, east) = (MapGrid.ColumnOf(view.WestMicro, level), MapGrid.ColumnOf(view.EastMicro, level));
        west += MapGrid.WestOf(west, level) < view.WestMicro ? 1 : 0;
        east -= MapGrid.EastOf(east, level) > view.EastMicro ? 1 : 0;
        Strips = Around(view, level);
    }

    /// <summary>The rest of the view.</summary>
    public IReadOnlyList<MapGrid.Box> Strips { get; } = [];

    public bool HasRow(int row) => row >= south && row <= north;

    public bool HasColumn(int column) => crosses ? column >= west || column <= east : column >= west && column <= east;

    private List<MapGrid.Box> Around(MapView view, int level)
    {
        const int antimeridian = 180 * MapView.PerDegree;
        var strips = new List<MapGrid.Box>();
        var last = (1 << level) - 1;
        if (south > north)
        {
            Add(view.SouthMicro, view.NorthMicro);
            return strips;
        }

        var (innerSouth, innerNorth) = (MapGrid.SouthOf(south, level), MapGrid.NorthOf(north, level));
        Add(view.SouthMicro, innerSouth - 1);
        Add(innerNorth + 1, view.NorthMicro);
        if (crosses || west <= east)
        {
            strips.Add(new MapGrid.Box(view.WestMicro, innerSouth, west > last ? antimeridian : MapGrid.WestOf(west, level) - 1, innerNorth));
            strips.Add(new MapGrid.Box(east < 0 ? -antimeridian : MapGrid.EastOf(east, level) + 1, innerSouth, view.EastMicro, innerNorth));
        }
        else
        {
            strips.Add(new MapGrid.Box(view.WestMicro, innerSouth, view.EastMicro, innerNorth));
        }

        return strips;

        void Add(int from, int to)
        {
            strips.Add(new MapGrid.Box(view.WestMicro, from, view.CrossesAntimeridian ? antimeridian : view.EastMicro, to));
            if (view.CrossesAntimeridian)
            {
                strips.Add(new MapGrid.Box(-antimeridian, from, view.EastMicro, to));
            }
        }
    }
}
