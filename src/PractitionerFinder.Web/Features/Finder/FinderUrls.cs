using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Addresses of the finder.</summary>
public static class FinderUrls
{
    public const string Home = "/";

    public const string Find = "/find";

    public const string Api = "/api/v1/search";

    /// <summary>The results of a search; its state is all in the address.</summary>
    public static string Results(SearchCriteria criteria) =>
        criteria.CanonicalQuery() is { Length: > 0 } query ? $"{Find}?{query}" : Find;
}
