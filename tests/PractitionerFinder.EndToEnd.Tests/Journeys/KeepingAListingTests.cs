using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody writes their listing: what they type is on disk before they think of it, whatever dies meanwhile.</summary>
public sealed class KeepingAListingTests
{
    private const string Headline = "#f-headline";

    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task Every_page_of_the_portal_is_sound(int width, bool dark)
    {
        await using var app = new FinderApplication { OnKestrel = true };
        app.StartServer();
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder().In(53.8, -1.55).PrivateHome().Visiting(5000));
        await using var visit = await Visit.AtAsync(app, width, dark);
        await KeptSite.SignInAsync(visit.Page, $"/portal/listings/{listing}");
        await visit.AssertSoundAsync();

        foreach (var address in new[] { "/portal", $"/portal/listings/{listing}/preview", $"/portal/listings/{listing}/history", $"/portal/listings/{listing}/history/1/1", $"/portal/listings/{listing}/found?near=Leeds", $"/portal/listings/{listing}/found?near=Thurso&technique=ortho-bionomy&verified=true&area=knee" })
        {
            await visit.Page.GotoAsync(address);
            await visit.AssertSoundAsync();
        }

        foreach (var section in ListingForm.Sections)
        {
            await visit.Page.GotoAsync($"/portal/listings/{listing}/{section.Slug}?faults=1");
            await KeptSite.LiveAsync(visit.Page);
            await visit.AssertSoundAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_by_keys_is_saved_without_a_press_and_there_again_on_another_device()
    {
        await using var app = new FinderApplication { OnKestrel = true };
        app.StartServer();
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder());
        await using var visit = await Visit.AtAsync(app);
        await KeptSite.SignInAsync(visit.Page, $"/portal/listings/{listing}/about");
        await KeptSite.LiveAsync(visit.Page);

        await Keys.TabToAsync(visit.Page, visit.Page.Locator(Headline), 40);
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync("Slow hands in a quiet room");
        await KeptSite.SavedAsync(visit.Page, Headline, "Slow hands in a quiet room");

        await using var other = await Visit.AtAsync(app, Visit.Phone);
        await KeptSite.SignInAsync(other.Page, $"/portal/listings/{listing}/about");
        await Expect(other.Page.Locator(Headline)).ToHaveValueAsync("Slow hands in a quiet room");
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task An_area_of_visits_is_saved_corner_by_corner_whether_it_is_whole_or_not()
    {
        await using var app = new FinderApplication { OnKestrel = true };
        app.StartServer();
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder().In(53.8, -1.55).Visiting(5000));
        await using var visit = await Visit.AtAsync(app);
        var page = visit.Page;
        await KeptSite.SignInAsync(page, $"/portal/listings/{listing}/visits");
        await KeptSite.LiveAsync(page);

        await page.GetByLabel("An area that I draw").CheckAsync();
        var map = page.Locator("place-map[mode=draw]");
        await map.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await Expect(map).ToHaveAttributeAsync("ready", "");
        await Expect(map.GetByRole(AriaRole.Button, new() { Name = "Close the outline" })).ToBeVisibleAsync();
        await map.Locator(".map-view").FocusAsync();
        foreach (var key in new[] { "Enter", "ArrowRight", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(2);
        await Expect(page.Locator("[id$=-corners]")).ToHaveAttributeAsync("data-saved", new Regex(@"^\[\[[^\[\]]+\],\[[^\[\]]+\]\]$"));
        await page.ReloadAsync();
        await KeptSite.LiveAsync(page);
        await map.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(2);
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task What_two_people_type_in_two_places_is_kept_and_in_one_place_they_are_asked()
    {
        await using var app = new FinderApplication { OnKestrel = true };
        app.StartServer();
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder());
        await using var one = await Visit.AtAsync(app);
        await using var two = await Visit.AtAsync(app);
        foreach (var visit in new[] { one, two })
        {
            await KeptSite.SignInAsync(visit.Page, $"/portal/listings/{listing}/about");
            await KeptSite.LiveAsync(visit.Page);
        }

        await one.Page.Locator(Headline).FillAsync("Written in the one tab");
        await KeptSite.SavedAsync(one.Page, Headline, "Written in the one tab");
        await two.Page.Locator("#f-pronouns").FillAsync("they/them");
        await KeptSite.SavedAsync(two.Page, "#f-pronouns", "they/them");
        await Expect(two.Page.Locator(Headline)).ToHaveValueAsync("Written in the one tab");

        await two.Page.Locator(Headline).FillAsync("Written in the other");
        await KeptSite.SavedAsync(two.Page, Headline, "Written in the other");
        await one.Page.Locator(Headline).FillAsync("Written in the one again");
        await Expect(one.Page.GetByRole(AriaRole.Heading, new() { Name = "changed this too" })).ToBeVisibleAsync();
        await one.AssertSoundAsync();
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await KeptSite.SavedAsync(one.Page, Headline, "Written in the one again");
    }

    [Fact]
    public async Task A_server_that_is_killed_loses_nothing_that_was_saved_and_the_tab_puts_back_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("practitioner-finder-killed-").FullName;
        await using var filled = new FinderApplication { OnKestrel = true };
        filled.StartServer();
        var listing = await KeptSite.GivenAsync(filled, new ListingBuilder());
        await KillableSite.CopyAsync(filled, folder);
        await using (var site = new KillableSite(folder))
        {
            await site.StartAsync();
            await using var visit = await Visit.AtAsync(filled);
            var page = visit.Page;
            await KeptSite.SignInAsync(page, new Uri(site.Address, $"/portal/listings/{listing}/about").ToString());
            await KeptSite.LiveAsync(page);

            await page.Locator(Headline).FillAsync("Slow hands");
            await KeptSite.SavedAsync(page, Headline, "Slow hands");
            await page.Locator(Headline).PressAsync("End");
            await page.Keyboard.TypeAsync(" in a quiet");
            await site.KillAsync();
            await page.Keyboard.TypeAsync(" room");
            await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await page.Locator("#f-pronouns").FillAsync("she/her");
            await site.StartAsync();

            await Expect(page.Locator(Headline)).ToHaveAttributeAsync("data-saved", "Slow hands in a quiet room", new() { Timeout = 60_000 });
            await KeptSite.SavedAsync(page, "#f-pronouns", "she/her");
            await Expect(page.Locator(Headline)).ToHaveValueAsync("Slow hands in a quiet room");
        }

        Directory.Delete(folder, recursive: true);
    }
}
