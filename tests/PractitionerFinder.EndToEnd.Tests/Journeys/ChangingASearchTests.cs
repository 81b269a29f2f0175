using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

public sealed class ChangingASearchTests(Site site)
{
    [Theory]
    [InlineData("/find?near=Thurso&within=1mi")]
    [InlineData("/find?near=Skipton&within=5mi&technique=cupping&accepting=yes")]
    public async Task Where_few_are_found_each_way_to_find_more_finds_as_many_as_it_promises(string address)
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var results = new ResultsPage(visit.Page);
        await visit.Page.GotoAsync(address);
        var few = await results.TotalAsync();
        var rungs = await results.Rungs.CountAsync();
        Assert.True(rungs >= 2, $"{address} offers {rungs} ways.");
        await visit.AssertSoundAsync();

        foreach (var rung in new[] { 0, rungs - 1 })
        {
            await visit.Page.GotoAsync(address);
            var promised = await ResultsPage.PromisedAsync(results.Rungs.Nth(rung), few);
            await results.Rungs.Nth(rung).GetByRole(AriaRole.Link).ClickAsync();
            await Expect(visit.Page).Not.ToHaveURLAsync(address);

            Assert.True(promised > few);
            Assert.Equal(promised, await results.TotalAsync());
        }
    }

    [Fact]
    public async Task The_pages_of_a_search_hold_everybody_and_nobody_twice()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var results = new ResultsPage(visit.Page);
        var next = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true });
        await visit.Page.GotoAsync("/find?near=Leeds");
        var total = await results.TotalAsync();
        List<string> people = [.. await results.PeopleAsync()];
        Assert.InRange(people.Count, 1, total - 1);

        for (var number = 2; await next.CountAsync() > 0; number++)
        {
            await next.ClickAsync();
            await Expect(visit.Page.Locator(".pager [aria-current=page]")).ToHaveTextAsync($"Page {number}");
            people.AddRange(await results.PeopleAsync());
        }

        Assert.Equal(total, people.Count);
        Assert.Equal(total, people.Distinct().Count());
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task A_filter_is_taken_away_by_its_chip_and_the_others_stay()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var results = new ResultsPage(visit.Page);
        await visit.Page.GotoAsync("/find?near=Leeds&technique=cupping&need=step-free");
        var before = await results.TotalAsync();
        await Expect(results.Filters.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);

        await results.Filters.GetByRole(AriaRole.Link, new() { Name = "Remove: No steps" }).ClickAsync();

        await Expect(results.Filters.GetByRole(AriaRole.Link, new() { Name = "Remove: " })).ToHaveAccessibleNameAsync("Remove: Cupping");
        await Expect(results.Filters.GetByRole(AriaRole.Link, new() { Name = "Remove: " })).ToBeFocusedAsync();
        Assert.True(await results.TotalAsync() > before);
        Assert.Equal((await results.FromTheApiAsync("?near=Leeds&technique=cupping")).GetProperty("total").GetInt32(), await results.TotalAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("No steps")).Not.ToBeCheckedAsync();
        await Expect(visit.Page.GetByLabel("Cupping")).ToBeCheckedAsync();
    }

    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task What_cannot_be_used_is_said_and_the_nearest_sensible_search_is_made(int width)
    {
        await using var visit = await Visit.AtAsync(site, width);
        var results = new ResultsPage(visit.Page);

        await visit.Page.GotoAsync("/find?lat=91&lon=0&within=-1&page=0&technique=nope&near=Leeds");

        string[] said =
        [
            "We passed over the coordinates, because we could not read them.",
            "We could not read the distance, so we searched within 10 miles.",
            "We passed over a technique that we do not know.",
            "We passed over “page”, because it was not a number that we can use.",
        ];
        await Expect(visit.Page.Locator(".note").Filter(new() { HasTextString = "What we changed" }).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(said);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("people within 10 miles of Leeds");
        Assert.Equal((await results.FromTheApiAsync("?near=Leeds")).GetProperty("total").GetInt32(), await results.TotalAsync());
        await visit.AssertSoundAsync();
    }
}
