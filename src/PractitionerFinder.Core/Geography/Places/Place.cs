namespace PractitionerFinder.Core.Geography.Places;

/// <summary>One place of the gazetteer, made when it is asked for.</summary>
public sealed record Place
{
    /// <summary>What sort of place it is.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, upper case; a dependency has its own (PR, JE).</summary>
    public required string Country { get; init; }

    /// <summary>Name of the country in English.</summary>
    public required string CountryName { get; init; }

    /// <summary>Code of the region: the usual abbreviation in US, GB, AU and CA (IL, ENG), elsewhere that of GeoNames. Blank if unknown.</summary>
    public required string Admin1Code { get; init; }

    /// <summary>Name of the region. Blank if unknown.</summary>
    public required string Admin1 { get; init; }

    /// <summary>The district, county or town that tells namesakes apart; for a postcode, where it lies. Often blank.</summary>
    public required string Admin2 { get; init; }

    /// <summary>What people call it, in its own spelling; for a postcode, the code.</summary>
    public required string Name { get; init; }

    /// <summary>The code itself for a postcode; the code a suburb lies in, where known; else blank.</summary>
    public required string Postcode { get; init; }

    /// <summary>Its middle. Of a country, region or county, the middle of its people.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>Inhabitants to three significant figures, null where unknown.</summary>
    public int? Population { get; init; }

    /// <summary>Importance, 0 to 95: ten times the decimal logarithm of the population, more for capitals.</summary>
    public required int Rank { get; init; }

    /// <summary>Metres from <see cref="Point"/> within which nine in ten addresses of a postcode lie, null where unknown.</summary>
    public int? SpreadMetres { get; init; }

    /// <summary>Whether a search goes inside it, by its codes, rather than around its point.</summary>
    public bool IsArea => Kind is PlaceKind.Country or PlaceKind.Region or PlaceKind.County;

    /// <summary>
    /// The place as a list shows it: name, district or else region, country ("Otley, Leeds, United Kingdom"). Outside the
    /// British Isles, where a district alone says little, district and region ("Leeds, Greene, New York, United States").
    /// </summary>
    public string Label
    {
        get
        {
            string[] middle = Admin2.Length > 0 && Kind != PlaceKind.Postcode && Country is not ("GB" or "IE") ? [Admin2, Admin1]
                : Admin2.Length > 0 && Admin2 != Name ? [Admin2]
                : [Admin1];
            return Kind == PlaceKind.Country ? Name
                : string.Join(", ", [Name, .. middle.Where(m => m.Length > 0 && m != Name), CountryName]);
        }
    }
}
