using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>
/// What an answer shows of listings. It is said in a header, because a header is kept with the answer wherever that is kept: so a page that is
/// served from memory is counted like one that is made. The header is taken off before anything is sent.
/// </summary>
public static class Shown
{
    /// <summary>The header. It never leaves the server.</summary>
    public const string Header = "X-Shown";

    internal const char Search = 'S';
    internal const char Profile = 'V';
    internal const char Contact = 'C';
    internal const char Between = '|';

    /// <summary>A page of the results of a search.</summary>
    public static void Say(HttpContext http, SearchListings.Result result, Gazetteer gazetteer)
    {
        if (result.Answer is { Page.Count: > 0 } answer)
        {
            http.Response.Headers[Header] = string.Create(
                CultureInfo.InvariantCulture,
                $"{Search}{Between}{Question(result.Criteria)}{Between}{answer.Total}{Between}{Uri.EscapeDataString(PlaceOf(result, gazetteer))}{Between}{string.Join(',', answer.Page.Select(f => f.ListingId))}");
        }
    }

    /// <summary>The page of a practitioner.</summary>
    public static void SayProfile(HttpContext http, string slug) => http.Response.Headers[Header] = $"{Profile}{Between}{Uri.EscapeDataString(slug)}";

    /// <summary>How to reach a practitioner, to somebody who asked for it.</summary>
    public static void SayContact(HttpContext http, string slug) => http.Response.Headers[Header] = ContactWith(slug);

    internal static string ContactWith(string slug) => $"{Contact}{Between}{Uri.EscapeDataString(slug)}";

    /// <summary>Where a search was asked, coarsely: a town or larger as it is, and for a village, a postcode or a point the town that people would say it is by.</summary>
    public static string PlaceOf(SearchListings.Result result, Gazetteer gazetteer)
    {
        var place = result.Criteria.Origin is not { } origin ? "Anywhere"
            : result.Place is PlaceAnswer.Found { Place: { Kind: PlaceKind.City or PlaceKind.County or PlaceKind.Region or PlaceKind.Country } named } ? named.Label
            : gazetteer.LandmarkOf(origin.Point).Label;
        return place.Length <= CountedSearch.PlaceMaxLength ? place : place[..CountedSearch.PlaceMaxLength];
    }

    // The pages of a search are one search, however they are sorted.
    private static long Question(SearchCriteria criteria) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(
        (criteria with { Sort = SearchSort.Distance }).CanonicalQuery(withPaging: false))));
}
