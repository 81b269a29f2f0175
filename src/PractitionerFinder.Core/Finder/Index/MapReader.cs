using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Makes an answer of what was counted.</summary>
/// <param name="grid">What was counted.</param>
/// <param name="table">The rows.</param>
/// <param name="changed">The rows of changes.</param>
/// <param name="search">Finds what was counted without being met.</param>
internal sealed class MapReader(MapGrid grid, WayTable table, WayTable? changed, TableSearch search)
{
    /// <summary>The answer; null when the view has to be parted more coarsely, or its places have to be met.</summary>
    public MapAnswer? Read(out bool isTooMuch)
    {
        var (total, weight) = (0, 0);
        foreach (ref readonly var cell in grid.Cells)
        {
            total += cell.Inside;
            weight += cell.Inside == 0 ? 0 : cell.Whole == 1 ? MapAnswer.WeightOfPlace : 1;
        }

        if (total <= MapAnswer.MostPlaces)
        {
            isTooMuch = false;
            return grid.Met.Count == total ? OfPlaces(total) : null;
        }

        isTooMuch = weight > MapAnswer.MostWeight && grid.Level > 0;
        return isTooMuch ? null : OfCells(total);
    }

    private MapAnswer OfPlaces(int total)
    {
        var (clusters, places) = (new List<MapAnswer.Cluster>(), new List<MapAnswer.Place>());
        foreach (var point in grid.Met.Select(m => PlaceOf(m.Row, m.IsChange)).GroupBy(p => p.Point))
        {
            var (at, count) = (point.Key, point.Count());
            if (count == 1)
            {
                places.Add(point.First());
            }
            else
            {
                clusters.Add(new MapAnswer.Cluster(count, at, PointOf(at)));
            }
        }

        return new MapAnswer(total, clusters, places);
    }

    private MapAnswer OfCells(int total)
    {
        var (clusters, places) = (new List<MapAnswer.Cluster>(), new List<MapAnswer.Place>());
        var cells = grid.Cells;
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            if (cell.Inside == 0)
            {
                continue;
            }

            if (cell.Whole == 1)
            {
                places.Add(cell.Some < 0 ? PlaceOf(~cell.Some, isChange: true)
                    : PlaceOf(cell.Some > 0 ? cell.Some - 1 : search.OnlyRowOf(grid.BoxOf(i)), isChange: false));
                continue;
            }

            var middle = new GeoPoint(Mean(cell.Latitudes, cell.Whole), Mean(cell.Longitudes, cell.Whole));
            clusters.Add(new MapAnswer.Cluster(cell.Whole, middle, cell.IsSpread ? ViewOf(grid.BoxOf(i)) : PointOf(middle)));
        }

        return new MapAnswer(total, clusters, places);
    }

    private MapAnswer.Place PlaceOf(int row, bool isChange)
    {
        var rows = isChange ? changed! : table;
        return new MapAnswer.Place(rows.IdOf(row), rows.KeyOf(row), rows.PointOf(row));
    }

    private static double Mean(long sum, int count) => Math.Round((double)sum / count) / MapView.PerDegree;

    private static MapView ViewOf(MapGrid.Box box) => MapView.OfMicro(box.West, box.South, box.East, box.North);

    private static MapView PointOf(GeoPoint point)
    {
        var (latitude, longitude) = ((int)Math.Round(point.Latitude * MapView.PerDegree), (int)Math.Round(point.Longitude * MapView.PerDegree));
        return MapView.OfMicro(longitude, latitude, longitude, latitude);
    }
}
