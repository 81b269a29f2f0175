using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>
/// Which technique in which town has a page that is worth an index's while: with people around the town and somebody in it. Without the
/// second every village around a city would have a page of the same people. Fictional people count for nothing.
/// </summary>
public sealed class LandingPlaces(SnapshotKeeper keeper, Gazetteer gazetteer, Origins origins, Vocabulary vocabulary, TimeProvider time)
{
    /// <summary>With fewer people around the town a page is thin.</summary>
    public const int Fewest = 3;

    /// <summary>Smaller towns have pages too, which no index is told of.</summary>
    public const int LeastPopulation = 5_000;

    // How far a town of that size reaches.
    private static readonly Radius InTown = new(5, DistanceUnit.Kilometres);

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly Lock counting = new();
    private (DateTimeOffset At, IReadOnlyList<Row> Rows)? kept;

    /// <summary>A technique in a town.</summary>
    /// <param name="Technique">Slug of the technique.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Place">Slug of the town.</param>
    public sealed record Row(string Technique, string Country, string Place);

    /// <summary>Whether too few are there to be of use to somebody who comes from elsewhere.</summary>
    public bool IsThin(string technique, Place place) => keeper.Current is not { } snapshot || !Worthwhile(snapshot, place).Contains(technique);

    /// <summary>All that are worth it, as they were within the hour; none while there is no snapshot.</summary>
    public IReadOnlyList<Row> All()
    {
        lock (counting)
        {
            var now = time.GetUtcNow();
            if (kept is { } known && now - known.At < KeptFor)
            {
                return known.Rows;
            }

            if (keeper.Current is not { } snapshot)
            {
                return [];
            }

            IReadOnlyList<Row> rows =
            [
                .. gazetteer.TownsOf(LeastPopulation)
                    .Select(place => (Place: place, Techniques: Worthwhile(snapshot, place)))
                    .Where(t => t.Techniques.Count > 0)
                    .SelectMany(t => Rows(t.Place, t.Techniques)),
            ];
            kept = (now, rows);
            return rows;
        }
    }

    private IEnumerable<Row> Rows(Place place, IReadOnlyList<string> techniques)
    {
        // Of namesakes in one district only the first can be gone to.
        var slug = gazetteer.SlugOf(place);
        return gazetteer.FindBySlug(place.Country, slug) == place ? techniques.Select(t => new Row(t, place.Country, slug)) : [];
    }

    private IReadOnlyList<string> Worthwhile(Snapshot snapshot, Place place)
    {
        var around = new SearchCriteria { Origin = origins.Of(place), Now = time.GetUtcNow().UtcDateTime, ShowDemo = false };
        var wide = snapshot.Index.Search(around, SearchDepth.Techniques).Facets.Technique;
        if (!wide.Values.Any(n => n >= Fewest))
        {
            return [];
        }

        var near = place.IsArea ? wide : snapshot.Index.Search(around with { AskedWithin = InTown, Settings = [Core.Listings.Setting.Clinic, Core.Listings.Setting.TheirHome] }, SearchDepth.Techniques).Facets.Technique;
        return [.. vocabulary.Techniques.Select(t => t.Slug).Where(t => wide.GetValueOrDefault(t) >= Fewest && near.ContainsKey(t))];
    }
}
