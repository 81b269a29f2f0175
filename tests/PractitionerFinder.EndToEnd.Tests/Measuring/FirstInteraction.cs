using System.Globalization;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Measuring;

/// <summary>
/// No test: it measures a published site that already runs, on a processor that is four times as slow, and runs only when it is asked for.
/// docs/performance.md has the command and what came of it.
/// </summary>
public sealed class FirstInteraction(Chromium chromium, ITestOutputHelper output)
{
    private const int Visits = 20;
    private const int TimesSlower = 4;

    // From the request until the map can be moved and its pins be pressed, in milliseconds of the page's own clock.
    private const string Ready = "addEventListener('map-ready', () => globalThis.readyAt ??= performance.now(), true)";
    private const string Painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN";

    [Fact(Explicit = true)]
    public async Task Of_the_map_of_results()
    {
        var site = Environment.GetEnvironmentVariable("FINDER_MEASURED_SITE");
        Assert.False(string.IsNullOrEmpty(site), "Set FINDER_MEASURED_SITE to the address of a published site that runs.");
        var ready = new List<double>();
        var painted = new List<double>();
        for (var visit = 0; visit < Visits; visit++)
        {
            await using var context = await chromium.OrSkip().NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = visit % 2 == 0 ? 390 : 1280, Height = 844 } });
            var page = await context.NewPageAsync();
            var devTools = await context.NewCDPSessionAsync(page);
            await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = TimesSlower });
            await page.AddInitScriptAsync(Ready);
            await page.GotoAsync($"{site}/find/map?near=Leeds");
            await page.WaitForFunctionAsync("() => globalThis.readyAt");
            ready.Add(await page.EvaluateAsync<double>("globalThis.readyAt"));
            painted.Add(await page.EvaluateAsync<double>(Painted));
        }

        output.WriteLine(Words("The map is ready", ready));
        output.WriteLine(Words("The page is painted", painted));
    }

    private static string Words(string what, List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{what} after {times[Visits / 2]:0} ms (median of {Visits} first visits), {times[0]:0} to {times[^1]:0} ms.");
    }
}
