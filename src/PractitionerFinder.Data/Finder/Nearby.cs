namespace PractitionerFinder.Data.Finder;

/// <summary>A location and its great-circle distance in whole metres from the point asked about.</summary>
public sealed class NearbyLocation
{
    public long LocationId { get; init; }

    public int Metres { get; init; }
}

/// <summary>A home-visit area and the distance in whole metres of its base from the point asked about.</summary>
public sealed class NearbyVisitArea
{
    public long VisitAreaId { get; init; }

    public int Metres { get; init; }
}
