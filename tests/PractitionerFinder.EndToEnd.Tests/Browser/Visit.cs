using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PractitionerFinder.EndToEnd.Tests.Browser;

/// <summary>One person's visit to the site: a fresh browser context that also notes whatever goes wrong behind the page.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>The widths that every screen is designed at, in CSS pixels.</summary>
    public const int Phone = 390, Desktop = 1280;

    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentQueue<string> givenUp = new();
    private readonly IBrowserContext context;
    private readonly FinderApplication app;
    private readonly bool scripts;
    private volatile bool isExamined;

    private Visit(FinderApplication app, IBrowserContext context, IPage page, bool scripts)
    {
        this.app = app;
        this.context = context;
        this.scripts = scripts;
        Page = page;
        Watch();
    }

    public IPage Page { get; }

    /// <summary>
    /// Script errors, errors on the console (violations of the content security policy are among them), requests that failed
    /// and requests to another host, in the order they happened. The status of a page that is itself navigated to is the test's business.
    /// </summary>
    public IReadOnlyList<string> Problems => [.. problems];

    /// <summary>Opens an empty page; addresses given to it may be relative to the site.</summary>
    public static async Task<Visit> AtAsync(
        FinderApplication app, int width = Desktop, bool dark = false, bool scripts = true, string language = "en-GB", bool touch = false)
    {
        var chromium = await TestContext.Current.GetFixture<Chromium>() ?? throw new InvalidOperationException("Not in a test.");
        var context = await chromium.OrSkip().NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Locale = language,
            TimezoneId = "Europe/London",
            HasTouch = touch,
            // A page at rest is what is looked at; half-faded text would fail a contrast rule by chance.
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visit(app, context, await context.NewPageAsync(), scripts);
    }

    /// <summary>The page shown is accessible and fits its width, and nothing has gone wrong since the visit began.</summary>
    public async Task AssertSoundAsync()
    {
        AssertNothingWentWrong();
        await AssertFitsAsync();
        await AssertAccessibleAsync();
    }

    /// <summary>Every word stands out from what is behind it, in the theme of this visit.</summary>
    public Task AssertReadableAsync() => AssertKeptAsync(AxeRules.OfColours);

    public void AssertNothingWentWrong()
    {
        if (problems.IsEmpty)
            return;

        var errors = app.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error);
        Assert.Fail($"""
            At {Page.Url}:
            {string.Join('\n', problems)}
            Requests that were given up:
            {string.Join('\n', givenUp)}
            Errors the application has logged:
            {string.Join('\n', errors)}
            """);
    }

    public Task AssertAccessibleAsync() => AssertKeptAsync(AxeRules.All);

    public async Task AssertFitsAsync()
    {
        var excess = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{Page.Url} is {excess} px wider than a window of {Page.ViewportSize!.Width} px.");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task AssertKeptAsync(AxeRules rules)
    {
        var violations = await RunAxeAsync(rules);
        Assert.True(violations.Count == 0, $"At {Page.Url}:\n{string.Join('\n', violations)}");
    }

    private async Task<IReadOnlyList<string>> RunAxeAsync(AxeRules rules)
    {
        isExamined = true;
        try
        {
            return await LookAsync(rules);
        }
        finally
        {
            isExamined = false;
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(AxeRules rules)
    {
        if (scripts)
            return await rules.BrokenAsync(Page);

        // Axe awaits timers, which stand still with scripts off. They are let run for as long as it looks; the page's own scripts were
        // never loaded and stay away. The switch remembers only what this session said, so it is said once before it is taken back.
        var session = await context.NewCDPSessionAsync(Page);
        await DisableScriptsAsync(true);
        await DisableScriptsAsync(false);
        try
        {
            return await rules.BrokenAsync(Page);
        }
        finally
        {
            await DisableScriptsAsync(true);
        }

        Task DisableScriptsAsync(bool value) => session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = value });
    }

    private void Watch()
    {
        context.WebError += (_, error) => Note("script error", error.Error);
        context.Console += (_, message) =>
        {
            // Axe copies the styles of a tree inside an element to read them; that its copies are refused is as it should be.
            if (isExamined && message.Text.StartsWith("Applying inline style violates", StringComparison.Ordinal))
                return;

            // A resource that did not load is noted below, with its status.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Note("console", message.Text);
        };
        var own = app.Address.Authority;
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Authority != own)
                Note("another host", request.Url);
        };
        context.RequestFailed += (_, request) =>
        {
            // Going elsewhere while a page still loads is what people do.
            if (request.Failure == "net::ERR_ABORTED")
                givenUp.Enqueue(request.Url);
            else
                Note("request failed", $"{request.Failure} {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                Note("request failed", $"{response.Status} {response.Url}");
        };
    }

    private void Note(string kind, string what) => problems.Enqueue($"{kind}: {what}");
}
