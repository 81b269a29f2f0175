using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PractitionerFinder.Web.Tests.Features.Finder;

/// <summary>An application of one test's own, at noon of the day on which its listings were approved.</summary>
public sealed class FinderSite : FinderApplication
{
    public static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);

    public FinderSite()
    {
        Clock = new FixedClock(Noon);
        Settings["Site:PublicUrl"] = "https://finder.example";
    }

    public FixedClock Time => (FixedClock)Clock!;

    public HttpClient Browser => field ??= CreateClient(new() { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<JsonElement> AskAsync(string address)
    {
        using var response = await Browser.GetAsync(address, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> RefuseAsync(string address)
    {
        using var response = await Browser.GetAsync(address, Cancel);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement);
    }

    public async Task<IDocument> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Browser.GetAsync(address, Cancel);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel), Cancel);
    }
}
