using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody reads up on their pain, and goes on to people.</summary>
public sealed class LearningTests(Site site)
{
    private const string Page = "/conditions/myofascial-pain-syndrome";

    [Fact]
    public async Task A_misspelt_word_leads_to_a_page_and_a_number_in_it_to_its_source_and_back_by_keys_alone()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.GotoAsync("/learn");
        await Keys.TabToAsync(page, page.GetByLabel("Search all pages"), atMost: 10);
        await page.Keyboard.TypeAsync("myofacial pain");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/learn?q=myofacial+pain");
        await Expect(page.Locator(".hits mark").First).ToBeVisibleAsync();
        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Myofascial pain syndrome", Exact = true }), atMost: 40);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Page);

        await Keys.TabToAsync(page, page.Locator("#cite-1"), atMost: 40);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Page + "#ref-1");
        await Expect(page.Locator("#ref-1")).ToBeInViewportAsync();
        await Keys.TabToAsync(page, page.Locator("#ref-1 .back"), atMost: 3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#cite-1")).ToBeInViewportAsync();
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task A_hard_word_is_explained_under_the_pointer_and_in_focus_until_it_is_put_away()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.GotoAsync(Page);
        var (word, note) = (page.Locator(".term > a").First, page.Locator(".term-note").First);
        await Expect(note).ToBeHiddenAsync();

        await word.FocusAsync();
        await Expect(note).ToBeVisibleAsync();
        await Expect(word).ToHaveAccessibleDescriptionAsync(await note.TextContentAsync() ?? "");
        await visit.AssertSoundAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(note).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(note).ToBeHiddenAsync();

        await word.HoverAsync();
        await Expect(note).ToBeVisibleAsync();
        await note.HoverAsync();
        await Expect(note).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(0, 0);
        await Expect(note).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_touch_on_a_hard_word_explains_it_and_a_second_one_leads_to_the_glossary()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, touch: true);
        var page = visit.Page;
        await page.GotoAsync(Page);
        var (word, note) = (page.Locator(".term > a").First, page.Locator(".term-note").First);

        await word.TapAsync();
        await Expect(note).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(Page);
        await visit.AssertFitsAsync();
        await word.TapAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/glossary#"));
    }

    // The people stand after the sources: at every width a link near the top goes there, for those who come by keys.
    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task Without_scripts_a_hard_word_leads_to_its_meaning_and_a_page_to_people(int width)
    {
        await using var visit = await Visit.AtAsync(site, width, scripts: false);
        var page = visit.Page;
        await page.GotoAsync(Page);
        await page.Locator(".term > a").First.ClickAsync();
        await Expect(page.Locator(".glossary > div:target")).ToBeVisibleAsync();

        await page.GotoAsync(Page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Find someone", Exact = true }).And(page.Locator(".contents a")).ClickAsync();
        await page.GetByLabel("Technique").SelectOptionAsync("Myofascial release");
        await page.GetByLabel("Town or postcode").FillAsync("Leeds");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Near Leeds" })).ToBeInViewportAsync();
        var first = page.Locator(".people-list a").First;
        var name = await first.TextContentAsync();
        await first.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name!);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_page_prints_dark_on_light_without_what_is_only_for_the_screen(bool dark)
    {
        await using var visit = await Visit.AtAsync(site, dark: dark);
        var page = visit.Page;
        await page.GotoAsync("/techniques/cross-fibre-release");
        await page.EvaluateAsync("window.print = () => document.title = 'printed'");
        await page.GetByRole(AriaRole.Button, new() { Name = "Print this page" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("printed");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var printed in new[] { "h1", ".care-now h3", ".sources li" })
        {
            var brightest = await page.Locator(printed).First.EvaluateAsync<int>("e => Math.max(...getComputedStyle(e).color.match(/\\d+/g).slice(0, 3).map(Number))");
            Assert.True(brightest < 100, $"{printed} is printed in {brightest} of 255.");
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sources" })).ToBeVisibleAsync();
        await Expect(page.Locator(".sources a").First).ToBeVisibleAsync();
        foreach (var hidden in new[] { ".site-header nav", ".learn-side", ".contents", ".print", ".sources .back >> nth=0" })
        {
            await Expect(page.Locator(hidden)).ToBeHiddenAsync();
        }
    }
}
