using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class TrustedProxiesTests
{
    [Fact]
    public async Task Nobody_is_believed_unless_an_operator_says_so()
    {
        await using var app = new FinderApplication();

        Assert.Equal(ForwardedHeaders.None, Options(app).ForwardedHeaders);
    }

    [Fact]
    public async Task Only_the_proxies_that_were_named_are_believed()
    {
        await using var app = new FinderApplication
        {
            Settings = { ["ForwardedHeaders:KnownProxies:0"] = "10.0.0.1", ["ForwardedHeaders:KnownNetworks:0"] = "192.168.0.0/16" },
        };

        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, Options(app).ForwardedHeaders);
        Assert.Equal([IPAddress.Parse("10.0.0.1")], Options(app).KnownProxies);
        Assert.Equal(["192.168.0.0/16"], Options(app).KnownIPNetworks.Select(n => n.ToString()));
    }

    private static ForwardedHeadersOptions Options(FinderApplication app) =>
        app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
}
