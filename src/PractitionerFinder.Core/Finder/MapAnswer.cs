using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder;

/// <summary>
/// The places in a view at which people are seen by those who match. A practitioner with two places is two of them: each is somewhere else on the map.
/// </summary>
/// <param name="Total">How many places are in the view.</param>
/// <param name="Clusters">Those that are too many to be shown each.</param>
/// <param name="Places">The others.</param>
public sealed record MapAnswer(int Total, IReadOnlyList<MapAnswer.Cluster> Clusters, IReadOnlyList<MapAnswer.Place> Places)
{
    /// <summary>In a view with at most so many places each is shown.</summary>
    public const int MostPlaces = 40;

    /// <summary>The most that an answer weighs: a cluster counts one, a place as much as its names may be longer than a number.</summary>
    public const int MostWeight = 160;

    /// <summary>What a place weighs.</summary>
    public const int WeightOfPlace = 4;

    /// <summary>Several places as one.</summary>
    /// <param name="Count">How many: of a cell at the edge of the view those outside it too, so that panning does not change the number.</param>
    /// <param name="Middle">The mean of their points, to a millionth of a degree.</param>
    /// <param name="Cell">What holds them all, to zoom into: a cell of the quadtree. A single point when all are there, and zooming cannot part them.</param>
    public readonly record struct Cluster(int Count, GeoPoint Middle, MapView Cell);

    /// <summary>A place by itself.</summary>
    /// <param name="ListingId">Whose.</param>
    /// <param name="Key">Its key within the listing's content.</param>
    /// <param name="Point">The public point.</param>
    public readonly record struct Place(long ListingId, string Key, GeoPoint Point);
}
