using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.TestKit;
using PractitionerFinder.Web.Operations;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// What the server takes for a page over the fictional listings, in memory and over no network: each address asked once and so made
/// anew, then once more and so from the cache.
/// </summary>
public static class PagesTimings
{
    private const int Rounds = 10;

    public static async Task RunAsync()
    {
        await using var site = new FinderApplication { Settings = { ["Demo:Enabled"] = "true" } };
        using var browser = site.CreateClient();
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        await site.Services.GetRequiredService<SiteDatabase>().PrepareAsync(CancellationToken.None);

        string[] middles = ["Leeds", "London", "Manchester", "Bristol", "Edinburgh", "Cardiff", "Dublin", "Belfast"];
        var gazetteer = site.Services.GetRequiredService<Gazetteer>();
        var towns = middles.Select(name => ((PlaceAnswer.Found)gazetteer.Resolve(name, "GB")).Place)
            .SelectMany(place => gazetteer.NotableAround(place.Point, 30_000, 5)).DistinctBy(p => p.Label).ToList();
        using var large = new LargeObjects();
        for (var round = 1; round <= Rounds; round++)
        {
            var results = towns.SelectMany(town => new[] { "", "&technique=myofascial-release", "&setting=clinic&need=evenings" }
                .Select(filter => $"/find?near={Uri.EscapeDataString(town.Label)}&within=15mi{filter}&seed={round}")).ToList();
            var before = large.Bytes;
            Report($"round {round}, results made anew", await TimeAsync(browser, results));
            Report($"round {round}, the same for programs", await TimeAsync(browser, results.Select(r => "/api/v1/search" + r["/find".Length..])));
            Console.WriteLine($"round {round}: {large.Bytes - before:N0} bytes of large objects: {string.Join(", ", large.Types.Select(t => $"{t.Key} {t.Value}"))}");
            large.Types.Clear();
            Report($"round {round}, results from the cache", await TimeAsync(browser, results));
        }
    }

    private static async Task<List<(double Milliseconds, int Bytes)>> TimeAsync(HttpClient browser, IEnumerable<string> addresses)
    {
        var times = new List<(double, int)>();
        foreach (var address in addresses)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await browser.GetAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            times.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, bytes.Length));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{address} answers {answer.StatusCode}.");
            }
        }

        return times;
    }

    private static void Report(string what, List<(double Milliseconds, int Bytes)> times)
    {
        var sorted = times.ConvertAll(t => t.Milliseconds);
        sorted.Sort();
        var bytes = times.ConvertAll(t => t.Bytes);
        bytes.Sort();
        Console.WriteLine($"{what}: {times.Count} pages, p50 {sorted[times.Count / 2]:F1} ms, p95 {sorted[times.Count * 95 / 100]:F1} ms; html p50 {bytes[times.Count / 2]:N0} bytes");
    }
}
