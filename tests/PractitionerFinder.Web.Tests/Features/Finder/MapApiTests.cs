using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class MapApiTests : IAsyncDisposable
{
    private const string AroundLeeds = "/api/v1/map?bbox=-1.8,53.7,-1.3,53.95";
    private const int MostBytes = 30_000;

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_public_place_is_a_point_with_name_and_address()
    {
        await site.GivenAsync(new ListingBuilder().At("amira").Named("Amira Zoë 王").In(53.7997, -1.5492), new ListingBuilder().In(51.5, -0.1));

        var answer = await site.AskAsync(AroundLeeds);

        Assert.Equal(("FeatureCollection", 1), (answer.GetProperty("type").GetString(), answer.GetProperty("total").GetInt32()));
        Assert.Equal(
            """{"type":"Feature","geometry":{"type":"Point","coordinates":[-1.5492,53.7997]},"properties":{"kind":"point","slug":"amira","name":"Amira Zoë 王","href":"/practitioners/amira"}}""",
            Assert.Single(answer.GetProperty("features").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task A_private_place_is_never_a_pin_but_an_area_that_holds_it()
    {
        var home = new GeoPoint(53.81234, -1.54321);
        await site.GivenAsync(new ListingBuilder().At("ben").In(home.Latitude, home.Longitude).PrivateHome());

        var area = Assert.Single((await site.AskAsync(AroundLeeds)).GetProperty("features").EnumerateArray());

        var at = PointOf(area);
        var properties = area.GetProperty("properties");
        Assert.Equal(("area", "ben"), (properties.GetProperty("kind").GetString(), properties.GetProperty("slug").GetString()));
        Assert.InRange(home.MetresTo(at), 1, properties.GetProperty("reach").GetInt32());
        Assert.DoesNotContain("53.812", area.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_any_zoom_nothing_stands_but_at_public_points_and_the_centres_of_coarse_cells()
    {
        var random = new Random(1);
        ListingBuilder Somewhere(int i) => new ListingBuilder().In(Math.Round(53.7 + random.NextDouble() * 0.2, 6), Math.Round(-1.7 + random.NextDouble() * 0.3, 6));
        var listings = await site.GivenAsync([.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? Somewhere(i).PrivateHome() : Somewhere(i))]);
        var gazetteer = site.Services.GetRequiredService<Gazetteer>();
        var known = listings.SelectMany(l => l.PublicContent!.Locations).Select(l => l.Privacy == AddressPrivacy.Public ? l.Point : l.Cell.Centre.Rounded()).ToHashSet();
        Assert.All(
            listings.SelectMany(l => l.PublicContent!.Locations).Where(l => l.Privacy != AddressPrivacy.Public),
            l => Assert.Equal(l.Cell.Centre, CoarseCell.AtCentre(l.Cell.Centre.Rounded(), _ => l.Cell.Size == 1).Centre));

        for (var size = 90.0; size > 0.0005; size /= 1.7)
        {
            var answer = await site.AskAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"/api/v1/map?bbox={Math.Max(-180, -1.55 - 2 * size):0.######},{Math.Max(-90, 53.8 - size):0.######},{-1.55 + size:0.######},{Math.Min(90, 53.8 + size):0.######}"));
            foreach (var feature in answer.GetProperty("features").EnumerateArray())
            {
                if (feature.GetProperty("properties").GetProperty("kind").GetString() != "cluster")
                {
                    Assert.Contains(PointOf(feature), known);
                    continue;
                }

                double[] cell = [.. feature.GetProperty("bbox").EnumerateArray().Select(e => e.GetDouble())];
                List<GeoPoint> held = [.. listings.SelectMany(l => l.Locations).Select(l => l.Point).Where(p => p.Longitude >= cell[0] && p.Latitude >= cell[1] && p.Longitude <= cell[2] && p.Latitude <= cell[3])];
                Assert.Equal(held.Count, feature.GetProperty("properties").GetProperty("count").GetInt32());
                Assert.Equal(held.Average(p => p.Latitude), PointOf(feature).Latitude, 0.000_001);
                Assert.Equal(held.Average(p => p.Longitude), PointOf(feature).Longitude, 0.000_001);
                Assert.All(held, p => Assert.Contains(p, known));
            }
        }
    }

    [Fact]
    public async Task People_at_one_point_are_one_cluster_that_cannot_be_zoomed_into()
    {
        await site.GivenAsync(new ListingBuilder().In(53.8, -1.55), new ListingBuilder().In(53.8, -1.55));

        var cluster = Assert.Single((await site.AskAsync(AroundLeeds)).GetProperty("features").EnumerateArray());

        Assert.Equal(
            """{"type":"Feature","bbox":[-1.55,53.8,-1.55,53.8],"geometry":{"type":"Point","coordinates":[-1.55,53.8]},"properties":{"kind":"cluster","count":2}}""",
            cluster.GetRawText());
    }

    [Fact]
    public async Task Many_become_clusters_that_stay_where_they_are_while_somebody_pans()
    {
        await site.GivenAsync([.. Enumerable.Range(0, 100).Select(i => new ListingBuilder().In(53.75 + i % 10 * 0.011, -1.7 + i / 10 * 0.013))]);

        var here = Clusters(await site.AskAsync("/api/v1/map?bbox=-1.71,53.74,-1.56,53.87"));
        var there = Clusters(await site.AskAsync("/api/v1/map?bbox=-1.705,53.743,-1.555,53.873"));

        Assert.InRange(here.Count, 5, 100);
        Assert.Subset(here.ToHashSet(), there.Where(c => c.East <= -1.56).ToHashSet());
    }

    [Fact]
    public async Task The_filters_of_a_search_count_and_its_place_and_paging_do_not()
    {
        await site.GivenAsync(new ListingBuilder().At("one").Offering("cupping"), new ListingBuilder().At("two").Offering("thai-massage"), new ListingBuilder().Offering("cupping").Online().Paused());

        var answer = await site.AskAsync(AroundLeeds + "&technique=cupping&near=Nowhere+at+all&within=1km&lat=abc&page=9&pageSize=1&sort=confirmed&seed=0");

        Assert.Equal("one", Assert.Single(answer.GetProperty("features").EnumerateArray()).GetProperty("properties").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Words_that_nobody_has_are_those_that_were_meant()
    {
        await site.GivenAsync(new ListingBuilder().Named("Ada Moorland").In(53.8, -1.55));

        Assert.Equal(1, (await site.AskAsync(AroundLeeds + "&q=moorlnad")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Home_visits_and_online_sessions_are_at_no_place()
    {
        await site.GivenAsync(new ListingBuilder().In(53.8, -1.55).Visiting(20_000).Online());

        Assert.Equal(0, (await site.AskAsync(AroundLeeds + "&setting=visit&setting=online")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await site.AskAsync(AroundLeeds)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_view_may_lie_over_the_antimeridian()
    {
        await site.GivenAsync(new ListingBuilder().At("west").In(-17.8, 179.9), new ListingBuilder().At("east").In(-17.8, -179.9), new ListingBuilder().In(-17.8, 0));

        var answer = await site.AskAsync("/api/v1/map?bbox=179,-18,-179,-17");

        Assert.Equal(["east", "west"], answer.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("slug").GetString()).Order());
    }

    [Fact]
    public async Task An_answer_stays_small_however_long_names_are()
    {
        var name = new string('王', ListingContent.NameMaxLength);
        await site.GivenAsync([.. Enumerable.Range(0, 40).Select(i => new ListingBuilder().At($"{new string('w', Listing.SlugMaxLength - 3)}-{i:00}").Named(name).In(53.8 + i * 0.001, -1.55).PrivateHome())]);

        using var response = await site.Browser.GetAsync(AroundLeeds, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(40, JsonDocument.Parse(text).RootElement.GetProperty("total").GetInt32());
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, MostBytes);
    }

    [Fact]
    public async Task An_answer_is_the_same_for_everybody_and_kept()
    {
        await site.GivenAsync(new ListingBuilder().In(53.8, -1.55));

        using var response = await site.Browser.GetAsync(AroundLeeds, TestContext.Current.CancellationToken);

        Assert.Equal((true, TimeSpan.Zero), (response.Headers.CacheControl?.Public, response.Headers.CacheControl?.MaxAge));
        Assert.NotNull(response.Headers.ETag);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("", "bbox")]
    [InlineData("bbox=", "bbox")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,2,3,4,5", "bbox")]
    [InlineData("bbox=-181,50,1,51", "bbox")]
    [InlineData("bbox=0,50,181,51", "bbox")]
    [InlineData("bbox=0,-91,1,51", "bbox")]
    [InlineData("bbox=0,51,1,50", "bbox")]
    [InlineData("bbox=0,51,1,51", "bbox")]
    [InlineData("bbox=0,NaN,1,51", "bbox")]
    [InlineData("bbox=0,1e1,1,51", "bbox")]
    [InlineData("bbox=0,50,1,51&bbox=0,50,1,52", "bbox")]
    [InlineData("bbox=0,50,1,51&technique=witchcraft", "technique")]
    [InlineData("bbox=0,50,1,51&setting=spa", "setting")]
    public async Task A_parameter_that_cannot_be_used_is_refused_by_name(string query, string parameter)
    {
        var (status, body) = await site.RefuseAsync("/api/v1/map?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([parameter], body.GetProperty("errors").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_document_names_the_view_and_the_filters_and_nothing_that_has_no_say()
    {
        var operation = (await site.AskAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/map").GetProperty("get");

        Assert.Equal(
            ["accepting", "area", "bbox", "gender", "language", "match", "need", "q", "setting", "technique", "verified"],
            operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order());
    }

    private static GeoPoint PointOf(JsonElement feature) =>
        new(feature.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble(), feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble());

    private static List<(double West, double South, double East, int Count)> Clusters(JsonElement answer) =>
    [
        .. answer.GetProperty("features").EnumerateArray().Where(f => f.GetProperty("properties").GetProperty("kind").GetString() == "cluster")
            .Select(f => (f.GetProperty("bbox")[0].GetDouble(), f.GetProperty("bbox")[1].GetDouble(), f.GetProperty("bbox")[2].GetDouble(), f.GetProperty("properties").GetProperty("count").GetInt32())),
    ];
}
