namespace PractitionerFinder.Core.Geography.Places;

/// <summary>Where a point lies, as a listing keeps it so that a search inside a country, region or county finds it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code of the nearest place.</param>
/// <param name="Admin1Code">Region code of the nearest place, blank where the gazetteer has none.</param>
/// <param name="County">
/// The district or county of the nearest place whose county is known, spelt as <see cref="Gazetteer.CountiesOf"/>
/// spells it; null outside Great Britain, Northern Ireland, Ireland and the United States.
/// </param>
public sealed record PlaceArea(string Country, string Admin1Code, string? County);
