using System.Net;
using System.Text.Json;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class SearchApiTests : IAsyncDisposable
{
    private const string AroundLeeds = "/api/v1/search?lat=53.7997&lon=-1.5492";

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Answers_in_the_shape_of_the_contract()
    {
        await site.GivenAsync(new ListingBuilder().Offering("cupping").At("amira"));

        var answer = await site.AskAsync("/api/v1/search?near=Leeds");

        Assert.Equal(["origin", "withinMetres", "spelled", "total", "page", "pageSize", "seed", "results", "facets", "relaxations", "beyond"], Names(answer));
        Assert.Equal(["name", "admin", "country", "kind", "latitude", "longitude", "spreadMetres", "alternatives"], Names(answer.GetProperty("origin")));
        var found = Assert.Single(answer.GetProperty("results").EnumerateArray());
        Assert.Equal(
            ["slug", "name", "headline", "matchedBy", "distanceMetres", "approximate", "latitude", "longitude", "locality", "country", "techniques",
                "settings", "accepting", "verified", "confirmedOn", "isDemo", "url"],
            Names(found));
        Assert.Equal("https://finder.example/practitioners/amira", found.GetProperty("url").GetString());
        Assert.Equal("2026-06-15", found.GetProperty("confirmedOn").GetString());
        Assert.Equal(["technique", "setting", "language", "area", "need", "accepting", "verified"], Names(answer.GetProperty("facets")));
        Assert.Equal(1, answer.GetProperty("facets").GetProperty("technique").GetProperty("cupping").GetInt32());
        Assert.Equal(16093, answer.GetProperty("withinMetres").GetInt32());
        Assert.Contains(answer.GetProperty("origin").GetProperty("alternatives").EnumerateArray(), a => a.GetProperty("country").GetString() == "US");
    }

    [Fact]
    public async Task Online_results_have_no_distance_and_no_point()
    {
        await site.GivenAsync(new ListingBuilder().In(51.5, -0.1, "London").Online());

        var found = Assert.Single((await site.AskAsync(AroundLeeds + "&setting=online")).GetProperty("results").EnumerateArray());

        Assert.Equal("online", found.GetProperty("matchedBy").GetString());
        Assert.All(new[] { "distanceMetres", "latitude", "longitude" }, n => Assert.Equal(JsonValueKind.Null, found.GetProperty(n).ValueKind));
    }

    [Fact]
    public async Task A_visit_is_measured_from_the_middle_of_its_base_and_says_so()
    {
        var listing = (await site.GivenAsync(new ListingBuilder().In(53.9058, -1.6911, "Otley").PrivateHome().Visiting(30_000)))[0];

        var found = Assert.Single((await site.AskAsync(AroundLeeds + "&setting=visit")).GetProperty("results").EnumerateArray());

        Assert.Equal("visit", found.GetProperty("matchedBy").GetString());
        Assert.True(found.GetProperty("approximate").GetBoolean());
        Assert.Equal(listing.VisitAreas[0].Point.Latitude, found.GetProperty("latitude").GetDouble());
        Assert.Equal(listing.VisitAreas[0].Point.MetresTo(ListingBuilder.Leeds), found.GetProperty("distanceMetres").GetInt32());
    }

    [Fact]
    public async Task Verified_speaks_of_the_technique_that_was_searched_for()
    {
        await site.GivenAsync(new ListingBuilder().ProvenIn("cupping").Offering("thai-massage"));

        async Task<bool> VerifiedAsync(string query) =>
            (await site.AskAsync(AroundLeeds + query)).GetProperty("results")[0].GetProperty("verified").GetBoolean();
        Assert.True(await VerifiedAsync(""));
        Assert.True(await VerifiedAsync("&technique=cupping"));
        Assert.False(await VerifiedAsync("&technique=thai-massage"));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_keeps_the_total()
    {
        await site.GivenAsync(new ListingBuilder(), new ListingBuilder());

        var answer = await site.AskAsync(AroundLeeds + "&pageSize=1&page=3");

        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Empty(answer.GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_within_reach_is_no_error_and_says_what_would_find_somebody()
    {
        await site.GivenAsync(new ListingBuilder().In(53.9058, -1.6911, "Otley"));

        var answer = await site.AskAsync(AroundLeeds + "&within=2mi");

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        var wider = answer.GetProperty("relaxations")[0];
        Assert.Equal(["change", "value", "total"], Names(wider));
        Assert.Equal(("within", "10mi", 1), (wider.GetProperty("change").GetString(), wider.GetProperty("value").GetString(), wider.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task Facets_count_each_other_choice_in_place_of_the_one_made()
    {
        await site.GivenAsync(
            new ListingBuilder().ProvenIn("cupping").Speaking("en", "pl").WorkingOn("neck").Taking(Accepting.Yes),
            new ListingBuilder().Speaking("pl").WorkingOn("neck-side", "neck-back").Taking(Accepting.Waiting).Open(DayOfWeek.Saturday),
            new ListingBuilder().Speaking("en").WorkingOn("knee").Taking(Accepting.Yes));

        var facets = (await site.AskAsync(AroundLeeds + "&language=pl")).GetProperty("facets");

        Assert.Equal(["en 2", "pl 2"], Counts(facets, "language"));
        Assert.Equal(["neck 2", "neck-back 2", "neck-side 2"], Counts(facets, "area"));
        Assert.Equal(["weekends 1"], Counts(facets, "need"));
        Assert.Equal(["waiting 1", "yes 1"], Counts(facets, "accepting"));
        Assert.Equal(["true 1"], Counts(facets, "verified"));
    }

    [Fact]
    public async Task Nobody_with_a_technique_is_told_how_many_offer_its_relatives()
    {
        await site.GivenAsync(new ListingBuilder().Offering("bamboo-massage"), new ListingBuilder().Offering("thai-massage"));

        var changes = (await site.AskAsync(AroundLeeds + "&technique=cupping")).GetProperty("relaxations").EnumerateArray();

        Assert.Equal(
            ["related tool-assisted 1", "drop technique 2"],
            changes.Select(c => $"{c.GetProperty("change").GetString()} {c.GetProperty("value").GetString()} {c.GetProperty("total").GetInt32()}"));
    }

    [Fact]
    public async Task A_region_is_searched_inside_and_has_no_radius()
    {
        var place = await site.AskAsync("/api/v1/search?near=Yorkshire");

        Assert.Equal("county", place.GetProperty("origin").GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, place.GetProperty("withinMetres").ValueKind);
    }

    [Fact]
    public async Task A_country_hint_chooses_among_namesakes()
    {
        var answer = await site.AskAsync("/api/v1/search?near=Leeds&country=us");

        Assert.Equal("US", answer.GetProperty("origin").GetProperty("country").GetString());
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_not_found()
    {
        var (status, body) = await site.RefuseAsync("/api/v1/search?near=Qqzzxyy");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.EndsWith("place-not-found", body.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat=91&lon=0", "lat")]
    [InlineData("lat=1&lon=abc", "lon")]
    [InlineData("lat=1", "lon")]
    [InlineData("lat=NaN&lon=0", "lat")]
    [InlineData("lat=1e1&lon=0", "lat")]
    [InlineData("near=Leeds&within=-1", "within")]
    [InlineData("near=Leeds&within=1e9km", "within")]
    [InlineData("near=Leeds&within=10", "within")]
    [InlineData("technique=witchcraft", "technique")]
    [InlineData("technique=%27%3BDROP+TABLE+Listings--", "technique")]
    [InlineData("area=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "area")]
    [InlineData("near=Le%00eds", "near")]
    [InlineData("page=0", "page")]
    [InlineData("page=2147483647", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("pageSize=1000000", "pageSize")]
    [InlineData("seed=0", "seed")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("near=Leeds&near=York", "near")]
    [InlineData("near=Leeds&lat=1&lon=1", "near")]
    [InlineData("country=GBR", "country")]
    [InlineData("setting=spa", "setting")]
    [InlineData("accepting=maybe", "accepting")]
    [InlineData("verified=1", "verified")]
    [InlineData("need=parking", "need")]
    [InlineData("language=english", "language")]
    [InlineData("gender=x", "gender")]
    [InlineData("sort=stars", "sort")]
    [InlineData("match=some", "match")]
    [InlineData("q=%21%21", "q")]
    public async Task A_parameter_that_cannot_be_used_is_refused_by_name(string query, string parameter)
    {
        var (status, body) = await site.RefuseAsync("/api/v1/search?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(parameter, Names(body.GetProperty("errors")));
    }

    [Fact]
    public async Task Overlong_and_overmany_parameters_are_refused_by_name()
    {
        var (_, near) = await site.RefuseAsync("/api/v1/search?near=" + new string('a', 10_000));
        var (_, technique) = await site.RefuseAsync("/api/v1/search?" + string.Join('&', Enumerable.Repeat("technique=cupping", 3_000)));

        Assert.Equal(["near"], Names(near.GetProperty("errors")));
        Assert.Equal(["technique"], Names(technique.GetProperty("errors")));
    }

    [Fact]
    public async Task The_document_names_every_parameter_that_is_read()
    {
        var operation = (await site.AskAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get");
        var told = operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order();

        // The contract of DESIGN, section 4.
        Assert.Equal(
            ["accepting", "area", "country", "gender", "language", "lat", "lon", "match", "near", "need", "page", "pageSize", "q", "seed", "setting", "sort", "technique", "verified", "within"],
            told);
    }

    [Fact]
    public async Task Other_addresses_of_the_api_answer_problems_too()
    {
        var (status, _) = await site.RefuseAsync("/api/v1/nothing");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static IEnumerable<string> Counts(JsonElement facets, string facet) =>
        facets.GetProperty(facet).EnumerateObject().Select(c => $"{c.Name} {c.Value.GetInt32()}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
