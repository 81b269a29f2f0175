using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder;

/// <summary>Where a search starts from.</summary>
public sealed record SearchOrigin
{
    /// <summary>The point that distances are measured from, degrees WGS 84.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>When the origin is a region, its codes: the search is inside it and not within a radius.</summary>
    public RegionCodes? Region { get; init; }

    /// <summary>Name of the place.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from its namesakes: county or region.</summary>
    public string? Admin { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when not known.</summary>
    public string? Country { get; init; }

    /// <summary>What kind of place: country, region, county, city, locality, postcode or point.</summary>
    public required string Kind { get; init; }

    /// <summary>How coarse the point is: nine addresses in ten lie within so many metres; null when not known.</summary>
    public int? SpreadMetres { get; init; }

    /// <summary>The unit in which its people measure.</summary>
    public DistanceUnit Unit => Radius.UnitOf(Country);

    /// <summary>The radius searched when none is asked for; null for a region.</summary>
    public Radius? DefaultWithin => Region is not null ? null : UsualWithin(Unit);

    /// <summary>The radius searched around a place when none is asked for: 10 miles or 15 km.</summary>
    public static Radius UsualWithin(DistanceUnit unit) => new(unit == DistanceUnit.Miles ? 10 : 15, unit);
}

/// <summary>The gazetteer's codes of a country, a first-order region or a county.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1Code">First-order region; null for the whole country.</param>
/// <param name="Counties">Counties or districts that it is made of; none for a whole region or country.</param>
public sealed record RegionCodes(string Country, string? Admin1Code, IReadOnlyList<string> Counties)
{
    /// <summary>Whether a place with these codes lies inside.</summary>
    public bool Holds(string country, string? admin1Code, string? county) =>
        country == Country
        && (Admin1Code is null || admin1Code == Admin1Code)
        && (Counties.Count == 0 || (county is not null && Counties.Contains(county)));
}
