using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody keeps a few people in mind, compares them and passes the list on.</summary>
public sealed partial class SavingPeopleTests(Site site)
{
    [Theory, InlineData(Visit.Phone, false), InlineData(Visit.Desktop, true)]
    public async Task Who_is_saved_is_in_a_list_can_be_compared_and_be_taken_off(int width, bool dark)
    {
        await using var visit = await Visit.AtAsync(site, width, dark);
        var page = visit.Page;
        await page.GotoAsync("/find?near=Leeds");
        var buttons = page.GetByRole(AriaRole.Button, new() { NameRegex = SaveName() });
        for (var i = 0; i < 3; i++)
        {
            await buttons.First.ClickAsync();
        }

        await Expect(page.Locator("save-person[saved]")).ToHaveCountAsync(3);
        var first = await page.Locator("save-person[saved]").First.GetAttributeAsync("name");
        await page.Locator("article").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Saved.*take {first} off your list$") })).ToBeVisibleAsync();

        await page.Locator("#saved-link").EvaluateAsync("link => link.click()");
        await Expect(page).ToHaveURLAsync(ListAddress());
        await Expect(page.Locator(".saved-people > li")).ToHaveCountAsync(3);
        await visit.AssertSoundAsync();

        await page.GetByRole(AriaRole.Checkbox).Nth(0).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox).Nth(2).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare the ticked" }).ClickAsync();
        await Expect(page.Locator(".compare tbody tr").First).ToBeVisibleAsync();
        await visit.AssertSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = $"Take off {first}" }).ClickAsync();
        await Expect(page.Locator(".saved-people > li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#saved-link .badge")).ToHaveTextAsync("2");
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_list_that_was_sent_is_whole_without_scripts_and_can_be_taken_over_with_them()
    {
        await using var sender = await Visit.AtAsync(site);
        await sender.Page.GotoAsync("/find?near=Leeds");
        await sender.Page.GetByRole(AriaRole.Button, new() { NameRegex = SaveName() }).First.ClickAsync();
        var list = await sender.Page.Locator("#saved-link").GetAttributeAsync("href");

        await using var plain = await Visit.AtAsync(site, scripts: false);
        await plain.Page.GotoAsync(list!);
        await Expect(plain.Page.Locator(".saved-people > li")).ToHaveCountAsync(1);
        await Expect(plain.Page.GetByRole(AriaRole.Button, new() { NameRegex = SaveName() })).ToHaveCountAsync(0);

        await using var receiver = await Visit.AtAsync(site);
        await receiver.Page.GotoAsync(list!);
        await receiver.Page.GetByRole(AriaRole.Button, new() { Name = "Save them here too" }).ClickAsync();
        await Expect(receiver.Page.GetByText("They are in the list of this browser now.")).ToBeVisibleAsync();
        await receiver.AssertSoundAsync();
        await receiver.Page.GotoAsync("/shortlist");
        await Expect(receiver.Page).ToHaveURLAsync(list!);
        receiver.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_says_so_and_two_tabs_show_the_same()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await page.GotoAsync("/find?near=Leeds");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = SaveName() }).First.ClickAsync();
        await Expect(other.Locator("save-person[saved]")).ToHaveCountAsync(1);

        await page.EvaluateAsync("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = SaveName() }).First.ClickAsync();
        await Expect(page.GetByText("This browser keeps nothing for this site, so nobody can be saved.")).ToBeVisibleAsync();
        await Expect(page.Locator("save-person[saved]")).ToHaveCountAsync(1);
    }

    [GeneratedRegex("^Save .+")]
    private static partial Regex SaveName();

    [GeneratedRegex(@"/shortlist\?who=[^&]+&who=[^&]+&who=[^&]+$")]
    private static partial Regex ListAddress();
}
