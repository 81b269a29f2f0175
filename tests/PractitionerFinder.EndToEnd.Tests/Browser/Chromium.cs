using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PractitionerFinder.EndToEnd.Tests.Browser;

/// <summary>The one browser of the suite. Every visit gets a context of its own in it: own cookies, own storage.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string None =
        "No Chromium, Chrome or Edge was found. Install one, or set FINDER_BROWSER to the path of one; docs/testing.md says more.";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();

        // A busy two-core machine may take a moment to show what a page promises; a failure costs more when it is not one.
        SetDefaultExpectTimeout(15_000);

        var path = InstalledBrowser.Find() ?? PlaywrightsOwn(playwright);
        if (path is not null)
        {
            // Playwright itself adds --no-sandbox, --no-first-run and the flags that keep a browser from phoning home.
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--disable-gpu", "--disable-quic"] });
        }
    }

    /// <summary>The browser; without one the test that asks is skipped, or fails where <c>FINDER_BROWSER_REQUIRED</c> is 1.</summary>
    public IBrowser OrSkip()
    {
        if (browser is null && Environment.GetEnvironmentVariable("FINDER_BROWSER_REQUIRED") == "1")
            Assert.Fail(None);
        Assert.SkipWhen(browser is null, None);
        return browser!;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? PlaywrightsOwn(IPlaywright playwright) =>
        File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
}
