using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

public sealed class AskingForAPlaceTests(Site site)
{
    [Fact]
    public async Task A_place_that_nobody_knows_is_told_apart_from_a_place_with_nobody_near()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        var results = new ResultsPage(visit.Page);
        var place = visit.Page.GetByLabel("Town or postcode");

        await visit.Page.GotoAsync("/find?near=Qqzzxyy");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "We do not know “Qqzzxyy”" })).ToBeVisibleAsync();
        await Expect(place).ToHaveAccessibleDescriptionAsync("We do not know “Qqzzxyy”. Check the spelling, or use a postcode.");
        await Expect(place).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.GetByText("Nothing was searched.")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();

        await place.FillAsync("Thurso");
        await visit.Page.GetByLabel("Within").SelectOptionAsync("1mi");
        await place.PressAsync("Enter");
        await Expect(results.Total).ToContainTextAsync("Nobody yet within 1 mile of Thurso");
        await Expect(place).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task A_name_of_many_places_offers_the_others_and_each_link_leads_exactly_there()
    {
        await using var visit = await Visit.AtAsync(site);
        var results = new ResultsPage(visit.Page);
        var others = visit.Page.Locator(".about-place").GetByRole(AriaRole.Link);
        await visit.Page.GotoAsync("/find?near=Springfield&country=US");
        var offered = (await results.FromTheApiAsync()).GetProperty("origin").GetProperty("alternatives").EnumerateArray().ToList();
        Assert.True(offered.Count > 1);
        Assert.Equal(offered.Select(o => o.GetProperty("label").GetString()), await others.AllInnerTextsAsync());
        await visit.AssertSoundAsync();

        foreach (var there in new[] { offered[0], offered[^1] })
        {
            await visit.Page.GotoAsync("/find?near=Springfield&country=US");
            await others.Filter(new() { HasTextString = there.GetProperty("label").GetString() }).ClickAsync();
            await Expect(visit.Page).Not.ToHaveURLAsync("/find?near=Springfield&country=US");

            var origin = (await results.FromTheApiAsync()).GetProperty("origin");
            Assert.Equal(
                (there.GetProperty("latitude").GetDouble(), there.GetProperty("longitude").GetDouble()),
                (origin.GetProperty("latitude").GetDouble(), origin.GetProperty("longitude").GetDouble()));
        }
    }

    [Theory]
    [InlineData("LS6 3HN", "within 10 miles of LS6 3HN", null)]
    [InlineData("ls63hn", "within 10 miles of LS6 3HN", null)]
    [InlineData("LS6", "within 10 miles of LS6", @"Measured from the middle of LS6, about \d\.\d miles across\.")]
    [InlineData("West Yorkshire", "in West Yorkshire", @"Everybody in West Yorkshire, those nearest to the middle of its people first\.")]
    [InlineData("53.8, -1.55", "within 10 miles of 53.80, -1.55", null)]
    public async Task A_place_may_be_a_postcode_a_part_of_one_a_county_or_coordinates(string typed, string where, string? said)
    {
        await using var visit = await Visit.AtAsync(site);
        var results = new ResultsPage(visit.Page);

        await visit.Page.GotoAsync("/find");
        await visit.Page.GetByLabel("Town or postcode").FillAsync(typed);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(results.Total).ToContainTextAsync($" people {where}");
        await Expect(results.Names.First).ToBeVisibleAsync();
        var about = await visit.Page.Locator(".results").InnerTextAsync();
        if (said is null)
            Assert.DoesNotMatch("Measured from the middle of|Everybody in", about);
        else
            Assert.Matches(said, about);
        Assert.Equal((await results.FromTheApiAsync()).GetProperty("total").GetInt32(), await results.TotalAsync());
        visit.AssertNothingWentWrong();
    }
}
