using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Answers what a map shows, from the parameters of a search and the part of the earth that it shows.</summary>
public sealed class MapListings(SnapshotKeeper keeper, Vocabulary vocabulary, SiteSettings site, TimeProvider time)
{
    /// <summary>The parameter that says which part of the earth.</summary>
    public const string ViewName = "bbox";

    /// <summary>Parameters of a search that have no say: the view is the place, and there are no pages.</summary>
    public static readonly IReadOnlySet<string> PassedOver =
        new HashSet<string>(["near", "lat", "lon", "country", "within", "sort", "seed", "page", "pageSize"], StringComparer.OrdinalIgnoreCase);

    private const string ViewMessage =
        "bbox is west,south,east,north in degrees, such as -1.8,53.7,-1.3,53.95: longitudes from -180 to 180, latitudes from -90 to 90, south less than north. Over the antimeridian west is larger than east.";

    public sealed record Result
    {
        /// <summary>What could not be taken as it was given.</summary>
        public required IReadOnlyList<SearchProblem> Problems { get; init; }

        /// <summary>What is there; null when something could not be taken, or nothing is in memory yet.</summary>
        public MapAnswer? Answer { get; init; }

        /// <summary>What the answer is of.</summary>
        public Snapshot? Snapshot { get; init; }
    }

    public Result Run(IQueryCollection parameters)
    {
        // No place is read, so that none has to be found.
        var reading = new SearchParser(vocabulary, (_, _) => null, _ => throw new InvalidOperationException("No coordinates are read."))
            .Read(Values(parameters), time.GetUtcNow().UtcDateTime, site.ShowDemo);
        var view = parameters[ViewName] is [var text] ? MapView.Read(text) : null;
        if (view is null || reading.Problems.Count > 0)
        {
            return new Result { Problems = view is null ? [new SearchProblem(ViewName, ViewMessage, ""), .. reading.Problems] : reading.Problems };
        }

        if (keeper.Current is not { } snapshot)
        {
            return new Result { Problems = [] };
        }

        // As a search does: words that nobody can be found by are those that were meant.
        var criteria = reading.Criteria.Q.Length == 0 ? reading.Criteria
            : reading.Criteria.LookingFor(snapshot.Spelling.Correct(PlainWords.Of(reading.Criteria.Q)), vocabulary);
        return new Result { Problems = [], Answer = snapshot.Index.Map(criteria, view.Value), Snapshot = snapshot };
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(IQueryCollection parameters) =>
        parameters.Where(p => !PassedOver.Contains(p.Key)).ToDictionary(p => p.Key, IReadOnlyList<string> (p) => [.. p.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase);
}
