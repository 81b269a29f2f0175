using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace PractitionerFinder.Web.Shell;

/// <summary>Whose word is taken for a reader's address and scheme: nobody's, unless an operator names proxies.</summary>
public static class TrustedProxies
{
    /// <exception cref="InvalidOperationException">An address or network cannot be read; the message says which.</exception>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Read(configuration, "KnownProxies", "an address such as 10.0.0.1", t => IPAddress.TryParse(t, out var address) ? address : null);
        var networks = Read(configuration, "KnownNetworks", "a network such as 10.0.0.0/8", t => IPNetwork.TryParse(t, out var network) ? (IPNetwork?)network : null);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            proxies.ForEach(a => options.KnownProxies.Add(a!));
            networks.ForEach(n => options.KnownIPNetworks.Add(n!.Value));

            // With both lists empty the middleware would believe everybody.
            options.ForwardedHeaders = proxies.Count + networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
    }

    private static List<T?> Read<T>(IConfiguration configuration, string name, string example, Func<string, T?> read) =>
    [
        .. configuration.GetSection($"ForwardedHeaders:{name}").GetChildren().Select(c => read(c.Value ?? "")
            ?? throw new InvalidOperationException($"ForwardedHeaders:{name} holds '{c.Value}'; it should be {example}.")),
    ];
}
