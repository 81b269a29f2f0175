using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class PhotoAnswerTests : IAsyncDisposable
{
    private static readonly byte[] Served = [0xFF, 0xD8, 1];
    private static readonly byte[] Small = [0x52, 2];
    private static readonly byte[] Source = [0xFF, 0xD8, 3];

    private readonly FinderSite site = new();
    private readonly string key = UploadKey.Make();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_photo_of_the_public_revision_is_sent_and_may_be_kept_for_good()
    {
        await StoreAsync(await GivenAsync(Amira()), key);

        foreach (var (address, type, bytes) in new[] { ($"/photos/{key}", "image/jpeg", Served), ($"/photos/{key}/small", "image/webp", Small) })
        {
            using var answer = await site.Browser.GetAsync(address, Cancel);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
            Assert.Contains(answer.Headers.CacheControl!.Extensions, e => e.Name == "immutable");
            Assert.True(answer.Headers.CacheControl.Private);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_photo_that_no_public_revision_names_is_not_known()
    {
        var draft = UploadKey.Make();
        await StoreAsync(await GivenAsync(Amira()), draft);

        await AssertUnknownAsync(draft);
        await AssertUnknownAsync(UploadKey.Make());
        await AssertUnknownAsync("short");
    }

    [Fact]
    public async Task Naming_the_photo_of_another_listing_does_not_publish_it()
    {
        await GivenAsync(Amira());
        await StoreAsync(await GivenAsync(new ListingBuilder().Named("Somebody Else")), key);

        await AssertUnknownAsync(key);
    }

    [Theory]
    [InlineData("waiting", false)]
    [InlineData("suspended", false)]
    [InlineData("archived", false)]
    [InlineData("fictional", false)]
    [InlineData("paused", true)]
    public async Task A_photo_is_shown_where_its_listing_is(string state, bool isShown)
    {
        var listing = state switch
        {
            "waiting" => Amira().Submitted(),
            "suspended" => Amira().Suspended(),
            "archived" => Amira().Archived(),
            "fictional" => Amira().Demo(),
            _ => Amira().Paused(),
        };
        await StoreAsync(await GivenAsync(listing), key);

        using var answer = await site.Browser.GetAsync($"/photos/{key}", Cancel);

        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_photo_goes_when_its_listing_is_hidden_for_facts_that_nobody_confirmed()
    {
        await StoreAsync(await GivenAsync(Amira()), key);
        site.Time.Advance(TimeSpan.FromDays(2000));

        await AssertUnknownAsync(key);
    }

    [Fact]
    public async Task Storing_a_photo_is_no_change_of_the_listing_and_it_goes_with_it()
    {
        var listing = await GivenAsync(Amira());
        await StoreAsync(listing, key);

        await using var db = await ContextAsync();
        var stored = await db.Listings.SingleAsync(Cancel);
        Assert.Equal(listing.Version, stored.Version);
        await db.Listings.ExecuteDeleteAsync(Cancel);
        Assert.Empty(await db.Photos.ToListAsync(Cancel));
        Assert.Empty(await db.Documents.ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_page_the_results_linked_data_and_the_API_show_it()
    {
        await StoreAsync(await GivenAsync(Amira()), key);

        var page = await site.OpenAsync("/practitioners/amira");
        var photo = page.QuerySelector(".profile-head img.portrait-112");
        Assert.Equal(
            [$"/photos/{key}", "112", "112", "Amira in the treatment room", null],
            new[] { "src", "width", "height", "alt", "loading" }.Select(a => photo?.GetAttribute(a)));
        Assert.Null(page.QuerySelector(".monogram"));
        Assert.Equal($"https://finder.example/photos/{key}", page.QuerySelector("meta[property='og:image']")?.GetAttribute("content"));
        Assert.Equal("480", page.QuerySelector("meta[property='og:image:width']")?.GetAttribute("content"));
        Assert.Equal("Amira in the treatment room", page.QuerySelector("meta[property='og:image:alt']")?.GetAttribute("content"));
        var linked = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal($"https://finder.example/photos/{key}", linked.GetProperty("image").GetString());

        var small = (await site.OpenAsync("/find?near=Leeds")).QuerySelector(".result img.portrait-52");
        Assert.Equal(
            [$"/photos/{key}/small", "52", "52", "Amira in the treatment room", "lazy"],
            new[] { "src", "width", "height", "alt", "loading" }.Select(a => small?.GetAttribute(a)));

        var practitioner = (await site.AskAsync("/api/v1/practitioners/amira")).GetProperty("photo");
        Assert.Equal($"https://finder.example/photos/{key}", practitioner.GetProperty("url").GetString());
        Assert.Equal("Amira in the treatment room", practitioner.GetProperty("alt").GetString());
        Assert.Equal(480, practitioner.GetProperty("width").GetInt32());
    }

    [Fact]
    public async Task Without_a_photo_the_monogram_and_the_card_of_the_site_stand()
    {
        await GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira"));

        var page = await site.OpenAsync("/practitioners/amira");

        Assert.NotNull(page.QuerySelector(".profile-head .monogram-112"));
        Assert.Null(page.QuerySelector("img.portrait"));
        Assert.Equal("https://finder.example/cards/site.png", page.QuerySelector("meta[property='og:image']")?.GetAttribute("content"));
    }

    private ListingBuilder Amira() => new ListingBuilder().Named("Amira Holt").At("amira").Saying(c => c with { Photo = new Photo(key, "Amira in the treatment room") });

    private async Task<Listing> GivenAsync(ListingBuilder listing) => (await site.GivenAsync(listing))[0];

    private async Task StoreAsync(Listing listing, string under)
    {
        var photo = new StoredPhoto(listing.Id, Source, 800, 600, PhotoFrame.Of(800, 600), Served, Small, "account", FinderSite.Noon);
        await using var db = await ContextAsync();
        db.Add(photo);
        db.Add(new ProofDocument(listing.Id, "credential", "proof.pdf", "application/pdf", Source, "account", FinderSite.Noon));
        await db.SaveChangesAsync(Cancel);

        // A photo makes its own key; here the listing named one before.
        await db.Photos.Where(p => p.Id == photo.Id).ExecuteUpdateAsync(p => p.SetProperty(s => s.Key, under), Cancel);
    }

    private async Task AssertUnknownAsync(string unknown)
    {
        foreach (var address in new[] { $"/photos/{unknown}", $"/photos/{unknown}/small" })
        {
            using var answer = await site.Browser.GetAsync(address, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    private Task<FinderDbContext> ContextAsync() => site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
}
