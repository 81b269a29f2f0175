using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody in pain starts from the body, and is led to a doctor or to people.</summary>
public sealed class WhereItHurtsTests(Site site)
{
    private const string LowBack = "/where-does-it-hurt/low-back";

    [Fact]
    public async Task From_the_front_page_to_a_stop_and_past_it_to_people_by_keys_alone()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.GotoAsync("/");
        await Keys.TabToAsync(page, page.Locator(".plate").GetByRole(AriaRole.Link, new() { Name = "Lower back" }), atMost: 40);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(LowBack);

        var count = await page.Locator("fieldset.question").CountAsync();
        for (var i = 0; i < count; i++)
        {
            await Keys.TabToAsync(page, page.Locator("input[value=yes]").Nth(i), atMost: 12);
            await page.Keyboard.PressAsync(i == 0 ? "Space" : "ArrowRight");
        }

        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Check my answers" }), atMost: 3);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Call the emergency number" })).ToBeFocusedAsync();
        await Expect(page.Locator("fieldset.question")).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(LowBack);
        await visit.AssertSoundAsync();

        await page.Locator("input[value=yes]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Keys.TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Check again" }), atMost: 20);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Lower back: what may be involved");
        await Expect(page.Locator("#answer")).ToBeFocusedAsync();

        await Keys.TabToAsync(page, page.GetByLabel("Town or postcode"), atMost: 10);
        await page.Keyboard.TypeAsync("Leeds");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#nearby")).ToBeFocusedAsync();
        var offer = page.GetByRole(AriaRole.Link, new() { NameRegex = new(@"^\d+ people near Leeds for Myofascial release$") });
        await Keys.TabToAsync(page, offer, atMost: 10);
        await visit.AssertSoundAsync();
        var words = await offer.TextContentAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/find\\?near=Leeds.*technique=myofascial-release&area=low-back"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(words!.Split(' ')[0] + " people");

        // Back to what was found out: no form is sent again, and nobody is asked whether it should be.
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(LowBack);
        visit.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_comes_of_the_answers_is_sound_with_scripts_and_without(bool scripts)
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: scripts);
        var page = visit.Page;
        await page.GotoAsync($"{LowBack}?country=GB");

        await CheckAsync("Check my answers");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("questions are still to be answered");
        await AssertSoundInBothThemesAsync();

        await AnswerAsync("unwell");
        await CheckAsync("Check my answers");
        await Expect(page.Locator(".care-urgent h2")).ToHaveTextAsync("Get an urgent GP’s appointment today, or call NHS 111");
        await AssertNoWayOnAsync();
        await AssertSoundInBothThemesAsync();

        await page.Locator("input[name=unwell][value=no]").CheckAsync();
        await page.Locator("input[name=cauda-equina][value=yes]").CheckAsync();
        await CheckAsync("Check again");
        await Expect(page.Locator(".care-now h2")).ToContainTextAsync("Call 999 or go to A&E now");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call 999", Exact = true })).ToHaveAttributeAsync("href", "tel:999");
        await AssertNoWayOnAsync();
        await AssertSoundInBothThemesAsync();

        await page.GotoAsync($"{LowBack}?country=GB");
        await AnswerAsync("see-gp");
        await CheckAsync("Check my answers");
        await Expect(page.Locator(".care-soon h2")).ToHaveTextAsync("See a GP soon");
        await page.GetByLabel("Town or postcode").FillAsync("Leeds");
        await CheckAsync("Count people near you");
        await Expect(page.GetByText("say that they work with this part of the body")).ToBeVisibleAsync();
        await AssertSoundInBothThemesAsync();
        visit.AssertNothingWentWrong();

        async Task AnswerAsync(string yes)
        {
            foreach (var question in await page.Locator("input[type=radio][value=no]").AllAsync())
            {
                var name = await question.GetAttributeAsync("name");
                await page.Locator($"input[name='{name}'][value={(name == yes ? "yes" : "no")}]").CheckAsync();
            }
        }

        Task CheckAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        Task AssertNoWayOnAsync() => Expect(page.Locator("main").Locator("a[href^='/find'], a[href^='/techniques'], a[href^='/practitioners']")).ToHaveCountAsync(0);

        async Task AssertSoundInBothThemesAsync()
        {
            await visit.AssertSoundAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visit.AssertReadableAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    [Fact]
    public async Task An_answer_that_got_lost_on_the_way_is_sent_again_as_a_form()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.GotoAsync(LowBack);
        await page.RouteAsync("**/where-does-it-hurt/**", route => route.Request.ResourceType == "fetch" ? route.AbortAsync() : route.ContinueAsync());
        await page.Locator("input[name=cauda-equina][value=yes]").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Check my answers" }).ClickAsync();

        await Expect(page.Locator(".care-now")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(LowBack + "#answer");
    }

    [Fact]
    public async Task Each_side_of_an_area_can_be_pressed_on_the_figure_and_on_a_phone_the_back_is_turned_to()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var page = visit.Page;
        await page.GotoAsync("/where-does-it-hurt");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Shoulder blade, left" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Radio, new() { Name = "Back" }).CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Shoulder blade, left" }).ClickAsync();

        await Expect(page).ToHaveURLAsync("/where-does-it-hurt/shoulder-blade?side=left");
        await Expect(page.GetByText("Shoulder blade, left side")).ToBeVisibleAsync();
        visit.AssertNothingWentWrong();
    }
}
