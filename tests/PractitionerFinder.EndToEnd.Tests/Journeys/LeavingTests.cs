using System.Net;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody takes what is theirs along, leaves, and stays after all. What is written is written into a site of the test's own.</summary>
public sealed class LeavingTests : IAsyncDisposable
{
    private readonly FinderApplication site = new() { OnKestrel = true };

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory, InlineData(Visit.Phone, false, true), InlineData(Visit.Desktop, true, false)]
    public async Task Everything_is_seen_and_taken_along_deleted_and_kept_after_all(int width, bool dark, bool scripts)
    {
        var listing = await KeptSite.GivenAsync(site, new ListingBuilder().Named("Holt Clinic").ProvenIn("myofascial-release").At("holt-clinic").Approved(DateTime.UtcNow.AddDays(-1)));
        await using var visit = await Visit.AtAsync(site, width, dark, scripts: scripts);
        var page = visit.Page;
        await KeptSite.SignInAsync(page, $"/portal/listings/{listing}/delete");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Delete this listing");
        await visit.AssertSoundAsync();

        await page.GotoAsync("/account/export");
        await page.Locator("main summary").First.ClickAsync();
        await visit.AssertSoundAsync();
        await page.SetViewportSizeAsync(320, 844);
        await visit.AssertFitsAsync();
        await page.SetViewportSizeAsync(width, 844);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download everything" }).ClickAsync());
        Assert.Equal("practitionerfinder.zip", download.SuggestedFilename);

        await page.GotoAsync("/account/delete");
        await page.GetByLabel("Your password").FocusAsync();
        await page.Keyboard.TypeAsync("not my password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not your password.");
        await visit.AssertSoundAsync();
        await page.GetByLabel("Your password").FocusAsync();
        await page.Keyboard.TypeAsync("ferry meadow lantern 9");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Your account is to be deleted");
        await site.CatchUpAsync();
        using (var reader = new HttpClient { BaseAddress = site.Address })
        {
            using var gone = await reader.GetAsync("/practitioners/holt-clinic", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        await page.GotoAsync("/account/sign-in");
        await page.Locator("#Email").FillAsync(KeptSite.Email);
        await page.Locator("#Password").FillAsync("ferry meadow lantern 9");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account is to be deleted");
        await visit.AssertSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the account" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Your account stays.");
        await visit.AssertSoundAsync();
        await site.CatchUpAsync();
        await page.GotoAsync("/practitioners/holt-clinic");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Holt Clinic");
        visit.AssertNothingWentWrong();
    }
}
