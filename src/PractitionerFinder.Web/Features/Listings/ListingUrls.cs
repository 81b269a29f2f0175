namespace PractitionerFinder.Web.Features.Listings;

/// <summary>Addresses of a practitioner's public page and answer.</summary>
public static class ListingUrls
{
    public const string ProfileRoute = "/practitioners/{slug}";

    public const string EmailRoute = "/practitioners/{slug}/email";

    /// <summary>The form that is sent there.</summary>
    public const string EmailForm = "email";

    public const string ApiRoute = "/api/v1/practitioners/{slug}";

    public static string Profile(string slug) => ProfileRoute.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    /// <summary>Where the press for the e-mail address is sent.</summary>
    public static string Email(string slug) => EmailRoute.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    public static string Api(string slug) => ApiRoute.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    /// <summary>The people that somebody saved; whom, stands in the address.</summary>
    public const string Shortlist = "/shortlist";

    /// <summary>Most people on it: a list that is longer is no short one.</summary>
    public const int MostShortlisted = 12;

    public const string WhoParameter = "who";

    public const string CompareParameter = "compare";

    /// <summary>A short list of people by the addresses of their pages.</summary>
    public static string ShortlistOf(IEnumerable<string> slugs) =>
        string.Join('&', slugs.Select(s => $"{WhoParameter}={Uri.EscapeDataString(s)}")) is { Length: > 0 } query ? $"{Shortlist}?{query}" : Shortlist;
}
