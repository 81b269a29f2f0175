namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// Which county a place lies in, and which districts a county covers. Both spell a county as the towns' own district
/// column does, so that what a listing keeps and what a search asks for are equal strings.
/// </summary>
internal sealed class Counties
{
    /// <summary>A town of this size without a district is a district of its own (Leeds, Luton); a village is a gap in the data.</summary>
    private const int OwnDistrictPopulation = 20_000;

    private readonly PlaceTable table;
    private readonly IReadOnlyList<CountyFact> facts;
    private readonly Dictionary<(int Region, string Key), string> spellings = [];

    public Counties(PlaceTable table, IReadOnlyList<CountyFact> facts)
    {
        this.table = table;
        this.facts = facts;
        var seen = new HashSet<(int, int)>();
        for (var row = 0; row < table.Count; row++)
        {
            var country = table.CountryCode(row);
            if (country == "US" && table.Kind[row] == PlaceKind.County)
            {
                var name = table.Word(row, PlaceColumn.Name);
                spellings.TryAdd((table.Region[row], PlaceKey.Of(name)), name);
            }
            else if (country is "GB" or "IE" && table.Kind[row] == PlaceKind.City && table.District[row] != 0
                && seen.Add((table.Region[row], table.District[row])))
            {
                var name = table.Districts[table.District[row]];
                spellings.TryAdd((table.Region[row], PlaceKey.Of(name)), name);
            }
        }
    }

    /// <summary>The county of a town, null where the data does not tell.</summary>
    public string? Of(int row)
    {
        var country = table.CountryCode(row);
        if (country is not ("GB" or "IE" or "US"))
        {
            return null;
        }

        // In the British Isles a town that shares its district's name leaves the district blank.
        var named = table.District[row] != 0 ? table.Districts[table.District[row]]
            : country != "US" ? table.Word(row, PlaceColumn.Name)
            : "";
        var key = PlaceKey.Of(named);
        return spellings.GetValueOrDefault((table.Region[row], key))
            ?? spellings.GetValueOrDefault((table.Region[row], $"{key} co"))
            ?? (country == "GB" && table.District[row] == 0 && table.Population[row] >= OwnDistrictPopulation ? named : null);
    }

    /// <summary>The districts of a county: those the fact file lists, else itself. Empty for what is not a county.</summary>
    public IReadOnlyList<string> CoveredBy(Place place) => place.Kind != PlaceKind.County ? []
        : facts.FirstOrDefault(f => f.Country == place.Country && f.Name == place.Name)?.Districts ?? [place.Name];
}
