using System.Net;
using System.Text.Json;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class HealthTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Live_answers_without_asking_anything() =>
        Assert.Equal("healthy", (await site.AskAsync("/health/live")).GetProperty("status").GetString());

    [Fact]
    public async Task Ready_says_what_it_checked()
    {
        await site.AskAsync("/api/v1/search?near=Leeds");

        var checks = (await site.AskAsync("/health/ready")).GetProperty("checks");

        Assert.Equal(["places", "database", "mail"], checks.EnumerateObject().Select(c => c.Name));
        Assert.All(checks.EnumerateObject(), c => Assert.Equal("healthy", c.Value.GetString()));
    }

    [Fact]
    public async Task Without_its_database_the_site_is_degraded_and_in_service()
    {
        await site.AskAsync("/api/v1/search?near=Leeds");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(site.DataFolder, "finder.db"));

        using var response = await site.Browser.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("degraded", body.GetProperty("status").GetString());
        Assert.Equal("degraded", body.GetProperty("checks").GetProperty("database").GetString());
    }
}
