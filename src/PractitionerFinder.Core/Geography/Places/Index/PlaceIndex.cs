namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Everything that a query looks things up in. Nothing in it changes after it is made.</summary>
internal sealed class PlaceIndex
{
    private readonly Dictionary<string, int[]> countries;
    private readonly Dictionary<string, int[]> regions;
    private readonly Dictionary<string, int[]> districts;
    private readonly HashSet<string> counties;

    public PlaceIndex(PlaceTable table, NameIndex names, BritishUnits? units)
    {
        Table = table;
        Names = names;
        Units = units;
        (Trigrams trigrams, PostcodeIndex postcodes) = (null!, null!);
        Parallel.Invoke(() => trigrams = new Trigrams(names), () => postcodes = new PostcodeIndex(table));
        (Trigrams, Postcodes) = (trigrams, postcodes);

        countries = Numbers(AreaKeys(PlaceKind.Country, table.Country));
        regions = Numbers(AreaKeys(PlaceKind.Region, row => table.Region[row])
            .Concat(table.Regions.Select((region, number) => (Key: PlaceKey.Of(region.Name), Number: number))));
        districts = Numbers(table.Districts.Select((name, number) => (Key: PlaceKey.Of(name), Number: number)));
        counties = [.. AreaKeys(PlaceKind.County, row => row).Select(k => k.Key)];
    }

    public PlaceTable Table { get; }

    public NameIndex Names { get; }

    public PostcodeIndex Postcodes { get; }

    public Trigrams Trigrams { get; }

    public BritishUnits? Units { get; }

    /// <summary>Countries a key names, by name or code, as numbers of the table.</summary>
    public int[] CountriesNamed(string key) => countries.GetValueOrDefault(Spoken(key), []);

    /// <summary>Regions a key names, by name or abbreviation, as numbers of the table.</summary>
    public int[] RegionsNamed(string key) => regions.GetValueOrDefault(key, []);

    /// <summary>Districts a key names, as numbers of the table.</summary>
    public int[] DistrictsNamed(string key) => districts.GetValueOrDefault(key, []);

    /// <summary>Whether a key names a country, region, county or district, so that it may follow a name without a comma.</summary>
    public bool IsQualifier(string key) =>
        regions.ContainsKey(key) || countries.ContainsKey(Spoken(key)) || districts.ContainsKey(key) || counties.Contains(key);

    /// <summary>Names of countries that the files, made from a dictionary, leave out.</summary>
    private static string Spoken(string key) => key switch
    {
        "uk" or "great britain" => "gb",
        "usa" => "us",
        "eire" or "republic of ireland" => "ie",
        "holland" => "nl",
        _ => key,
    };

    private IEnumerable<(string Key, int Number)> AreaKeys(PlaceKind kind, Func<int, int> number)
    {
        for (var row = 0; row < Table.Count; row++)
        {
            if (Table.Kind[row] == kind)
            {
                var names = $"{Table.Word(row, PlaceColumn.Name)};{Table.Word(row, PlaceColumn.Ascii)};{Table.Word(row, PlaceColumn.Alternatives)}";
                foreach (var name in names.Split(';'))
                {
                    yield return (PlaceKey.Of(name), number(row));
                }
            }
        }
    }

    private static Dictionary<string, int[]> Numbers(IEnumerable<(string Key, int Number)> pairs) => pairs
        .Where(p => p.Key.Length > 0)
        .GroupBy(p => p.Key, p => p.Number)
        .ToDictionary(g => g.Key, g => g.Distinct().ToArray());
}
