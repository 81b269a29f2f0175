using PractitionerFinder.Core.Finder.Saving;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Which rows a cell of a home-visit area belongs to: an open-addressing table of cell numbers over one list of rows.</summary>
internal sealed class CellRows
{
    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4): 2⁶⁴ divided by the golden ratio.
    private const ulong Golden = 11_400_714_819_323_198_485;

    private readonly long[] cells;
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly int shift;

    /// <summary>Gathers rows by cell.</summary>
    /// <param name="all">Each cell with a row; a pair may not stand twice.</param>
    public CellRows(List<(long Cell, int Row)> all)
    {
        all.Sort();
        var distinct = 0;
        for (var i = 0; i < all.Count; i++)
        {
            distinct += i == 0 || all[i].Cell != all[i - 1].Cell ? 1 : 0;
        }

        var size = 2;
        shift = 63;
        while (size < 2 * distinct)
        {
            size *= 2;
            shift--;
        }

        cells = new long[size];
        starts = new int[size];

        // A count before the rows of each cell.
        rows = new int[all.Count + distinct];
        var at = 0;
        for (var i = 0; i < all.Count;)
        {
            var cell = all[i].Cell;
            Levels |= 1u << LevelOf(cell);
            var slot = SlotOf(cell);
            cells[slot] = cell;
            starts[slot] = at;
            var head = at++;
            for (; i < all.Count && all[i].Cell == cell; i++)
            {
                rows[at++] = all[i].Row;
            }

            rows[head] = at - head - 1;
        }
    }

    private CellRows(long[] cells, int[] starts, int[] rows, int shift, uint levels)
    {
        (this.cells, this.starts, this.rows, this.shift) = (cells, starts, rows, shift);
        Levels = levels;
    }

    /// <summary>The levels that there are cells of, as bits.</summary>
    public uint Levels { get; }

    public bool IsEmpty => rows.Length == 0;

    /// <summary>The rows of a cell, ascending.</summary>
    public ReadOnlySpan<int> Of(long cell)
    {
        var slot = SlotOf(cell);
        return cells[slot] == 0 ? [] : rows.AsSpan(starts[slot] + 1, rows[starts[slot]]);
    }

    public void Save(SectionWriter sections)
    {
        sections.Write<long>(cells);
        sections.Write<int>(starts);
        sections.Write<int>(rows);
        sections.Write<uint>([(uint)shift, Levels]);
    }

    public static CellRows Load(SectionReader sections)
    {
        var (cells, starts, rows, numbers) = (sections.Later<long>(), sections.Later<int>(), sections.Later<int>(), sections.Now<uint>());
        return new CellRows(cells, starts, rows, (int)numbers[0], numbers[1]);
    }

    private static int LevelOf(long cell) => (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)cell)) / 2;

    private int SlotOf(long cell)
    {
        var slot = (int)((ulong)cell * Golden >> shift);
        while (cells[slot] != 0 && cells[slot] != cell)
        {
            slot = (slot + 1) & (cells.Length - 1);
        }

        return slot;
    }
}
