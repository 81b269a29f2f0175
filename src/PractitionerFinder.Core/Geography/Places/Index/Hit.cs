namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>A row that answers a query, and how well.</summary>
/// <param name="Score">Higher is better; GEOCODING's points.</param>
/// <param name="Row">The row of the table.</param>
internal readonly record struct Hit(int Score, int Row)
{
    /// <summary>What to show in the row's stead: a British unit within its sector or outcode, or a district of several outcodes.</summary>
    public Place? Unit { get; init; }

    /// <summary>The code that was asked for, when the row is a coarser one.</summary>
    public string? FellBackFrom { get; init; }

    /// <summary>Whether the row's name is not the one typed, but so like it that a slip is the likeliest reason.</summary>
    public bool Corrected { get; init; }
}
