namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>What lies around a point, as <see cref="Gazetteer"/> tells it.</summary>
internal sealed class Surroundings(PlaceIndex index, NearestPlaces nearest)
{
    private const int SmallestLandmark = 1_000;
    private const int LandmarkMetres = 50_000;
    private const int NearMetres = 20_000;
    private const int LocalityMetres = 15_000;

    // Within a few kilometres all is one town: without this a suburb would pull more than the city around it.
    private const int TownMetres = 5_000;

    private readonly PlaceTable table = index.Table;

    public IReadOnlyList<Place> NotableAround(GeoPoint point, int metres, int limit)
    {
        var chosen = new List<Place>(limit);
        foreach (var row in nearest.Within(point, metres).OrderByDescending(row => table.Population[row]).ThenBy(row => row))
        {
            if (chosen.Count == limit)
            {
                break;
            }

            if (chosen.TrueForAll(place => place.Point.MetresTo(table.Point(row)) >= metres / 4))
            {
                chosen.Add(table[row]);
            }
        }

        return chosen;
    }

    public Place? LocalityAt(GeoPoint point, string name) => LocalityRow(point, name) is var row and >= 0 ? table[row] : null;

    public Place LandmarkOf(GeoPoint point, string? locality)
    {
        var own = locality is null ? -1 : LocalityRow(point, locality);
        double Pull(int row) => table.Population[row] / Math.Pow(table.Point(row).MetresTo(point) + TownMetres, 2);

        var towns = nearest.Within(point, LandmarkMetres).Where(row => row != own && table.Population[row] >= SmallestLandmark).ToList();
        var landmark = towns.Count > 0 ? towns.MaxBy(Pull) : nearest.Find(point, row => row != own);
        return table[own >= 0 && table.Population[own] >= table.Population[landmark] ? own : landmark];
    }

    public string? DescribeNear(GeoPoint point)
    {
        var row = nearest.Find(point, near => table.Population[near] >= SmallestLandmark);
        if (row < 0 || table.Point(row).MetresTo(point) > NearMetres)
        {
            return null;
        }

        var place = table[row];
        return $"near {place.Name}, {(place.Admin1.Length > 0 && place.Admin1 != place.Name ? place.Admin1 : place.CountryName)}";
    }

    private int LocalityRow(GeoPoint point, string name)
    {
        var (best, bestMetres) = (-1, LocalityMetres + 1);
        foreach (var posting in index.Names.Postings(PlaceKey.Of(name)))
        {
            var row = posting >> 1;
            if (table.Kind[row] is PlaceKind.City or PlaceKind.Locality && table.Point(row).MetresTo(point) is var metres && metres < bestMetres)
            {
                (best, bestMetres) = (row, metres);
            }
        }

        return best;
    }
}
