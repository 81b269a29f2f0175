namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// Joins imported rows with those that were there before: the same code in a country, or the same name within 5 km,
/// is one place, which takes the point and the people of the import and keeps all its names.
/// </summary>
internal static class ImportedPlaces
{
    private const double SamePlaceKilometres = 5;

    /// <summary>Marks the imported rows that repeat an earlier one as superseded by it.</summary>
    public static void Merge(PlaceTable table, int firstImported)
    {
        if (firstImported == table.Count)
        {
            return;
        }

        var known = new Dictionary<(int Country, bool IsCode, string Key), List<int>>();
        for (var row = 0; row < table.Count; row++)
        {
            if (Key(table, row) is not { } key)
            {
                continue;
            }

            if (!known.TryGetValue(key, out var same))
            {
                known[key] = same = [];
            }

            var earlier = row < firstImported ? -1 : same.FindIndex(other => key.IsCode || table.IsWithin(row, other, SamePlaceKilometres));
            if (earlier < 0)
            {
                same.Add(row);
            }
            else
            {
                table.Supersede(same[earlier], row, takesPoint: same[earlier] < firstImported);
            }
        }
    }

    private static (int Country, bool IsCode, string Key)? Key(PlaceTable table, int row) => table.Kind[row] switch
    {
        // "M1 1" is a sector and "M11" an outcode, so a code keeps its space here.
        PlaceKind.Postcode => (table.Country(row), true, table.Word(row, PlaceColumn.Postcode)),
        PlaceKind.City or PlaceKind.Locality => (table.Country(row), false, PlaceKey.Of(table.Word(row, PlaceColumn.Name))),
        _ => null,
    };
}
