using System.Text.Json.Serialization;

namespace PractitionerFinder.Core.Geography;

/// <summary>
/// A cell of a fixed grid that stands for a place whose address is private: about 1 km across in towns and 3 km where
/// few people live. The grid is the same for everybody and does not depend on the place, so that seeing the same cell
/// again, or many cells near each other, tells nothing more.
/// </summary>
/// <param name="Row">Row counted from the south pole.</param>
/// <param name="Column">Column counted from 180° west.</param>
/// <param name="Size">1 or 3: the side in kilometres, nearly.</param>
[method: JsonConstructor]
public readonly record struct CoarseCell(int Row, int Column, int Size)
{
    // A row of the fine grid is 0.009° (1.001 km) high. Three fine cells make one side of a wide one, and a row of
    // wide cells has a whole number of columns, so that the grid closes at the antimeridian.
    private const int FineRows = 19_998;
    private const double FineHeight = 180.0 / FineRows;

    /// <summary>The point that stands for everything in the cell.</summary>
    [JsonIgnore]
    public GeoPoint Centre => new(-90 + (Row + 0.5) * Height, -180 + (Column + 0.5) * Width);

    /// <summary>Its sides, degrees WGS 84.</summary>
    [JsonIgnore]
    public (double South, double West, double North, double East) Bounds
    {
        get
        {
            var centre = Centre;
            return (centre.Latitude - Height / 2, centre.Longitude - Width / 2, centre.Latitude + Height / 2, centre.Longitude + Width / 2);
        }
    }

    /// <summary>Longest distance from the centre to a corner, in metres: how far the true place can be.</summary>
    [JsonIgnore]
    public int ReachMetres
    {
        get
        {
            var centre = Centre;
            var towardsEquator = centre.Latitude > 0 ? centre.Latitude - Height / 2 : centre.Latitude + Height / 2;
            return centre.MetresTo(new GeoPoint(towardsEquator, Math.Clamp(centre.Longitude + Width / 2, -180, 180)));
        }
    }

    private double Height => FineHeight * Size;

    private double Width => 360.0 / (Columns(Size == 3 ? Row : Row / 3) * (3 / Size));

    /// <summary>The cell that holds a point.</summary>
    /// <param name="point">The true place.</param>
    /// <param name="isBuiltUp">
    /// Whether many people live at a point. It is asked of the wide cell's centre and not of the place, so that the
    /// answer too is the same for everything in that cell.
    /// </param>
    public static CoarseCell Containing(GeoPoint point, Func<GeoPoint, bool> isBuiltUp)
    {
        var wide = Containing(point, 3);
        return isBuiltUp(wide.Centre) ? Containing(point, 1) : wide;
    }

    /// <summary>The cell that a public point is the centre of, to a millionth of a degree; the nearest there is when it is that of none.</summary>
    /// <param name="centre">The public point.</param>
    /// <param name="isBuiltUp">As for <see cref="Containing(GeoPoint, Func{GeoPoint, bool})"/>: asked of the centres that a wide cell and its middle one share.</param>
    public static CoarseCell AtCentre(GeoPoint centre, Func<GeoPoint, bool> isBuiltUp)
    {
        var (fine, wide) = (Containing(centre, 1), Containing(centre, 3));
        var (isFine, isWide) = (fine.Centre.Rounded() == centre.Rounded(), wide.Centre.Rounded() == centre.Rounded());
        return isFine && !(isWide && !isBuiltUp(wide.Centre)) ? fine : wide;
    }

    private static CoarseCell Containing(GeoPoint point, int size)
    {
        var row = Math.Min(FineRows / size - 1, (int)((point.Latitude + 90) / (FineHeight * size)));
        var columns = Columns(size == 3 ? row : row / 3) * (3 / size);
        return new CoarseCell(row, Math.Min(columns - 1, (int)((point.Longitude + 180) / 360 * columns)), size);
    }

    /// <summary>Columns of a row of wide cells, so that they are as wide as high at the row's middle.</summary>
    private static int Columns(int wideRow)
    {
        var latitude = -90 + (wideRow + 0.5) * FineHeight * 3;
        return Math.Max(1, (int)Math.Round(Math.Cos(latitude * Math.PI / 180) * 360 / (FineHeight * 3)));
    }
}
