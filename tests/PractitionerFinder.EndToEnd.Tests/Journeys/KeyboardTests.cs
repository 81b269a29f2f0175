using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Journeys by key presses only; wherever the focus rests on the way, it is seen.</summary>
public sealed class KeyboardTests(Site site)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task The_menu_of_a_phone_opens_leads_on_and_closes_with_scripts_and_without(bool scripts)
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: scripts);
        var page = visit.Page;
        await page.GotoAsync("/");
        var (menu, link) = (page.GetByRole(AriaRole.Button, new() { Name = "Menu" }), page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Learn" }));
        await Expect(link).ToBeHiddenAsync();

        await Keys.TabToAsync(page, menu, atMost: 3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(link).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(link).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Keys.TabToAsync(page, link, atMost: 3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/learn");
    }

    [Fact]
    public async Task Filters_are_set_on_their_own_page_and_taken_away_one_by_one()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var (page, results) = (visit.Page, new ResultsPage(visit.Page));
        await page.GotoAsync("/find?near=Leeds#total");
        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Filters" }), atMost: 3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Filters");

        await Keys.TabToAsync(page, page.GetByLabel("Weekends"), atMost: 40);
        await page.Keyboard.PressAsync("Space");
        await Keys.TabToAsync(page, page.GetByLabel("Language"), atMost: 5);
        await page.Keyboard.TypeAsync("Pol");
        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Show results" }), atMost: 8);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/find?near=Leeds&need=weekends&language=pl");

        var chips = results.Filters.GetByRole(AriaRole.Link, new() { Name = "Remove: " });
        await Keys.TabToAsync(page, chips.First, atMost: 14);
        await page.Keyboard.PressAsync("Enter");
        await Expect(chips).ToHaveCountAsync(1);
        await Expect(chips).ToHaveAccessibleNameAsync("Remove: Speaks Polish");
        await Expect(chips).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(chips).ToHaveCountAsync(0);
        await Expect(results.Total).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_colour_scheme_is_chosen_kept_and_given_back_to_the_system()
    {
        await using var visit = await Visit.AtAsync(site, scripts: false);
        var page = visit.Page;
        await page.GotoAsync("/find?near=Leeds");
        var (dark, system) = (page.GetByRole(AriaRole.Button, new() { Name = "Dark" }), page.GetByRole(AriaRole.Button, new() { Name = "System" }));

        await dark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page).ToHaveURLAsync("/find?near=Leeds");
        await Expect(dark).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync("/techniques");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("theme", Assert.Single(await page.Context.CookiesAsync()).Name);

        await system.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task The_results_are_two_steps_away_and_every_one_can_be_walked_to()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, results) = (visit.Page, new ResultsPage(visit.Page));
        await page.GotoAsync("/find?near=Leeds");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the results" });

        await Keys.TabToAsync(page, skip, atMost: 14);
        await page.Keyboard.PressAsync("Enter");
        await Expect(results.Total).ToBeFocusedAsync();
        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }), atMost: 70);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("Page 2");
    }
}
