using System.Globalization;

namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>The website on a listing, as far as a claim can rest on it.</summary>
public static class PracticeWebsite
{
    /// <summary>Where the file that is looked for stands (RFC 8615).</summary>
    public const string Path = "/.well-known/practitionerfinder.txt";

    private const string Before = "practitionerfinder-claim=";

    /// <summary>The host in lower case and ASCII; null when the address is none of a host by name, or names a port of its own.</summary>
    public static string? HostOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns } && uri.IdnHost.Trim('.') is var host && host.Contains('.')
            ? host.ToLower(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The line that the file has to hold.</summary>
    public static string Line(string token) => Before + token;

    /// <summary>Whether a file holds the line of a claim, among whatever else.</summary>
    public static bool Holds(string file, string token) =>
        token.Length > 0 && file.Split('\n').Any(line => line.Trim(' ', '\t', '\r', '\uFEFF') == Line(token));
}
