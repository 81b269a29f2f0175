using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Addresses of alerts, and of the feed that tells the same.</summary>
public static class AlertUrls
{
    /// <summary>Where one is asked for. The search stands in the address.</summary>
    public const string Asking = "/alerts/new";

    /// <summary>Where the links in its mails lead.</summary>
    public const string Opened = "/alerts";

    /// <summary>Where a program for mail stops one by itself (RFC 8058).</summary>
    public const string Stopping = "/alerts/stop";

    /// <summary>Who is new in a search, as an Atom feed.</summary>
    public const string Feed = "/find.xml";

    public const string TokenParameter = "token";

    /// <summary>The form for the part of a search that is kept.</summary>
    public static string Ask(SearchCriteria criteria) => With(Asking, SearchAlert.QueryOf(criteria));

    /// <summary>The feed of the part of a search that is kept.</summary>
    public static string FeedOf(SearchCriteria criteria) => With(Feed, SearchAlert.QueryOf(criteria));

    /// <summary>The token stands in the query, because the path of a request is part of every line that is logged while it is answered.</summary>
    public static string Open(string token) => $"{Opened}?{TokenParameter}={Uri.EscapeDataString(token)}";

    public static string Stop(string token) => $"{Stopping}?{TokenParameter}={Uri.EscapeDataString(token)}";

    private static string With(string address, string query) => query.Length > 0 ? $"{address}?{query}" : address;
}
