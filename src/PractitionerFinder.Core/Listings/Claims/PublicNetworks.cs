using System.Net;
using System.Net.Sockets;

namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>
/// Which addresses lie in the public internet, by the registries of special-purpose addresses (IANA, RFC 6890 and its updates).
/// A name that a stranger gives us must not lead us to a machine beside our own.
/// </summary>
public static class PublicNetworks
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Those of IPv6 that lie within what is given out, below: protocols, documentation, and ways to wrap an IPv4 address.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // All of IPv6 that is given out for the internet (RFC 4291 §2.4 and IANA).
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)) && !Special.Any(n => n.Contains(plain));
    }
}
