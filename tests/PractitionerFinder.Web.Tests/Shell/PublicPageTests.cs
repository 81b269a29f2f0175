using System.Net;
using PractitionerFinder.Web.Tests.Features.Finder;
using PractitionerFinder.Web.Tests.Shared.Finding;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class PublicPageTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/find")]
    [InlineData("/find?near=Leeds")]
    [InlineData("/practitioners/amira")]
    [InlineData("/about/data")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/search?near=Leeds")]
    public async Task Public_answers_are_the_same_for_everybody_and_forbid_what_they_do_not_need(string address)
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));

        using var response = await site.Browser.GetAsync(address, Cancel);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.CacheControl?.NoStore ?? false);
        Assert.False(response.Headers.CacheControl?.NoCache ?? false);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy + ";", StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    /// <summary>A browser that was once told so comes by https only: in Production, where there is a certificate.</summary>
    [Theory]
    [InlineData("Production", "https", true)]
    [InlineData("Production", "http", false)]
    [InlineData("Development", "https", false)]
    public async Task Https_is_promised_in_production_only(string environment, string scheme, bool isPromised)
    {
        await using var app = new FinderSite { EnvironmentName = environment };
        using var browser = app.CreateClient(new() { BaseAddress = new Uri($"{scheme}://finder.example") });

        using var response = await browser.GetAsync("/techniques", Cancel);

        Assert.Equal(isPromised ? ["max-age=31536000"] : [], response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : []);
        Assert.False(response.Headers.Contains("Server"));
        Assert.Contains("geolocation=", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find?near=Leeds")]
    [InlineData("/practitioners/amira")]
    [InlineData("/about/data")]
    public async Task Pages_hold_no_inline_script_and_no_inline_style(string address)
    {
        await site.GivenAsync(new ListingBuilder().At("amira"));

        var page = await site.OpenAsync(address);

        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.Title!);
        Assert.Equal("#main", page.QuerySelector("a.skip")?.GetAttribute("href"));
        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Browser.GetAsync(sheet.GetAttribute("href"), Cancel)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find?near=Leeds")]
    [InlineData("/api/v1/search?near=Leeds")]
    [InlineData("/health/ready")]
    public async Task Head_answers_as_get_does_without_a_body(string address)
    {
        using var response = await site.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/error/404")]
    [InlineData("/error/200")]
    public async Task What_is_not_there_is_not_found_and_leads_on(string address)
    {
        var page = await site.OpenAsync(address, HttpStatusCode.NotFound);

        Assert.Equal("We cannot find that page", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main form[action='/find']"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find")]
    [InlineData("/about/data")]
    [InlineData("/api/v1/search")]
    public async Task Nothing_is_posted_to_public_pages(string address)
    {
        using var response = await site.Browser.PostAsync(address, new FormUrlEncodedContent([new("near", "Leeds")]), Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_database_that_fails_is_said_plainly_and_shows_nothing_of_its_inside()
    {
        await using var early = new FinderSite { Replace = NoSnapshot.Of };
        await early.Browser.GetAsync("/", Cancel);
        await using (var file = new FileStream(Path.Combine(early.DataFolder, "finder.db"), FileMode.Truncate))
        {
        }

        using var page = await early.Browser.GetAsync("/find?near=Leeds", Cancel);
        using var api = await early.Browser.GetAsync("/api/v1/search?near=Leeds", Cancel);

        foreach (var response in new[] { page, api })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            var body = await response.Content.ReadAsStringAsync(Cancel);
            Assert.DoesNotContain("Sqlite", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        }

        Assert.Contains("Our database does not answer", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_people_search_for_stays_out_of_the_logs()
    {
        await site.OpenAsync("/find?near=Ambleside&q=lumbago");
        await site.OpenAsync("/find?near=Ambelsyde-upon-Nowhere&q=lumbago");
        await site.RefuseAsync("/api/v1/search?near=Ambelsyde-upon-Nowhere&q=lumbago&page=0");

        Assert.DoesNotContain("Amb", site.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lumbago", site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_reference_takes_nothing_from_another_host()
    {
        using var response = await site.Browser.GetAsync("/api/reference/", Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);

        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", body);
        Assert.Matches("script-src 'self' 'nonce-[^']+'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Matches("<script[^>]* nonce=", body);
    }
}
