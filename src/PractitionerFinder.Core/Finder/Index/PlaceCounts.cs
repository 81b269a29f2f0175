namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// How many places can be found in each cell of one level, during one hour, and the sums of their coordinates: what a map shows of a continent is then summed up
/// without going through its places. Rows that an instant of the hour changes, and rare ones, are few: they are named, and looked at like any other.
/// </summary>
internal sealed class PlaceCounts
{
    /// <summary>The level: cells 39 km wide at the equator, so that some ten thousand hold all that people live in.</summary>
    public const int Level = 10;

    private const int Side = 1 << Level;

    private readonly WayTable table;
    private readonly WayTable.Moment start;
    private readonly WayTable.Moment end;
    private readonly bool showDemo;

    // First cell of each row, and one more.
    private readonly int[] rows = new int[Side + 1];
    private readonly ushort[] columns;
    private readonly int[] counts;
    private readonly long[] latitudes;
    private readonly long[] longitudes;

    /// <param name="table">The rows.</param>
    /// <param name="now">An instant of the hour.</param>
    /// <param name="showDemo">Whether fictional listings take part.</param>
    public PlaceCounts(WayTable table, in WayTable.Moment now, bool showDemo)
    {
        this.table = table;
        this.showDemo = showDemo;
        start = new WayTable.Moment(new DateTime(HourOf(now.Time) * TimeSpan.TicksPerHour, DateTimeKind.Utc));
        end = new WayTable.Moment(start.Time.AddTicks(TimeSpan.TicksPerHour - 1));
        var looked = new List<int>();
        var cells = new List<(ushort Column, int Count, long Latitudes, long Longitudes)>();

        // A band, lower than a cell, lies in one row of cells or in two.
        var (open, next) = (new (int Count, long Latitudes, long Longitudes)[Side], new (int Count, long Latitudes, long Longitudes)[Side]);
        var current = 0;
        for (var row = 0; row < table.Places; row++)
        {
            if (!IsSteady(row))
            {
                looked.Add(row);
                continue;
            }

            if (!IsCounted(row))
            {
                continue;
            }

            var (latitude, longitude) = (table.LatitudeOf(row), table.LongitudeOf(row));
            var of = MapGrid.RowOf(latitude, Level);
            while (of > current + 1)
            {
                Close();
            }

            ref var cell = ref (of == current ? open : next)[MapGrid.ColumnOf(longitude, Level)];
            cell = (cell.Count + 1, cell.Latitudes + latitude, cell.Longitudes + longitude);
        }

        while (current < Side)
        {
            Close();
        }

        Looked = [.. looked];
        columns = [.. cells.Select(c => c.Column)];
        counts = [.. cells.Select(c => c.Count)];
        latitudes = [.. cells.Select(c => c.Latitudes)];
        longitudes = [.. cells.Select(c => c.Longitudes)];

        void Close()
        {
            for (var column = 0; column < Side; column++)
            {
                if (open[column] is { Count: > 0 } cell)
                {
                    cells.Add(((ushort)column, cell.Count, cell.Latitudes, cell.Longitudes));
                }
            }

            Array.Clear(open);
            (open, next) = (next, open);
            rows[++current] = cells.Count;
        }
    }

    /// <summary>Rows that the counts say nothing of.</summary>
    public int[] Looked { get; }

    /// <summary>Whether they hold at an instant.</summary>
    public bool HoldAt(DateTime now, bool showsDemo) => HourOf(now) == HourOf(start.Time) && showsDemo == showDemo;

    /// <summary>Whether a row is counted.</summary>
    public bool Counts(int row) => IsSteady(row) && IsCounted(row);

    /// <summary>Adds the counts to the cells of a grid, for the view those of <paramref name="inner"/> alone.</summary>
    /// <param name="grid">A grid of this level or a coarser.</param>
    /// <param name="inner">The part of the view in which whole cells lie.</param>
    public void AddTo(MapGrid grid, in MapInner inner)
    {
        foreach (var part in grid.Widened)
        {
            var (west, east) = (MapGrid.ColumnOf(part.West, Level), MapGrid.ColumnOf(part.East, Level));
            var last = MapGrid.RowOf(part.North, Level);
            for (var row = MapGrid.RowOf(part.South, Level); row <= last; row++)
            {
                var (from, to) = (rows[row], rows[row + 1]);
                if (west > 0 && from < to)
                {
                    var found = Array.BinarySearch(columns, from, to - from, (ushort)west);
                    from = found < 0 ? ~found : found;
                }

                var isInner = inner.HasRow(row);
                for (; from < to && columns[from] <= east; from++)
                {
                    grid.At(row, columns[from], Level)
                        .Add(counts[from], isInner && inner.HasColumn(columns[from]) ? counts[from] : 0, latitudes[from], longitudes[from], one: 0);
                }
            }
        }
    }

    private static long HourOf(DateTime time) => time.Ticks / TimeSpan.TicksPerHour;

    /// <summary>Whether nothing of the hour changes whether it is found.</summary>
    private bool IsSteady(int row) => (table.TraitsOf(row) & Traits.Rare) == 0 && (HiddenFrom(row) > end.Seconds || HiddenFrom(row) <= start.Seconds);

    /// <summary>Of one that is steady.</summary>
    private bool IsCounted(int row) => HiddenFrom(row) > end.Seconds && (showDemo || (table.TraitsOf(row) & Traits.Demo) == 0);

    private uint HiddenFrom(int row) => table.BlockOf(row).HiddenFrom[row & (RowBlock.Rows - 1)];
}
