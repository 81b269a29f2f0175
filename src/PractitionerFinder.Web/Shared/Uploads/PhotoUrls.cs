namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>Addresses of photos. A key names bytes that never change.</summary>
public static class PhotoUrls
{
    public const string ServedRoute = "/photos/{key}";

    public const string SmallRoute = "/photos/{key}/small";

    /// <summary>Where the photos of public listings are.</summary>
    public const string Public = "/photos";

    /// <summary>The square of a profile.</summary>
    /// <param name="key">Key of the photo.</param>
    /// <param name="at">Where photos are asked for; the portal has a place of its own, for those not yet public.</param>
    public static string Served(string key, string at = Public) => $"{at}/{Uri.EscapeDataString(key)}";

    /// <summary>The square of a result.</summary>
    public static string Small(string key, string at = Public) => $"{Served(key, at)}/small";
}
