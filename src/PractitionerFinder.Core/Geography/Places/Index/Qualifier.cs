namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The words after a name that say which of its namesakes is meant: a country, a region, a district, or a bigger place
/// near by ("Perth, Scotland", "Headingley, Leeds").
/// </summary>
internal sealed class Qualifier
{
    /// <summary>The most that <see cref="Bonus"/> gives.</summary>
    public const int MostPoints = 6;

    private const double NearCityKilometres = 35;
    private const double NearCountyKilometres = 120;

    private readonly PlaceTable table;
    private readonly int[] countries;
    private readonly int[] regions;
    private readonly int[] districts;
    private readonly ILookup<int, int> places;

    public Qualifier(PlaceIndex index, string key)
    {
        table = index.Table;
        countries = index.CountriesNamed(key);
        regions = index.RegionsNamed(key);
        districts = index.DistrictsNamed(key);
        var named = new List<int>();
        foreach (var posting in index.Names.Postings(key))
        {
            if (table.Kind[posting >> 1] is PlaceKind.City or PlaceKind.County)
            {
                named.Add(posting >> 1);
            }
        }

        places = named.ToLookup(table.Country);
    }

    /// <summary>Points for a row that it holds of, null for one that it rules out.</summary>
    public int? Bonus(int row)
    {
        var country = table.Country(row);
        if (countries.Contains(country))
        {
            return 4;
        }

        if ((regions.Contains(table.Region[row]) && table.Kind[row] != PlaceKind.Country) || districts.Contains(table.District[row]))
        {
            return MostPoints;
        }

        foreach (var place in places[country])
        {
            if (place != row && table.Rank[place] > table.Rank[row] - 5
                && table.IsWithin(row, place, table.Kind[place] == PlaceKind.City ? NearCityKilometres : NearCountyKilometres))
            {
                return 5;
            }
        }

        return null;
    }
}
