using System.Net;
using Microsoft.Extensions.Configuration;
using PractitionerFinder.Web.Shared.Map;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shared.Map;

public sealed class MapTilesTests
{
    private const string Pictures = "https://tiles.example/{z}/{x}/{y}.png";

    [Theory]
    [InlineData("Url", "tiles.example/{z}/{x}/{y}.png", "it should be an address such as")]
    [InlineData("Url", "https://tiles.example/map.png", "it should be an address such as")]
    [InlineData("Url", "javascript:alert({z},{x},{y})", "it should be an address such as")]
    [InlineData("Kind", "photo", "it should be raster or vector")]
    [InlineData("Attribution", "", "is missing")]
    [InlineData("AttributionUrl", "openstreetmap.org", "it should be an address such as")]
    [InlineData("MaxZoom", "40", "it should be a number from 8 to 19")]
    public void A_setting_that_cannot_be_used_is_named_with_what_it_should_be(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["Map:Tiles:Url"] = Pictures, ["Map:Tiles:Attribution"] = "Example", [$"Map:Tiles:{name}"] = value };

        var refusal = Assert.Throws<InvalidOperationException>(() => MapTiles.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));

        Assert.Contains($"Map:Tiles:{name}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_no_other_host_is_named_anywhere()
    {
        await using var site = new FinderSite { EnvironmentName = "Development" };

        var policy = await PolicyAsync(site);
        var page = await site.OpenAsync("/look");

        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("place-map"), map => Assert.Null(map.GetAttribute("tiles")));
    }

    [Theory]
    [InlineData("raster", "img-src 'self' https://tiles.example;")]
    [InlineData("vector", "connect-src 'self' https://tiles.example;")]
    public async Task A_server_that_is_configured_is_the_one_other_host_of_the_policy_and_is_named_to_the_reader(string kind, string allowed)
    {
        await using var site = new FinderSite { EnvironmentName = "Development" };
        site.Settings["Map:Tiles:Url"] = Pictures;
        site.Settings["Map:Tiles:Kind"] = kind;
        site.Settings["Map:Tiles:Attribution"] = "Example & others";

        var policy = await PolicyAsync(site) + ";";
        var maps = (await site.OpenAsync("/look")).QuerySelectorAll("place-map");
        var about = await site.OpenAsync("/about/data");

        Assert.Contains(allowed, policy, StringComparison.Ordinal);
        Assert.Equal(1, policy.Split("http").Length - 1);
        Assert.NotEmpty(maps);
        Assert.All(maps, map => Assert.Contains("\"url\":\"https://tiles.example/{z}/{x}/{y}.png\"", map.GetAttribute("tiles"), StringComparison.Ordinal));
        Assert.Contains("tiles.example", about.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> PolicyAsync(FinderSite site)
    {
        using var answer = await site.Browser.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
