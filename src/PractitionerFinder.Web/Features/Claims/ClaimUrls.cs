using System.Globalization;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>Where somebody says that a page is theirs, and where its owner answers.</summary>
public static class ClaimUrls
{
    public const string Route = "/practitioners/{slug}/claim";

    public static string Claim(string slug) => Route.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    /// <summary>The page, with a word for what was done.</summary>
    public static string Done(string slug, string word) => $"{Claim(slug)}?did={word}";

    /// <summary>Claims of a listing, for those who own it.</summary>
    public static string OfListing(long listing) => string.Create(CultureInfo.InvariantCulture, $"/portal/listings/{listing}/claims");
}
