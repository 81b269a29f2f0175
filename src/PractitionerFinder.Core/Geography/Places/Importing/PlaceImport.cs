namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>An import that is in place.</summary>
/// <param name="Name">What it is removed by: the kind and the name of the file it came from.</param>
/// <param name="Kind">Which official file it was.</param>
/// <param name="Licence">The licence of the data, to be named on the page about the data.</param>
/// <param name="Rows">Places and postcodes taken from it.</param>
/// <param name="ImportedAt">When, UTC.</param>
public sealed record PlaceImport(string Name, PlaceImportKind Kind, string Licence, int Rows, DateTime ImportedAt);
