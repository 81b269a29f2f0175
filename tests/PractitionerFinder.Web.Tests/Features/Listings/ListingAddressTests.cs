using System.Net;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

/// <summary>What the public is told at a practitioner's addresses, page and API, and in search, in every state.</summary>
public sealed class ListingAddressTests : IAsyncDisposable
{
    private const string Name = "Amira Holt";

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    public static TheoryData<string, ListingBuilder, HttpStatusCode, HttpStatusCode> States => new()
    {
        { "published", new ListingBuilder(), HttpStatusCode.OK, HttpStatusCode.OK },
        { "paused", new ListingBuilder().Paused(), HttpStatusCode.OK, HttpStatusCode.NotFound },
        { "suspended", new ListingBuilder().Suspended(), HttpStatusCode.Gone, HttpStatusCode.Gone },
        { "archived", new ListingBuilder().Archived(), HttpStatusCode.Gone, HttpStatusCode.Gone },
        { "hidden", new ListingBuilder().Approved(FinderSite.Noon.AddDays(-121)), HttpStatusCode.Gone, HttpStatusCode.Gone },
        { "waiting", new ListingBuilder().Submitted(), HttpStatusCode.NotFound, HttpStatusCode.NotFound },
        { "fictional while fiction is off", new ListingBuilder().Demo(), HttpStatusCode.NotFound, HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(States), DisableDiscoveryEnumeration = true)]
    public async Task Each_state_has_its_answer(string state, ListingBuilder listing, HttpStatusCode page, HttpStatusCode api)
    {
        await site.GivenAsync(listing.At("amira").Named(Name));

        var shown = await site.OpenAsync("/practitioners/amira", page);
        using var answer = await site.Browser.GetAsync("/api/v1/practitioners/amira", TestContext.Current.CancellationToken);
        var found = (await site.AskAsync("/api/v1/search?lat=53.7997&lon=-1.5492")).GetProperty("total").GetInt32();

        Assert.True(api == answer.StatusCode, state);
        Assert.Equal(page == HttpStatusCode.OK, shown.Body!.TextContent.Contains(Name, StringComparison.Ordinal));
        Assert.Equal(api == HttpStatusCode.OK ? 1 : 0, found);
        if (api != HttpStatusCode.OK)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain(Name, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal("noindex", shown.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task Paused_shows_the_note_and_no_contact()
    {
        await site.GivenAsync(new ListingBuilder().At("amira").There(p => p with { Phone = "+44 113 496 0999" }).Paused());

        var text = (await site.OpenAsync("/practitioners/amira")).DocumentElement.OuterHtml;

        Assert.Contains("has paused their listing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("496 0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("holt.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_ends_by_itself()
    {
        await site.GivenAsync(new ListingBuilder().At("amira").Paused(until: FinderSite.Noon.AddHours(1)));

        await site.RefuseAsync("/api/v1/practitioners/amira");
        site.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("amira", (await site.AskAsync("/api/v1/practitioners/amira")).GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Merged_listings_lead_to_the_last_of_the_chain_for_good()
    {
        var last = (await site.GivenAsync(new ListingBuilder().At("last")))[0];
        var middle = (await site.GivenAsync(new ListingBuilder().At("middle").Archived(last.Id)))[0];
        await site.GivenAsync(new ListingBuilder().At("first").Archived(middle.Id));

        foreach (var folder in new[] { "/practitioners/", "/api/v1/practitioners/" })
        {
            using var response = await site.Browser.GetAsync(folder + "first", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal(folder + "last", response.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("/practitioners/nobody")]
    [InlineData("/practitioners/%01%E2%80%AE")]
    [InlineData("/practitioners/%27%20OR%201%3D1--")]
    public async Task An_address_of_nobody_is_not_found(string address)
    {
        await site.OpenAsync(address, HttpStatusCode.NotFound);
        await site.RefuseAsync("/api/v1" + address);
    }

    [Fact]
    public async Task A_private_address_appears_nowhere()
    {
        var home = new ListingBuilder().At("amira").In(53.812345, -1.567891, "Headingley").PrivateHome().There(p => p with
        {
            Name = "Rose Cottage",
            Parking = "Behind the chapel",
            Transport = "Bus stop at the gate",
        }).Visiting(20_000).Online();
        var listing = (await site.GivenAsync(home))[0];
        string[] secrets = ["53.8123", "1.5678", "Secret Street", "9ZZ", "Rose Cottage", "chapel", "at the gate", "owner@mail.example"];
        string[] addresses =
        [
            "/practitioners/amira", "/api/v1/practitioners/amira", "/find?near=Leeds", "/api/v1/search?near=Leeds",
            "/find?near=Leeds&setting=visit", "/api/v1/search?near=Leeds&setting=visit", "/api/v1/search?near=Leeds&setting=online",
            "/find?q=secret", "/api/v1/search?q=secret",
        ];

        foreach (var address in addresses)
        {
            using var answer = await site.Browser.GetAsync(address, TestContext.Current.CancellationToken);
            var body = answer.Headers + WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, body.Replace("/find?q=secret", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }

        var location = (await site.AskAsync("/api/v1/practitioners/amira")).GetProperty("locations")[0];
        Assert.Equal(listing.Locations[0].Latitude, location.GetProperty("latitude").GetDouble());
        Assert.True(location.GetProperty("approximate").GetBoolean());
        Assert.Equal(0, (await site.AskAsync("/api/v1/search?q=secret")).GetProperty("total").GetInt32());
    }
}
