using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Features.Api;

namespace PractitionerFinder.Web.Tests.Features.Api;

public sealed class PlacesApiTests(PlacesApiTests.Site site) : IClassFixture<PlacesApiTests.Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_places_best_first_as_the_contract_has_them()
    {
        var answer = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/places?q=otl&country=gb&limit=3", Cancel);
        var places = answer.GetProperty("places");
        Assert.InRange(places.GetArrayLength(), 1, 3);
        Assert.Equal("Otley, Leeds, United Kingdom", places[0].GetProperty("label").GetString());
        Assert.Equal(
            ["label", "name", "admin", "country", "kind", "latitude", "longitude", "spreadMetres"],
            places[0].EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=l")]
    [InlineData("?q=%00%ff%ed%a0%80")]
    [InlineData("?q=zzzqqx&country=&limit=")]
    public async Task Gives_no_places_where_there_are_none(string query)
    {
        var answer = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/places" + query, Cancel);
        Assert.Equal(0, answer.GetProperty("places").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=21", "limit")]
    [InlineData("limit=seven", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("country=GBR", "country")]
    [InlineData("country=ZZ", "country")]
    [InlineData("country=%F0%9F%A6%B4", "country")]
    public async Task Says_which_parameter_is_wrong_and_what_to_do(string query, string parameter)
    {
        var response = await site.Client.GetAsync("/api/v1/places?q=leeds&" + query, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(parameter, error.Name);
        Assert.StartsWith("Give a", error.Value[0].GetString(), StringComparison.Ordinal);
    }

    /// <summary>The endpoint by itself, over the real gazetteer.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private readonly WebApplication app = Build();

        public HttpClient Client => app.GetTestClient();

        public async ValueTask InitializeAsync() => await app.StartAsync();

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        private static WebApplication Build()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "seed-data", "places")));
            var app = builder.Build();
            app.MapPlacesApi();
            return app;
        }
    }
}
