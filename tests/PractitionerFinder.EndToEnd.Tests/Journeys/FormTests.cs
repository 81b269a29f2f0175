using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>What scripts add to the forms.</summary>
public sealed class FormTests(Site site)
{
    [Fact]
    public async Task A_place_is_suggested_while_it_is_typed_and_chosen_by_pointer_or_key()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, place) = (visit.Page, visit.Page.GetByLabel("Town or postcode"));
        await page.GotoAsync("/find");

        await place.PressSequentiallyAsync("otl");
        await Expect(place).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.AssertSoundAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Otley, Leeds, United Kingdom" }).ClickAsync();
        await Expect(place).ToHaveValueAsync("Otley, Leeds, United Kingdom");
        await Expect(place).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(place).ToBeFocusedAsync();

        await place.FillAsync("");
        await place.PressSequentiallyAsync("york");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("#near-list [role=option]").Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(place).ToHaveAttributeAsync("aria-activedescendant", "near-list-0");
        await page.Keyboard.PressAsync("Enter");
        await Expect(place).ToHaveValueAsync("York, England, United Kingdom");
        await page.Keyboard.PressAsync("Enter");
        await Expect(new ResultsPage(page).Total).ToContainTextAsync("within 10 miles of York");
    }

    [Fact]
    public async Task Several_techniques_and_a_problem_are_suggested_one_after_another()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, what) = (visit.Page, visit.Page.GetByLabel("Technique or problem"));
        await page.GotoAsync("/");

        await what.PressSequentiallyAsync("mfr");
        await page.GetByRole(AriaRole.Option, new() { Name = "Myofascial release" }).ClickAsync();
        await what.PressSequentiallyAsync(", tennis");
        await page.GetByRole(AriaRole.Option, new() { Name = "Elbow" }).ClickAsync();
        await Expect(what).ToHaveValueAsync("Myofascial release, Elbow");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync("/find?technique=myofascial-release&area=elbow");
        await Expect(what).ToHaveValueAsync("Myofascial release, Elbow");
    }

    [Fact]
    public async Task Where_suggestions_fail_the_field_is_a_plain_one()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.RouteAsync("**/api/v1/places**", route => route.AbortAsync("aborted"));
        await page.GotoAsync("/find");

        var asked = page.WaitForRequestAsync("**/api/v1/places**");
        await page.GetByLabel("Town or postcode").PressSequentiallyAsync("Leeds");
        await asked;
        await page.Keyboard.PressAsync("Enter");

        await Expect(new ResultsPage(page).Total).ToContainTextAsync("within 10 miles of Leeds");
    }

    [Fact]
    public async Task Near_me_sends_no_more_than_three_decimals_and_keeps_the_rest_of_the_form()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Latitude = 53.799_716f, Longitude = -1.549_222f });
        await page.GotoAsync("/find?near=Otley&technique=cupping&setting=clinic");

        await page.GetByRole(AriaRole.Button, new() { Name = "Use where I am now" }).ClickAsync();

        await Expect(page).ToHaveURLAsync("/find?setting=clinic&lat=53.8&lon=-1.549&technique=cupping");
        await Expect(new ResultsPage(page).Total).ToContainTextAsync("within 10 miles of a point near Leeds");
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task Near_me_that_is_refused_says_what_to_do_instead()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        await visit.Page.GotoAsync("/");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use where I am now" }).ClickAsync();

        await Expect(visit.Page.GetByText("Your browser did not say where you are. Type a town or postcode instead.")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task Back_from_a_profile_leads_to_the_same_card_and_a_live_form_again_and_again()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var (page, results) = (visit.Page, new ResultsPage(visit.Page));
        await page.GotoAsync("/find?near=Leeds");
        foreach (var person in new[] { 7, 12 })
        {
            await results.Names.Nth(person).ScrollIntoViewIfNeededAsync();
            await results.Names.Nth(person).FocusAsync();
            var before = await ScrollAsync();
            Assert.True(before > 0);

            await page.Keyboard.PressAsync("Enter");
            await Expect(page).Not.ToHaveURLAsync("/find?near=Leeds");
            await page.GoBackAsync();

            await Expect(results.Names.Nth(person)).ToBeInViewportAsync();
            Assert.InRange(await ScrollAsync(), before - 2, before + 2);
        }

        await page.GetByLabel("Town or postcode").FillAsync("");
        await page.GetByLabel("Town or postcode").PressSequentiallyAsync("otl");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();

        Task<int> ScrollAsync() => page.EvaluateAsync<int>("Math.round(scrollY)");
    }
}
