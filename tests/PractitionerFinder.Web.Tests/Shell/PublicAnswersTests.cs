using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class PublicAnswersTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/find")]
    [InlineData("/find?near=Leeds&technique=cupping")]
    [InlineData("/find/filters?near=Leeds")]
    [InlineData("/techniques")]
    [InlineData("/practitioners/amira")]
    [InlineData("/about/data")]
    [InlineData("/api/v1/search?near=Leeds")]
    [InlineData("/api/v1/practitioners/amira")]
    [InlineData("/api/v1/techniques")]
    [InlineData("/api/v1/topics?q=cup")]
    public async Task The_second_time_an_answer_comes_from_the_cache(string address)
    {
        await GivenAmiraAsync();
        using var first = await GetAsync(address);
        using var second = await GetAsync(address);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        foreach (var answer in new[] { first, second })
        {
            Assert.Equal("public, must-revalidate, max-age=0", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("/find?near=Leeds")]
    [InlineData("/api/v1/search?near=Leeds")]
    public async Task Who_has_an_answer_already_does_not_get_it_again(string address)
    {
        using var first = await GetAsync(address);
        foreach (var minutes in new[] { 0, 1 })
        {
            // In the next minute the answer is made anew, and is the same.
            site.Time.Advance(TimeSpan.FromMinutes(minutes));
            using var again = await GetAsync(address, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
        }

        using var other = await GetAsync(address, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_change_shows_although_the_answer_was_kept()
    {
        await GivenAmiraAsync();
        Assert.DoesNotContain("has paused", await site.Browser.GetStringAsync("/practitioners/amira", Cancel), StringComparison.Ordinal);
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel))
        {
            (await db.Listings.SingleAsync(Cancel)).Pause(null, ListingBuilder.Morning);
            await db.SaveChangesAsync(Cancel);
        }

        // The feed is looked at four times a second; a machine that is busy may take longer, and never for ever.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!(await site.Browser.GetStringAsync("/practitioners/amira", patience.Token)).Contains("has paused", StringComparison.Ordinal))
        {
        }
    }

    [Fact]
    public async Task Themes_are_kept_apart_and_any_other_cookie_changes_nothing()
    {
        Assert.Equal("<html lang=\"en-GB\">", await OpeningAsync(null));
        Assert.Equal("<html lang=\"en-GB\" data-theme=\"dark\">", await OpeningAsync("theme=dark"));
        Assert.Equal("<html lang=\"en-GB\" data-theme=\"light\">", await OpeningAsync("theme=light"));
        Assert.Equal("<html lang=\"en-GB\">", await OpeningAsync("theme=%22%3E%3Cscript"));
        using var other = await GetAsync("/", r => r.Headers.Add("Cookie", "session=1"));
        Assert.NotNull(other.Headers.Age);

        async Task<string> OpeningAsync(string? cookie)
        {
            using var answer = await GetAsync("/", r => r.Headers.TryAddWithoutValidation("Cookie", cookie));
            var html = await answer.Content.ReadAsStringAsync(Cancel);
            return html[html.IndexOf("<html", StringComparison.Ordinal)..(html.IndexOf("<head>", StringComparison.Ordinal))].Trim();
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("gzip, br;q=0.1", "br")]
    [InlineData("*, br;q=0", "gzip")]
    [InlineData("*", "br")]
    [InlineData("zstd", null)]
    [InlineData("", null)]
    public async Task Answers_are_compressed_as_the_browser_can_read_them(string accepted, string? encoding)
    {
        // The plain answer is kept first, and must not be given to those who asked for another.
        var plain = await site.Browser.GetStringAsync("/techniques", Cancel);

        foreach (var time in new[] { 1, 2 })
        {
            using var answer = await GetAsync("/techniques", r => r.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));
            Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(time == 2 || encoding is null, answer.Headers.Age is not null);
            await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
            await using Stream read = encoding switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            Assert.Equal(plain, await new StreamReader(read).ReadToEndAsync(Cancel));
        }
    }

    [Fact]
    public async Task What_went_wrong_is_not_kept()
    {
        foreach (var address in new[] { "/nothing-here", "/practitioners/nobody", "/api/v1/practitioners/nobody", "/api/v1/search?page=0" })
        {
            using var first = await GetAsync(address);
            using var second = await GetAsync(address);

            Assert.Null(second.Headers.Age);
            Assert.Null(second.Headers.ETag);
        }
    }

    [Fact]
    public async Task While_the_database_is_away_what_was_kept_still_comes()
    {
        await GivenAmiraAsync();
        await site.Browser.GetStringAsync("/practitioners/amira", Cancel);

        // Open connections would go on reading from the log beside the file.
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(Path.Combine(site.DataFolder, "finder.db"), FileMode.Truncate))
        {
        }

        using var kept = await GetAsync("/practitioners/amira");
        using var other = await GetAsync("/practitioners/somebody");

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, other.StatusCode);
    }

    [Fact]
    public async Task Fonts_are_kept_for_long()
    {
        using var answer = await GetAsync("/fonts/newsreader-500-5.3.0.woff2");

        Assert.Equal("max-age=31536000, immutable", answer.Headers.CacheControl?.ToString().Replace("immutable, max-age=31536000", "max-age=31536000, immutable", StringComparison.Ordinal));
    }

    /// <summary>A name that changes with the content lets a published site say that the file never does.</summary>
    [Fact]
    public async Task Pages_name_their_files_by_content()
    {
        var page = await site.OpenAsync("/find");
        var files = page.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=preload], link[rel=icon]")
            .Select(f => f.GetAttribute("href") ?? f.GetAttribute("src")!).ToList();

        Assert.True(files.Count > 5);
        foreach (var file in files)
        {
            Assert.Matches(@"^/(css|js)/[a-z-]+\.[a-z0-9]{10}\.(css|js)$|^/favicon\.[a-z0-9]{10}\.svg$|^/fonts/[a-z0-9.-]+\.woff2$", file);
            using var answer = await GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task GivenAmiraAsync() => await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira").Offering("cupping"));

    private async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change?.Invoke(request);
        return await site.Browser.SendAsync(request, Cancel);
    }
}
