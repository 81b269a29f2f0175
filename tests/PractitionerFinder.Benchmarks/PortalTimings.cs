using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.EndToEnd.Tests.Browser;
using PractitionerFinder.TestKit;
using PractitionerFinder.Web.Operations;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// What the portal costs: how soon a browser on the same machine paints its pages, and what the server keeps for each page on which
/// somebody could type and does not.
/// </summary>
public static class PortalTimings
{
    private const int Circuits = 50;
    private const int Paints = 40;
    private const string Section = "/portal/listings/1/about";

    public static async Task RunAsync()
    {
        await using var site = new FinderApplication { OnKestrel = true, EnvironmentName = "Development", Settings = { ["Demo:Enabled"] = "true" } };
        await site.Services.GetRequiredService<SiteDatabase>().PrepareAsync(CancellationToken.None);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledBrowser.Find(),
            Args = ["--disable-gpu", "--disable-quic"],
        });
        var context = await browser.NewContextAsync(new() { BaseURL = site.Address.ToString() });
        var first = await context.NewPageAsync();
        await first.GotoAsync("/account/sign-in");
        await first.Locator("#Email").FillAsync(AccountSeed.Practitioner);
        await first.Locator("#Password").FillAsync(AccountSeed.DemoPassword);
        await first.Keyboard.PressAsync("Enter");
        await first.WaitForURLAsync("**/portal");

        foreach (var address in new[] { "/portal", "/portal/listings/1", Section, "/portal/listings/1/places" })
        {
            await ReportPaintsAsync(browser, context, address);
        }

        await ReportCircuitsAsync(context);
    }

    private static async Task ReportPaintsAsync(IBrowser browser, IBrowserContext signedIn, string address)
    {
        var times = new List<double>();
        for (var round = 0; round < Paints; round++)
        {
            // An empty cache: each paint is a first one.
            await using var context = await browser.NewContextAsync(new() { BaseURL = new Uri(signedIn.Pages[0].Url).GetLeftPart(UriPartial.Authority), StorageState = await signedIn.StorageStateAsync() });
            var page = await context.NewPageAsync();
            await page.GotoAsync(address);
            times.Add(await page.EvaluateAsync<double>("() => new Promise(done => new PerformanceObserver(list => { const paint = list.getEntriesByName('first-contentful-paint')[0]; if (paint) done(paint.startTime); }).observe({ type: 'paint', buffered: true }))"));
        }

        var all = times[0];
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{address}: first paint with an empty cache {all:F0} ms the first time, p50 {times[Paints / 2]:F0} ms, p95 {times[Paints * 95 / 100]:F0} ms of {Paints}"));
    }

    private static async Task ReportCircuitsAsync(IBrowserContext context)
    {
        var pages = new List<IPage>();
        for (var i = 0; i < Circuits; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/portal/listings/1/history");
            pages.Add(page);
        }

        // What is made once for the first circuit is not counted to each.
        await OpenAsync(context.Pages[0]);
        var (heapBefore, residentBefore) = (Heap(), Environment.WorkingSet);
        foreach (var page in pages)
        {
            await OpenAsync(page);
        }

        var (heapAfter, residentAfter) = (Heap(), Environment.WorkingSet);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Circuits} idle circuits on {Section}: {(heapAfter - heapBefore) / 1024.0 / Circuits:F0} KB each by the garbage collector's count, the process grew by {(residentAfter - residentBefore) / 1024.0 / Circuits:F0} KB each"));

        static async Task OpenAsync(IPage page)
        {
            await page.GotoAsync(Section);
            await page.Locator("draft-keeper[data-live]").WaitForAsync();
        }
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
