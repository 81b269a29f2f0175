namespace PractitionerFinder.Core.Geography.Places;

/// <summary>What sort of place a row of the gazetteer is, from the widest to the narrowest.</summary>
public enum PlaceKind : byte
{
    /// <summary>A country or a dependency with a code of its own (Jersey, Puerto Rico). Searched inside, not around.</summary>
    Country,

    /// <summary>The first division of a country: England, Illinois, Bavaria. Searched inside, not around.</summary>
    Region,

    /// <summary>A county, or a county people still name (Yorkshire). Searched inside, by the districts it covers.</summary>
    County,

    /// <summary>A city, town or village with a point of its own.</summary>
    City,

    /// <summary>A suburb or small village, named with the town it belongs to.</summary>
    Locality,

    /// <summary>A postcode, from a unit of a dozen letter boxes to the code of a whole town.</summary>
    Postcode,
}
