namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// The cells of one level that a view touches, and what was counted in each. Coordinates are millionths of a degree. It is used again by the next
/// question of its thread.
/// </summary>
internal sealed class MapGrid
{
    /// <summary>The most cells: a view that would touch more is parted more coarsely.</summary>
    private const int MostCells = 1_024;

    private const int Width = 360 * MapView.PerDegree;
    private const int Height = 180 * MapView.PerDegree;
    private readonly Cell[] cells = new Cell[MostCells];

    private int firstColumn;
    private int firstRow;

    public MapView View { get; private set; }

    public int Level { get; private set; }

    public int Columns { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The view widened to whole cells: one part, or two over the antimeridian.</summary>
    public List<Box> Widened { get; } = [];

    /// <summary>Some places in the view, at most one more than are shown each, with whether they are changes.</summary>
    public List<(int Row, bool IsChange)> Met { get; } = [];

    public Span<Cell> Cells => cells.AsSpan(0, Columns * Rows);

    /// <summary>Columns of a whole level, less one.</summary>
    private int ColumnMask => (1 << Level) - 1;

    /// <summary>The column of a level that a longitude lies in.</summary>
    public static int ColumnOf(int longitude, int level) => (int)Math.Min((1L << level) - 1, ((long)longitude + Width / 2 << level) / Width);

    /// <summary>The row of a level that a latitude lies in.</summary>
    public static int RowOf(int latitude, int level) => (int)Math.Min((1L << level) - 1, ((long)latitude + Height / 2 << level) / Height);

    /// <summary>The least longitude of a column.</summary>
    public static int WestOf(int column, int level) => (int)((((long)column * Width + (1L << level) - 1) >> level) - Width / 2);

    /// <summary>The least latitude of a row.</summary>
    public static int SouthOf(int row, int level) => (int)((((long)row * Height + (1L << level) - 1) >> level) - Height / 2);

    /// <summary>The greatest longitude of a column; the antimeridian belongs to the last.</summary>
    public static int EastOf(int column, int level) => column == (1 << level) - 1 ? Width / 2 : WestOf(column + 1, level) - 1;

    /// <summary>The greatest latitude of a row.</summary>
    public static int NorthOf(int row, int level) => row == (1 << level) - 1 ? Height / 2 : SouthOf(row + 1, level) - 1;

    /// <summary>Begins anew.</summary>
    public void Begin(MapView view, int level)
    {
        View = view;
        Level = level + 1;
        do
        {
            Level--;
            firstRow = RowOf(view.SouthMicro, Level);
            Rows = RowOf(view.NorthMicro, Level) - firstRow + 1;
            firstColumn = ColumnOf(view.WestMicro, Level);
            Columns = ColumnOf(view.EastMicro, Level) - firstColumn + 1 + (view.CrossesAntimeridian ? ColumnMask + 1 : 0);
            if (Columns > ColumnMask)
            {
                (firstColumn, Columns) = (0, ColumnMask + 1);
            }
        }
        while (Rows * Columns > MostCells);

        Cells.Clear();
        Met.Clear();
        Widened.Clear();
        var (south, north, beyond) = (SouthOf(firstRow, Level), NorthOf(firstRow + Rows - 1, Level), firstColumn + Columns - 1 - (ColumnMask + 1));
        Widened.Add(new Box(WestOf(firstColumn, Level), south, beyond < 0 ? EastOf(firstColumn + Columns - 1, Level) : Width / 2, north));
        if (beyond >= 0)
        {
            Widened.Add(new Box(-Width / 2, south, EastOf(beyond, Level), north));
        }
    }

    /// <summary>The cell of a place that lies in what the view was widened to.</summary>
    public ref Cell At(int latitude, int longitude) => ref At(RowOf(latitude, Level), ColumnOf(longitude, Level), Level);

    /// <summary>The cell that holds one of its own level or a finer.</summary>
    public ref Cell At(int row, int column, int level) =>
        ref cells[((row >> (level - Level)) - firstRow) * Columns + (((column >> (level - Level)) - firstColumn) & ColumnMask)];

    /// <summary>Where one of <see cref="Cells"/> lies.</summary>
    public Box BoxOf(int cell)
    {
        var (row, column) = (firstRow + cell / Columns, (firstColumn + cell % Columns) & ColumnMask);
        return new Box(WestOf(column, Level), SouthOf(row, Level), EastOf(column, Level), NorthOf(row, Level));
    }

    public bool IsInView(int latitude, int longitude) =>
        latitude >= View.SouthMicro && latitude <= View.NorthMicro
        && (View.CrossesAntimeridian
            ? longitude >= View.WestMicro || longitude <= View.EastMicro
            : longitude >= View.WestMicro && longitude <= View.EastMicro);

    /// <summary>A part of the earth that does not cross the antimeridian, edges included.</summary>
    public readonly record struct Box(int West, int South, int East, int North)
    {
        public bool IsEmpty => West > East || South > North;

        public bool Holds(int latitude, int longitude) =>
            latitude >= South && latitude <= North && longitude >= West && longitude <= East;
    }

    /// <summary>What was counted in a cell.</summary>
    public struct Cell
    {
        /// <summary>Places in the cell.</summary>
        public int Whole;

        /// <summary>Of these, those in the view.</summary>
        public int Inside;

        /// <summary>Sum of their latitudes.</summary>
        public long Latitudes;

        /// <summary>Sum of their longitudes.</summary>
        public long Longitudes;

        /// <summary>A row that was noted and one, its complement of a change; 0 when none was. It is that of the only place of a cell whose places were all noted.</summary>
        public int Some;

        /// <summary>Whether they may be at several points.</summary>
        public bool IsSpread;

        /// <summary>Adds a place.</summary>
        public void Add(int latitude, int longitude, int one)
        {
            IsSpread |= Whole > 0 && (Latitudes != (long)latitude * Whole || Longitudes != (long)longitude * Whole);
            Whole++;
            Latitudes += latitude;
            Longitudes += longitude;
            Some = one;
        }

        /// <summary>Adds several places, or takes them away.</summary>
        public void Add(int whole, int inside, long latitudes, long longitudes, int one)
        {
            IsSpread = true;
            Whole += whole;
            Inside += inside;
            Latitudes += latitudes;
            Longitudes += longitudes;
            Some = whole == 0 ? Some : one;
        }
    }
}
