using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Web.Shared.Map;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shared.Map;

public sealed class BaseMapTests : IAsyncDisposable
{
    private const int Size = 7_543_996;

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => site.Services.GetRequiredService<BaseMap>().Address;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_part_is_sent_as_it_is_asked_for()
    {
        using var answer = await AskAsync(HttpMethod.Get, Address, r => r.Headers.Range = new(0, 126));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes 0-126/{Size}", answer.Content.Headers.ContentRange?.ToString());
        Assert.Equal("PMTiles"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(Cancel))[..7]);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal("immutable, max-age=31536000, public", Sorted(answer));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task After_the_whole_a_part_is_still_a_part()
    {
        using var whole = await AskAsync(HttpMethod.Get, Address);
        using var part = await AskAsync(HttpMethod.Get, Address, r => r.Headers.Range = new(7, 7));

        Assert.Equal(Size, (await whole.Content.ReadAsByteArrayAsync(Cancel)).Length);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal([3], await part.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_part_of_another_version_is_not_mixed_in()
    {
        using var first = await AskAsync(HttpMethod.Head, Address);
        using var same = await AskAsync(HttpMethod.Get, Address, Part(first.Headers.ETag!));
        using var other = await AskAsync(HttpMethod.Get, Address, Part(new EntityTagHeaderValue("\"another\"")));

        Assert.Equal((HttpStatusCode.OK, Size), (first.StatusCode, (int?)first.Content.Headers.ContentLength));
        Assert.Equal("bytes", first.Headers.AcceptRanges.ToString());
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        static Action<HttpRequestMessage> Part(EntityTagHeaderValue tag) => request =>
        {
            request.Headers.Range = new(0, 6);
            request.Headers.IfRange = new(tag);
        };
    }

    [Fact]
    public async Task Who_has_it_does_not_get_it_again_and_what_is_not_there_is_refused()
    {
        using var first = await AskAsync(HttpMethod.Head, Address);
        using var again = await AskAsync(HttpMethod.Get, Address, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var beyond = await AskAsync(HttpMethod.Get, Address, r => r.Headers.Range = new(Size, Size + 10));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Theory]
    [InlineData("/map/basemap.pmtiles")]
    [InlineData("/map/basemap.pmtiles?v=0000000000000000")]
    public async Task Only_under_its_own_version_may_it_be_kept_for_long(string address)
    {
        using var answer = await AskAsync(HttpMethod.Head, address);

        Assert.Equal("max-age=0, must-revalidate, public", Sorted(answer));
    }

    [Theory]
    [InlineData("/lib/leaflet-1.9.4/leaflet.js")]
    [InlineData("/lib/protomaps-leaflet-5.1.0/protomaps-leaflet.js")]
    public async Task The_libraries_that_draw_it_are_kept_for_long(string address)
    {
        using var answer = await AskAsync(HttpMethod.Get, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=31536000", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    // The client writes them in an order of its own.
    private static string Sorted(HttpResponseMessage answer) =>
        string.Join(", ", (answer.Headers.CacheControl?.ToString() ?? "").Split(", ").Order(StringComparer.Ordinal));

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        change?.Invoke(request);
        return await site.Browser.SendAsync(request, Cancel);
    }
}
