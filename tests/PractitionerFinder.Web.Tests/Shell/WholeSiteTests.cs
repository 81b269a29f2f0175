using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

/// <summary>The site as a search engine walks it, with scripts off: from the front page along every link.</summary>
public sealed class WholeSiteTests : IAsyncDisposable
{
    // With the style sheets, two fonts and a script of about 85 KB, a page stays under 150 KB.
    private const int MostBytesOfHtml = 60_000;

    // Anybody gets anywhere from the front page with so many presses.
    private const int MostSteps = 2;

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task No_link_is_broken_no_page_stands_alone_and_no_two_call_themselves_the_same()
    {
        await site.GivenAsync(new ListingBuilder());
        var steps = new Dictionary<string, int> { ["/"] = 0 };
        var waiting = new Queue<string>(steps.Keys);
        var pages = new Dictionary<string, IDocument>();
        var asked = new List<(string From, string To, string Id)>();
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await site.Browser.GetAsync(address, Cancel);
            if (answer.Headers.Location is { } way && way.ToString().Contains("/account/sign-in", StringComparison.Ordinal))
            {
                // It is there, and for who has an account.
                continue;
            }

            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
            pages[address] = page;
            foreach (var link in page.QuerySelectorAll("a[href], link[href]").Select(l => l.GetAttribute("href")!))
            {
                if (!link.StartsWith('/'))
                {
                    Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var elsewhere) && elsewhere.Scheme is "https" or "http" or "mailto" or "tel" || link.StartsWith('#'), $"{address}: {link}");
                    continue;
                }

                var (to, id) = link.Split('#') is [var path, var fragment] ? (path, fragment) : (link, "");
                if (id.Length > 0)
                {
                    asked.Add((address, to, id));
                }

                // Searches beget searches: the finder's own page stands for them.
                if (!to.Contains('?', StringComparison.Ordinal) && !to.StartsWith("/api", StringComparison.Ordinal) && steps.TryAdd(to, steps[address] + 1))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        Assert.All(asked.Where(a => pages.ContainsKey(a.To)), a => Assert.True(pages[a.To].GetElementById(a.Id) is not null, $"{a.From} leads to {a.To}#{a.Id}, which is not there."));

        var mapped = await MappedAsync();
        Assert.All(mapped, address => Assert.True(steps.GetValueOrDefault(address, int.MaxValue) <= MostSteps, $"{address} is {steps.GetValueOrDefault(address, -1)} steps away."));
        AssertUnique(mapped, address => pages[address].Title);
        AssertUnique(mapped, address => pages[address].QuerySelector("meta[name=description]")?.GetAttribute("content"));
        AssertUnique(mapped, address => pages[address].QuerySelector("h1")?.TextContent);
        Assert.All(mapped, address => AssertOutlined(address, pages[address]));
    }

    [Fact]
    public async Task Every_page_to_read_is_light()
    {
        foreach (var address in await MappedAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await site.Browser.SendAsync(request, Cancel);
            var bytes = (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;

            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            Assert.True(bytes is > 1_000 and < MostBytesOfHtml, $"{address} has {bytes:#,0} bytes.");
        }
    }

    /// <summary>No level of headings is left out on the way down.</summary>
    private static void AssertOutlined(string address, IDocument page)
    {
        var levels = page.QuerySelectorAll("main :is(h1, h2, h3, h4)").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{address}: h{pair.First} is followed by h{pair.Second}."));
    }

    private static void AssertUnique(IReadOnlyCollection<string> addresses, Func<string, string?> says)
    {
        var said = addresses.GroupBy(says).ToList();
        Assert.All(said, s => Assert.True(!string.IsNullOrWhiteSpace(s.Key) && s.Count() == 1, $"“{s.Key}” stands on {string.Join(", ", s)}."));
    }

    private async Task<IReadOnlyCollection<string>> MappedAsync()
    {
        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var map = XDocument.Parse(await site.Browser.GetStringAsync("/sitemaps/pages.xml", Cancel));
        return [.. map.Descendants(sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath)];
    }
}
