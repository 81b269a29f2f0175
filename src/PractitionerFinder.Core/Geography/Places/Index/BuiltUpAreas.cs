namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// Whether a point is in a town. A town of P people is taken for a disc of P / 1,500 km² (a round figure for the density
/// of towns in Great Britain, an estimate) and 1.5 km around it; villages under 2,000 people do not count.
/// </summary>
/// <remarks>Each cell of a quarter degree lists the towns that reach into it, so that a question looks into one cell.</remarks>
internal sealed class BuiltUpAreas
{
    private const int SmallestTown = 2_000;
    private const double PeoplePerSquareKilometre = 1_500;
    private const double MarginMetres = 1_500;
    private const double CellsPerDegree = 4;
    private const int Columns = (int)(360 * CellsPerDegree);
    private const double MetresPerDegree = GreatCircle.EarthRadiusMetres * Math.PI / 180;

    private readonly PlaceTable table;
    private readonly int[] cells;
    private readonly int[] towns;

    public BuiltUpAreas(PlaceTable table)
    {
        this.table = table;
        var reached = new List<(int Cell, int Row)>(150_000);
        for (var row = 0; row < table.Count; row++)
        {
            if (table.Kind[row] is PlaceKind.City or PlaceKind.Locality && table.Population[row] >= SmallestTown)
            {
                AddReached(reached, row);
            }
        }

        reached.Sort();
        cells = [.. reached.Select(r => r.Cell)];
        towns = [.. reached.Select(r => r.Row)];
    }

    public bool Hold(GeoPoint point)
    {
        var cell = Row(point.Latitude) * Columns + Column(point.Longitude);
        var at = Array.BinarySearch(cells, cell);
        if (at < 0)
        {
            return false;
        }

        while (at > 0 && cells[at - 1] == cell)
        {
            at--;
        }

        for (; at < cells.Length && cells[at] == cell; at++)
        {
            if (table.Point(towns[at]).MetresTo(point) <= ReachMetres(towns[at]))
            {
                return true;
            }
        }

        return false;
    }

    private double ReachMetres(int row) =>
        Math.Sqrt(table.Population[row] / (PeoplePerSquareKilometre * Math.PI)) * 1000 + MarginMetres;

    private void AddReached(List<(int Cell, int Row)> reached, int row)
    {
        var centre = table.Point(row);
        var reach = ReachMetres(row) / MetresPerDegree;

        // The widest part of a disc on the sphere lies a little nearer the pole than its middle.
        var furthest = Math.Min(89, Math.Abs(centre.Latitude) + reach);
        var sideways = reach / Math.Cos(furthest * Math.PI / 180);
        for (var y = Row(centre.Latitude - reach); y <= Row(centre.Latitude + reach); y++)
        {
            var last = (int)Math.Floor((centre.Longitude + sideways + 180) * CellsPerDegree);
            for (var x = (int)Math.Floor((centre.Longitude - sideways + 180) * CellsPerDegree); x <= last; x++)
            {
                reached.Add((y * Columns + (x + Columns) % Columns, row));
            }
        }
    }

    private static int Row(double latitude) => (int)((Math.Clamp(latitude, -90, 90) + 90) * CellsPerDegree);

    private static int Column(double longitude) => (int)((longitude + 180) * CellsPerDegree) % Columns;
}
