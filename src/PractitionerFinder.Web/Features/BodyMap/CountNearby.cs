using Microsoft.Extensions.Primitives;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>How many people near a place say that they work with an area of the body, and how many of them by each technique.</summary>
public sealed class CountNearby(SearchListings search)
{
    /// <summary>What was found.</summary>
    /// <param name="Near">The place as it was typed; null when none was.</param>
    /// <param name="Found">The search; null when no place was typed.</param>
    public sealed record Result(string? Near, SearchListings.Result? Found)
    {
        /// <summary>Whether the place was understood.</summary>
        public bool IsPlaced => Found?.Criteria.Origin is not null;

        public bool IsUnknown => Near is not null && !IsPlaced;

        public int Total => Found?.Answer?.Total ?? 0;

        public int Offering(string technique) => Found?.Answer?.Facets.Technique.GetValueOrDefault(technique) ?? 0;
    }

    public async Task<Result> RunAsync(BodyArea area, string? near, string? country, CancellationToken cancel)
    {
        var place = (near ?? "").Trim();
        if (place.Length == 0)
        {
            return new Result(null, null);
        }

        // Nothing longer is the name of a place.
        place = place.Length > SearchCriteria.NearMaxLength ? place[..SearchCriteria.NearMaxLength] : place;
        var asked = new Dictionary<string, StringValues> { ["near"] = place, ["area"] = area.Slug };
        if (!string.IsNullOrEmpty(country))
        {
            asked["country"] = country;
        }

        return new Result(place, await search.RunAsync(new QueryCollection(asked), SearchListings.Manner.Forgiving, cancel));
    }
}
