namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>The points of a row before anything is known of the words: its rank, and whose namesake it is likely to be.</summary>
internal readonly struct Scoring(PlaceTable table, string? country)
{
    private const int Bias = 22;

    private readonly int bias = table.CountryNumber(country);

    public int Of(int row)
    {
        var country = table.Country(row);
        return table.Rank[row] + (country == bias ? Bias : 0) + table.Kind[row] switch
        {
            PlaceKind.Country => -6,
            PlaceKind.Region => -4,
            PlaceKind.Postcode => CodePrior(table.Countries[country]),
            _ => 0,
        };
    }

    /// <summary>Between countries that share a code, when nothing else decides.</summary>
    private static int CodePrior(string country) => country switch
    {
        "US" => 12,
        "GB" => 10,
        "AU" => 8,
        "CA" or "IE" => 5,
        "NZ" => 3,
        _ => 0,
    };
}
