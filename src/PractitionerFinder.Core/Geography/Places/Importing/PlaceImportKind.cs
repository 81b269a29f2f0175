namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>The official files that add places, told apart by their shape.</summary>
public enum PlaceImportKind
{
    /// <summary>A country dump of GeoNames: 19 columns between tabs.</summary>
    GeoNamesPlaces,

    /// <summary>Postal codes of GeoNames: 12 columns between tabs.</summary>
    GeoNamesPostcodes,

    /// <summary>OS Open Names: 34 columns between commas, points on the British National Grid.</summary>
    OsOpenNames,
}
