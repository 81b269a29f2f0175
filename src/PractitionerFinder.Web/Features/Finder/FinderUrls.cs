using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Addresses of the finder.</summary>
public static class FinderUrls
{
    public const string Home = "/";

    public const string Find = "/find";

    /// <summary>The filters of a search, on a page of their own for narrow screens.</summary>
    public const string Filters = "/find/filters";

    /// <summary>The map of a search, on a page of its own.</summary>
    public const string Map = "/find/map";

    public const string Api = "/api/v1/search";

    /// <summary>What a typed technique or problem may become.</summary>
    public const string TopicsApi = "/api/v1/topics";

    /// <summary>What a map shows of a search.</summary>
    public const string MapApi = "/api/v1/map";

    /// <summary>What a typed place may become.</summary>
    public const string PlacesApi = "/api/v1/places";

    /// <summary>The results of a search; its state is all in the address.</summary>
    public static string Results(SearchCriteria criteria) =>
        criteria.CanonicalQuery() is { Length: > 0 } query ? $"{Find}?{query}" : Find;

    /// <summary>A technique in a place: the page to come to from elsewhere.</summary>
    /// <param name="technique">Slug of the technique.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="place">Slug of the place, unique in its country.</param>
    public static string Landing(string technique, string country, string place) => $"{Find}/{technique}/{country.ToLowerInvariant()}/{place}";

    /// <summary>The filters of a search on a page of their own.</summary>
    public static string FiltersOf(SearchCriteria criteria) =>
        criteria.CanonicalQuery(withPaging: false) is { Length: > 0 } query ? $"{Filters}?{query}" : Filters;

    /// <summary>The map of the results of a search.</summary>
    public static string MapOf(SearchCriteria criteria) =>
        criteria.CanonicalQuery() is { Length: > 0 } query ? $"{Map}?{query}" : Map;
}
