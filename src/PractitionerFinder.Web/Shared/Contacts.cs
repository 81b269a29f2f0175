using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Web.Shared;

/// <summary>Addresses that lead from a page to a telephone, a letter, a website or a map.</summary>
public static class Contacts
{
    public static string Telephone(string phone) => "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    // The @ of a mail address may stand as it is (RFC 6068); whatever else is unusual may not.
    public static string Mail(string email) => "mailto:" + Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal);

    /// <summary>The website as a link, or null: nothing but a web address becomes one, whatever a listing holds.</summary>
    public static Uri? Website(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>Maps that find the way to a point, each with its name.</summary>
    public static IEnumerable<(string Name, string Address)> Directions(GeoPoint to)
    {
        var point = FormattableString.Invariant($"{to.Latitude:0.######},{to.Longitude:0.######}");
        yield return ("OpenStreetMap", "https://www.openstreetmap.org/directions?to=" + Uri.EscapeDataString(point));
        yield return ("Apple Maps", "https://maps.apple.com/?daddr=" + point);
        yield return ("Google Maps", "https://www.google.com/maps/dir/?api=1&destination=" + Uri.EscapeDataString(point));
        yield return ("The map app of this device", $"geo:{point}?q={point}");
    }
}
