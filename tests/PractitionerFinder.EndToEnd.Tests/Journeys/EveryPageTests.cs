using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Every route in every state, in both themes: accessible, within its width, and nothing gone wrong behind it.</summary>
public sealed class EveryPageTests(Site site)
{
    private const int NarrowestWidth = 320;

    // A window in which letters of twice the size leave room for what a phone shows.
    private const int WidthForLargeLetters = 900;

    /// <summary>
    /// In the dark it is the same markup in other colours: what the theme and the width change is looked at, on the page as it was
    /// loaded, and the rest is not gone through twice.
    /// </summary>
    [Fact]
    public async Task Is_sound_on_a_phone_and_readable_in_the_dark_at_a_desk()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        foreach (var (address, status) in await PublicPages.AllAsync(site))
        {
            await ShowAsync(Visit.Phone, ColorScheme.Light);
            var response = await visit.Page.GotoAsync(address);
            Assert.Equal((address, status), (address, response!.Status));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            await visit.AssertSoundAsync();

            await ShowAsync(Visit.Desktop, ColorScheme.Dark);
            await visit.AssertReadableAsync();
            await visit.AssertFitsAsync();

            await ShowAsync(NarrowestWidth, ColorScheme.Light);
            await visit.AssertFitsAsync();
            await ShowAsync(WidthForLargeLetters, ColorScheme.Light);
            await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            await visit.AssertFitsAsync();
        }

        visit.AssertNothingWentWrong();

        async Task ShowAsync(int width, ColorScheme colours)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = colours });
            await visit.Page.SetViewportSizeAsync(width, 844);
        }
    }

    /// <summary>With scripts off every page is there at once and whole: nothing waits for what does not come.</summary>
    [Fact]
    public async Task Is_whole_without_scripts()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: false);
        foreach (var (address, status) in await PublicPages.AllAsync(site))
        {
            var response = await visit.Page.GotoAsync(address);

            Assert.Equal((address, status), (address, response!.Status));
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use where I am now" })).ToHaveCountAsync(0);
        }

        visit.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find?near=Leeds&technique=cupping")]
    public async Task Keeps_its_edges_where_the_reader_chooses_the_colours_or_more_contrast(string address)
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visit.Page.GotoAsync(address);
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true });
        Assert.NotEqual("none", await button.EvaluateAsync<string>("b => getComputedStyle(b).borderTopStyle"));
        await visit.AssertSoundAsync();

        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Contrast = Contrast.More });
        await visit.Page.GotoAsync(address);
        Assert.Equal(
            await TokenAsync("--line-strong"), await TokenAsync("--line"));
        await visit.AssertSoundAsync();

        Task<string> TokenAsync(string name) => visit.Page.EvaluateAsync<string>(
            "name => { const probe = document.createElement('i'); probe.style.color = `var(${name})`; document.body.append(probe); const colour = getComputedStyle(probe).color; probe.remove(); return colour; }", name);
    }

    [Fact]
    public async Task Moves_nothing_where_the_reader_asks_for_less_motion()
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.GotoAsync("/find?near=Leeds");

        Assert.Equal(0, await visit.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(d => parseFloat(d) > 0) || getComputedStyle(e).animationName !== 'none').length"));
    }
}
