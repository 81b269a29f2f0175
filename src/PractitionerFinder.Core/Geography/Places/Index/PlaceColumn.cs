namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>The columns of a gazetteer file, in order.</summary>
internal enum PlaceColumn
{
    Kind,
    Country,
    Admin1Code,
    Admin1,
    Admin2,
    Name,
    Ascii,
    Alternatives,
    Postcode,
    Latitude,
    Longitude,
    Population,
    Rank,
    Spread,
}
