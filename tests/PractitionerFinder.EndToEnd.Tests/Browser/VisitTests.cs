using Xunit.Sdk;

namespace PractitionerFinder.EndToEnd.Tests.Browser;

/// <summary>What a visit says is wrong can be believed, and so can its silence.</summary>
public sealed class VisitTests(Site site)
{
    private const string Sound = "<main><h1>Find someone near you</h1><p>By place and technique.</p></main>";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_sound_page_passes_with_and_without_scripts(bool scripts)
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: scripts);
        await ShowAsync(visit, Sound);

        await visit.AssertSoundAsync();
    }

    [Theory]
    [InlineData("<script>document.title = 'inline'</script>", "Content Security Policy")]
    [InlineData("<p style='color: red'>Red</p>", "Content Security Policy")]
    [InlineData("<img src='/missing.png' alt=''>", "404 ")]
    [InlineData("<img src='http://tiles.invalid/1.png' alt=''>", "another host: http://tiles.invalid/1.png")]
    [InlineData("<script src='/throws.js'></script>", "script error: ")]
    [InlineData("<script src='/complains.js'></script>", "console: not like this")]
    public async Task What_goes_wrong_behind_a_page_fails_the_visit(string markup, string said)
    {
        await using var visit = await Visit.AtAsync(site);
        await ShowAsync(visit, Sound + markup);

        var failure = Assert.Throws<FailException>(visit.AssertNothingWentWrong);

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_security_policy_blocks_is_noticed_with_scripts_off_too()
    {
        await using var visit = await Visit.AtAsync(site, scripts: false);
        await ShowAsync(visit, Sound + "<link rel='stylesheet' href='http://fonts.invalid/a.css'>");

        Assert.Contains(visit.Problems, problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_without_labels_fails_by_the_rule_it_breaks()
    {
        await using var visit = await Visit.AtAsync(site);
        await ShowAsync(visit, Sound.Replace("</main>", "<input></main>", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAnyAsync<XunitException>(visit.AssertAccessibleAsync);

        Assert.Contains("label (critical)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_wider_than_its_window_fails_by_the_excess()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        await ShowAsync(visit, Sound + "<hr width='500'>");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(visit.AssertFitsAsync);

        Assert.Contains("px wider than a window of 390 px", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_accessibility_leaves_scripts_off()
    {
        await using var visit = await Visit.AtAsync(site, scripts: false);
        await ShowAsync(visit, Sound + "<script src='/complains.js'></script><noscript><p>Without scripts</p></noscript>");

        await visit.AssertAccessibleAsync();
        await visit.Page.ReloadAsync();

        // A locator never looks into noscript, so the text itself is read.
        Assert.Contains("Without scripts", await visit.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        visit.AssertNothingWentWrong();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_visit_is_in_the_light_or_the_dark(bool dark)
    {
        await using var visit = await Visit.AtAsync(site, dark: dark);

        Assert.Equal(dark, await visit.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
    }

    private static async Task ShowAsync(Visit visit, string body)
    {
        await visit.Page.RouteAsync("**/*", route => route.FulfillAsync(new Uri(route.Request.Url).AbsolutePath switch
        {
            "/page" => new()
            {
                ContentType = "text/html; charset=utf-8",
                Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self'; img-src 'self' data: http:" },
                Body = $"<!doctype html><html lang='en'><head><title>A page</title><meta name='viewport' content='width=device-width'></head><body>{body}</body></html>",
            },
            "/throws.js" => new() { ContentType = "text/javascript", Body = "throw new Error('no')" },
            "/complains.js" => new() { ContentType = "text/javascript", Body = "console.error('not like this')" },
            _ => new() { Status = 404 },
        }));
        await visit.Page.GotoAsync("/page");
    }
}
