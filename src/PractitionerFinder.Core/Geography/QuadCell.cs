namespace PractitionerFinder.Core.Geography;

/// <summary>
/// A cell of a quadtree over the plane of longitude and latitude. Level 0 is the whole earth; each level halves both
/// sides, so that a cell of level n is 360/2ⁿ degrees wide and 180/2ⁿ degrees high.
/// </summary>
/// <remarks>
/// The number is a leading 1 followed by the path from the root, two bits a level (north bit, then east bit), so that
/// the parent of a cell is its number shifted right by two, and no two cells of any level share a number.
/// </remarks>
public readonly record struct QuadCell
{
    /// <summary>The finest level: cells of at most 38 m at the equator.</summary>
    public const int MaxLevel = 20;

    private QuadCell(long number) => Number = number;

    /// <summary>The cell of level 0, which holds every point.</summary>
    public static QuadCell Root { get; } = new(1);

    /// <summary>The cell as one number, positive; what databases store and compare.</summary>
    public long Number { get; }

    /// <summary>0 for the whole earth, to <see cref="MaxLevel"/>.</summary>
    public int Level => (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)Number)) / 2;

    /// <summary>Western edge, degrees.</summary>
    public double West => -180 + Column * Width;

    /// <summary>Southern edge, degrees.</summary>
    public double South => -90 + Row * Height;

    /// <summary>Eastern edge, degrees.</summary>
    public double East => West + Width;

    /// <summary>Northern edge, degrees.</summary>
    public double North => South + Height;

    private double Width => 360.0 / (1L << Level);

    private double Height => 180.0 / (1L << Level);

    private long Column => Bits(0);

    private long Row => Bits(1);

    /// <summary>The cell of a level that holds a point. The antimeridian at +180° belongs to the easternmost cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 0 to <see cref="MaxLevel"/>.</exception>
    public static QuadCell Containing(GeoPoint point, int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaxLevel);
        var cells = 1L << level;
        var column = Math.Min(cells - 1, (long)((point.Longitude + 180) / 360 * cells));
        var row = Math.Min(cells - 1, (long)((point.Latitude + 90) / 180 * cells));
        var number = 1L;
        for (var bit = level - 1; bit >= 0; bit--)
        {
            number = (number << 2) | ((row >> bit & 1) << 1) | (column >> bit & 1);
        }

        return new QuadCell(number);
    }

    /// <summary>The cell that a number names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No cell has that number.</exception>
    public static QuadCell Numbered(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, Root.Number);

        // The leading 1 stands before whole pairs of bits.
        var cell = new QuadCell(number);
        return cell.Level <= MaxLevel && number >> (2 * cell.Level) == Root.Number
            ? cell
            : throw new ArgumentOutOfRangeException(nameof(number), number, "No cell has that number.");
    }

    /// <summary>The numbers of every cell that holds a point, from the whole earth to the finest: 21 of them.</summary>
    public static IReadOnlyList<long> Ancestry(GeoPoint point)
    {
        var numbers = new long[MaxLevel + 1];
        var number = Containing(point, MaxLevel).Number;
        for (var level = MaxLevel; level >= 0; level--, number >>= 2)
        {
            numbers[level] = number;
        }

        return numbers;
    }

    /// <summary>The four cells of the next level inside this one.</summary>
    /// <exception cref="InvalidOperationException">The cell is of the finest level.</exception>
    public IReadOnlyList<QuadCell> Children() => Level == MaxLevel
        ? throw new InvalidOperationException("A cell of the finest level has no children.")
        : [new(Number << 2), new(Number << 2 | 1), new(Number << 2 | 2), new(Number << 2 | 3)];

    private long Bits(int offset)
    {
        var value = 0L;
        for (var bit = Level - 1; bit >= 0; bit--)
        {
            value = value << 1 | (Number >> (2 * bit + offset) & 1);
        }

        return value;
    }
}
