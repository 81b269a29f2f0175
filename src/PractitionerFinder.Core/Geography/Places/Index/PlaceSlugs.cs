namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The words of a place in a URL: the shortest of name, name-region and name-district-region that no other place of the
/// country has. Namesakes of one district share the longest; it then means the first of them.
/// </summary>
internal sealed class PlaceSlugs(PlaceIndex index)
{
    private readonly PlaceTable table = index.Table;

    public string Of(Place place)
    {
        var name = PlaceKey.Of(place.Name);
        var number = table.CountryNumber(place.Country);
        var forms = Forms(place.Kind, name, PlaceKey.Of(DistrictOf(place)), PlaceKey.Of(place.Admin1));
        return forms.FirstOrDefault(form => Named(form, number).Take(2).Count() < 2) ?? forms[^1];
    }

    public Place? Find(string country, string slug)
    {
        var number = table.CountryNumber(country);
        var text = slug.Length <= PlaceKey.MaxLength && slug == Dashed(PlaceKey.Of(slug)) ? slug : "";
        var rows = text.Length == 0 || number < 0 ? [] : Named(text, number).ToList();
        if (rows.Count > 0)
        {
            return table[rows.MaxBy(row => (Of(table[row]) == slug, table.Rank[row], -row))];
        }

        var postcode = new PostcodeReader(index, new Scoring(table, country)).Read(text)
            .FirstOrDefault(hit => table.Country(hit.Row) == number && hit.FellBackFrom is null);
        return postcode == default ? null : postcode.Unit ?? table[postcode.Row];
    }

    /// <summary>The rows of a country that a slug may mean: every way to part it into a name and what follows.</summary>
    private IEnumerable<int> Named(string slug, int country)
    {
        var words = slug.Split('-');
        for (var count = words.Length; count > 0; count--)
        {
            var name = string.Join(' ', words[..count]);
            foreach (var posting in index.Names.Postings(name).ToArray())
            {
                var row = posting >> 1;
                if ((posting & 1) == 0 && table.Country(row) == country && Forms(row, name).Contains(slug))
                {
                    yield return row;
                }
            }
        }
    }

    private string[] Forms(int row, string name) =>
        Forms(table.Kind[row], name, PlaceKey.Of(table.Districts[table.District[row]]), PlaceKey.Of(table.Regions[table.Region[row]].Name));

    /// <summary>A region lies in no other region: where a city has its name ("São Paulo"), the city takes the longer form.</summary>
    private static string[] Forms(PlaceKind kind, string name, string district, string region) => kind is PlaceKind.Country or PlaceKind.Region
        ? [Dashed(name)]
        : [Dashed(name), Dashed($"{name} {region}"), Dashed($"{name} {district} {region}")];

    /// <summary>A postcode's town is no part of its slug.</summary>
    private static string DistrictOf(Place place) => place.Kind == PlaceKind.Postcode ? "" : place.Admin2;

    private static string Dashed(string key) => string.Join('-', key.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
