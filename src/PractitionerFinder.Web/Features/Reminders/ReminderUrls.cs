using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>Where the links of reminders lead.</summary>
public static class ReminderUrls
{
    public const string StillTrue = "/still-true";

    /// <summary>The token stands in the query, because the path of a request is part of every line that is logged while it is answered.</summary>
    public static string Link(string token) => $"{StillTrue}?token={Uri.EscapeDataString(token)}";

    /// <summary>The same, to tell what was confirmed.</summary>
    public static string Done(string token, IEnumerable<ListingFact> facts) => $"{Link(token)}&did={Freshness.Write(facts)}";
}
