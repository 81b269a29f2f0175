using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.EndToEnd.Tests.Browser;
using PractitionerFinder.Web.Features.Reminders;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Somebody follows the link of a reminder and says what is still true, by keyboard and without signing in.</summary>
public sealed class StillTrueTests : IAsyncDisposable
{
    private const int MostTabs = 40;

    private readonly FinderApplication app = new() { OnKestrel = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Visit.Phone, true, true), InlineData(Visit.Desktop, false, false)]
    public async Task From_the_mail_to_everything_confirmed(int width, bool dark, bool scripts)
    {
        app.StartServer();
        var link = await RemindedAsync();
        await using var visit = await Visit.AtAsync(app, width, dark, scripts);
        var page = visit.Page;

        await page.GotoAsync(link);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Is this still true?");
        await visit.AssertSoundAsync();
        await PressAsync(page, page.Locator("button[value=Contact]"));
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you, that is confirmed.");
        await visit.AssertSoundAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "All of it is still true", Exact = true }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Everything is confirmed");
        await visit.AssertSoundAsync();

        await page.GotoAsync(link + "x");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link does not work");
        await visit.AssertSoundAsync();
    }

    private static async Task PressAsync(IPage page, ILocator button)
    {
        await Keys.TabToAsync(page, button, MostTabs);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>A listing of which several facts are due, and the link of the mail that told its owner.</summary>
    private async Task<string> RemindedAsync()
    {
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder().Approved(DateTime.UtcNow.AddDays(-160)));
        var token = LinkToken.New();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        var account = await db.Members.Where(m => m.ListingId == listing).Select(m => m.AccountId).SingleAsync(Cancel);
        db.Reminders.Add(new Reminder(listing, account, ReminderStep.Hidden, DateTime.UtcNow.AddDays(-70), LinkToken.Hash(token), DateTime.UtcNow.AddMinutes(-5)));
        await db.SaveChangesAsync(Cancel);
        return ReminderUrls.Link(token);
    }
}
