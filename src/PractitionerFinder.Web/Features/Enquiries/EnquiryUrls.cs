using System.Globalization;
using PractitionerFinder.Web.Features.Listings;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>Where enquiries are written, followed and answered.</summary>
public static class EnquiryUrls
{
    public const string FormRoute = "/practitioners/{slug}/enquire";

    /// <summary>Where the link in a mail to a patient leads.</summary>
    public const string Follow = "/enquiries";

    /// <summary>One form for a few of the people on a short list.</summary>
    public const string Several = "/shortlist/ask";

    /// <summary>Where the link in the mail about such a form leads.</summary>
    public const string FollowSeveral = "/enquiries/several";

    /// <summary>The form for an enquiry to a practitioner.</summary>
    public static string Form(string slug) => FormRoute.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    /// <summary>The token stands in the query, because the path of a request is part of every line that is logged while it is answered.</summary>
    public static string Link(string token) => $"{Follow}?token={Uri.EscapeDataString(token)}";

    /// <inheritdoc cref="Link"/>
    public static string LinkToSeveral(string token) => $"{FollowSeveral}?token={Uri.EscapeDataString(token)}";

    /// <summary>The form for some of those on a list of addresses of pages.</summary>
    public static string FormForSome(IEnumerable<string> slugs) => $"{Several}?{string.Join('&', slugs.Select(s => $"{ListingUrls.WhoParameter}={Uri.EscapeDataString(s)}"))}";

    /// <summary>The enquiries to a listing.</summary>
    public static string OfListing(long listing) => string.Create(CultureInfo.InvariantCulture, $"/portal/listings/{listing}/enquiries");

    /// <summary>One of them.</summary>
    public static string Thread(long listing, long enquiry) => string.Create(CultureInfo.InvariantCulture, $"{OfListing(listing)}/{enquiry}");
}
