using System.Text.Json;
using AngleSharp.Dom;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Web.Tests.Features.Finder;

/// <summary>What pages give the map of their results.</summary>
public sealed class ResultsMapTests : IAsyncDisposable
{
    private const string AroundLeeds = "/find?lat=53.7997&lon=-1.5492", MapAroundLeeds = "/find/map?lat=53.7997&lon=-1.5492";

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory, InlineData(AroundLeeds), InlineData(MapAroundLeeds)]
    public async Task A_private_place_is_never_a_pin(string address)
    {
        var home = new GeoPoint(53.85123, -1.60789);
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira").In(home.Latitude, home.Longitude, "Adel").PrivateHome());

        var page = await site.OpenAsync(address);

        var area = Assert.Single(Places(page));
        var cell = CoarseCell.Containing(home, _ => true);
        Assert.Equal("area", area.Kind);
        Assert.Equal((Math.Round(cell.Centre.Longitude, 6), Math.Round(cell.Centre.Latitude, 6)), (area.Longitude, area.Latitude));
        Assert.Equal(cell.ReachMetres, area.Reach);
        Assert.Matches(@"^1\. Amira Holt, about \d\.\d miles$", area.Name);
        foreach (var digits in new[] { "53.851", "1.6078", "1.6079" })
        {
            Assert.DoesNotContain(digits, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_number_beside_a_distance_is_that_of_the_pin_and_goes_on_over_pages()
    {
        await site.GivenAsync(
            new ListingBuilder().Named("Nearest").In(53.80, -1.55, "Leeds"),
            new ListingBuilder().Named("Visitor").In(53.8, -1.56, "Leeds").WithoutPlace().Visiting(),
            new ListingBuilder().Named("Further").In(53.85, -1.6, "Adel"),
            new ListingBuilder().Named("Furthest").In(53.9, -1.6, "Otley"));

        var first = await site.OpenAsync(AroundLeeds + "&pageSize=3");
        var second = await site.OpenAsync(AroundLeeds + "&pageSize=3&page=2");

        foreach (var page in new[] { first, second })
        {
            var rows = page.QuerySelectorAll(".cards > li").Where(row => row.QuerySelector("[data-number]") is not null);
            Assert.Equal(Places(page).Select(p => p.Name.Split(',')[0]), rows.Select(row => $"{row.QuerySelector("[data-number]")!.TextContent}. {row.QuerySelector("h2")!.TextContent.Trim()}"));
            Assert.Equal(Places(page).Select(p => p.Label), rows.Select(row => row.QuerySelector("[data-number]")!.GetAttribute("data-number")!));
        }

        // Who comes to the reader is at no place, and keeps their number in the list to themselves.
        Assert.DoesNotContain(Places(first), p => p.Name.Contains("Visitor", StringComparison.Ordinal));
        Assert.Equal(["4. Furthest, 7.2 miles"], Places(second).Select(p => p.Name));
    }

    [Fact]
    public async Task The_list_beside_the_map_has_all_that_the_map_has()
    {
        await site.GivenAsync(
            new ListingBuilder().Named("Amira Holt").At("amira").In(53.80, -1.55, "Leeds"),
            new ListingBuilder().Named("Bea Lund").At("bea").In(53.85, -1.6, "Adel").PrivateHome(),
            new ListingBuilder().Named("Cal Voss").At("cal").In(53.8, -1.56, "Leeds").WithoutPlace().Visiting());

        var page = await site.OpenAsync(MapAroundLeeds + "&need=weekends&sort=confirmed");
        Assert.Equal("/find?lat=53.7997&lon=-1.5492&need=weekends&sort=confirmed", page.QuerySelector("main p a")?.GetAttribute("href"));
        page = await site.OpenAsync(MapAroundLeeds);

        Assert.Equal(3, page.QuerySelectorAll(".map-list .rows > li").Length);
        foreach (var place in Places(page))
        {
            var row = page.QuerySelector($".map-list li:has([data-number='{place.Label}'])")!;
            Assert.Equal(place.Href, row.QuerySelector("a")!.GetAttribute("href"));
            Assert.Equal(place.Name, $"{place.Label}. {row.QuerySelector("a")!.TextContent}, {row.QuerySelector("b")!.TextContent}");
        }

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task A_search_waits_for_nothing_of_the_map()
    {
        await site.GivenAsync(new ListingBuilder());

        var head = (await site.OpenAsync(AroundLeeds)).Head!.InnerHtml;

        foreach (var part in new[] { "leaflet", "pmtiles", "place-map", "css/map" })
        {
            Assert.DoesNotContain(part, head, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task There_is_no_map_of_nobody()
    {
        await site.GivenAsync(new ListingBuilder().WithoutPlace().Online());

        foreach (var address in new[] { "/find", "/find?setting=online", AroundLeeds, "/find/map", "/find/map?setting=online", MapAroundLeeds, "/find/map?near=Qqzzxyy" })
        {
            var page = await site.OpenAsync(address);
            Assert.Null(page.QuerySelector("place-map, map-later, .find-map, a[href^='/find/map']"));
        }
    }

    [Fact]
    public async Task Where_nobody_is_near_the_nearest_beyond_are_on_the_map()
    {
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").In(53.9, -1.6, "Otley"));

        var page = await site.OpenAsync(AroundLeeds + "&within=2mi");

        Assert.Equal(["1. Amira Holt, 7.2 miles"], Places(page).Select(p => p.Name));
        Assert.Equal("1", page.QuerySelector(".beyond [data-number]")?.TextContent);
    }

    [Fact]
    public async Task The_map_asks_and_leads_on_with_the_filters_of_the_search_and_without_its_place()
    {
        await site.GivenAsync(new ListingBuilder().Offering("cupping"));

        var map = (await site.OpenAsync("/find?near=Leeds&country=GB&within=5mi&technique=cupping&setting=clinic&page=1")).QuerySelector("place-map")!;

        Assert.Equal("/api/v1/map?near=Leeds&country=GB&within=5mi&technique=cupping&setting=clinic", map.GetAttribute("asks"));
        Assert.Equal("/find?technique=cupping&setting=clinic", map.GetAttribute("finds"));
        Assert.Equal("1mi 2mi 5mi 10mi 15mi 25mi 50mi 100mi", map.GetAttribute("radii"));
        Assert.StartsWith("2km 5km", (await site.OpenAsync("/find?lat=53.7997&lon=-1.5492&within=20km")).QuerySelector("place-map")!.GetAttribute("radii"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_gives_its_map_what_the_public_may_know()
    {
        var home = new GeoPoint(53.85123, -1.60789);
        await site.GivenAsync(new ListingBuilder().At("amira").In(53.80, -1.55, "Leeds").In(home.Latitude, home.Longitude, "Adel").PrivateHome().Visiting(5_000));

        var page = await site.OpenAsync("/practitioners/amira");

        using var shapes = JsonDocument.Parse(page.QuerySelector("map-later[when=press] > place-map")!.GetAttribute("shapes")!);
        Assert.Equal(["cover", "point", "area"], shapes.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("kind").GetString()!));
        Assert.DoesNotContain("53.85123", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("leaflet", page.Head!.InnerHtml, StringComparison.OrdinalIgnoreCase);
    }

    private static List<Place> Places(IDocument page)
    {
        using var shapes = JsonDocument.Parse(page.QuerySelector("place-map")!.GetAttribute("shapes")!);
        return
        [
            .. shapes.RootElement.GetProperty("features").EnumerateArray()
                .Select(f => (Properties: f.GetProperty("properties"), At: f.GetProperty("geometry").GetProperty("coordinates")))
                .Where(f => f.Properties.GetProperty("kind").GetString() != "origin")
                .Select(f => new Place(
                    f.Properties.GetProperty("kind").GetString()!, f.Properties.GetProperty("label").GetString()!, f.Properties.GetProperty("name").GetString()!, f.Properties.GetProperty("href").GetString()!,
                    f.Properties.TryGetProperty("reach", out var reach) ? reach.GetInt32() : null, f.At[0].GetDouble(), f.At[1].GetDouble())),
        ];
    }

    private sealed record Place(string Kind, string Label, string Name, string Href, int? Reach, double Longitude, double Latitude);
}
