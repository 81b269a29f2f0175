using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

public sealed partial class FindingSomeoneTests(Site site)
{
    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task A_person_finds_somebody_for_cupping_near_Leeds_reads_the_profile_and_comes_back_to_the_same_results(int width)
    {
        await using var visit = await Visit.AtAsync(site, width);
        var results = new ResultsPage(visit.Page);
        await AskTheFrontPageAsync(visit, "Leeds", "Cupping");
        await Expect(results.Total).ToContainTextAsync("within 10 miles of Leeds");
        var (address, people) = (visit.Page.Url, await results.PeopleAsync());
        await visit.AssertSoundAsync();

        var name = await results.Names.First.InnerTextAsync();
        await results.Names.First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await Expect(visit.Page.GetByText("Cupping").First).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
        await visit.Page.GoBackAsync();

        Assert.Equal(address, visit.Page.Url);
        Assert.Equal(people, await results.PeopleAsync());
        visit.AssertNothingWentWrong();
    }

    [Theory, InlineData("?near=Leeds&technique=cupping", "mile", 1609.344), InlineData("?near=Dublin", "km", 1000)]
    public async Task The_page_tells_in_words_what_the_API_tells_in_metres(string query, string unit, double metresPerUnit)
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.GotoAsync("/find" + query);
        var results = new ResultsPage(visit.Page);

        var answer = await results.FromTheApiAsync();
        var told = await results.DistancesAsync();

        Assert.Equal(answer.GetProperty("total").GetInt32(), await results.TotalAsync());
        var found = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(found);
        Assert.Equal(found.Count, told.Count);
        foreach (var (one, words) in found.Zip(told))
        {
            if (one.GetProperty("matchedBy").GetString() == "visit")
            {
                Assert.StartsWith("Visits", words, StringComparison.Ordinal);
                continue;
            }

            var distance = Distance().Match(words);
            Assert.True(distance.Success && distance.Groups["unit"].Value == unit, words);
            var amount = distance.Groups["amount"].Value;
            var metres = double.Parse(amount, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture) * metresPerUnit;
            var halfAStep = (amount.Contains('.', StringComparison.Ordinal) || amount == "1" ? 0.05 : 0.5) * metresPerUnit;
            Assert.InRange(one.GetProperty("distanceMetres").GetInt32(), metres - halfAStep - 1, metres + halfAStep + 1);
            Assert.Equal(one.GetProperty("approximate").GetBoolean(), words.Contains("about", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_person_finds_somebody_by_keyboard_alone()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await page.GotoAsync("/");

        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await keyboard.PressAsync("Tab");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await Keys.TabToAsync(page, page.GetByLabel("Technique or problem"), atMost: 1);
        await keyboard.TypeAsync("cupp");
        await Expect(page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Cupping technique");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Technique or problem")).ToHaveValueAsync("Cupping");
        await Keys.TabToAsync(page, page.GetByLabel("Town or postcode"), atMost: 1);
        await keyboard.TypeAsync("Leeds");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");

        var results = new ResultsPage(page);
        await Expect(results.Total).ToContainTextAsync("within 10 miles of Leeds");
        await Expect(page).ToHaveURLAsync("/find?near=Leeds&technique=cupping");
        var name = await results.Names.First.InnerTextAsync();
        await Keys.TabToAsync(page, results.Names.First, atMost: 50);
        await keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_person_without_scripts_finds_the_same_people()
    {
        await using var scripted = await Visit.AtAsync(site);
        await using var plain = await Visit.AtAsync(site, Visit.Phone, scripts: false);

        await AskTheFrontPageAsync(scripted, "Leeds", "Cupping");
        await AskTheFrontPageAsync(plain, "Leeds", "Cupping");

        var people = await new ResultsPage(plain.Page).PeopleAsync();
        Assert.NotEmpty(people);
        Assert.Equal(await new ResultsPage(scripted.Page).PeopleAsync(), people);
        await plain.AssertSoundAsync();
    }

    private static async Task AskTheFrontPageAsync(Visit visit, string place, string technique)
    {
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByLabel("Town or postcode").FillAsync(place);
        await visit.Page.GetByLabel("Technique or problem").FillAsync(technique);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/find?**");
    }

    [GeneratedRegex(@"(?<amount>[\d.,]+)\s(?<unit>mile|km)")]
    private static partial Regex Distance();
}
