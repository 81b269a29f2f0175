using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A moderator's morning: what waits is sent back, looked at again and approved, and a listing is added; nobody touches a mouse.</summary>
public sealed class ReviewingTests : IAsyncDisposable
{
    private const string Email = "mo@staff.example";
    private const string Password = "ferry meadow lantern 9";
    private const int MostTabs = 90;

    private readonly FinderApplication app = new() { OnKestrel = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Visit.Phone, true, true), InlineData(Visit.Desktop, false, false)]
    public async Task By_keyboard_from_what_waits_to_what_is_public(int width, bool dark, bool scripts)
    {
        app.StartServer();
        var listing = await GivenAsync();
        await SendAsync(listing, "Slow hands in a quiet room");
        await using var visit = await Visit.AtAsync(app, width, dark, scripts);
        var page = visit.Page;

        await page.GotoAsync("/desk");
        await TypeAsync(page, page.Locator("#Email"), Email);
        await TypeAsync(page, page.Locator("#Password"), Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 listing waits" })).ToBeVisibleAsync();
        await visit.AssertSoundAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Amira Holt" }));
        await Expect(Title(page)).ToHaveTextAsync("Amira Holt");
        await visit.AssertSoundAsync();
        await PressAsync(page, Button(page, "Send back"));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what to change, beside a field or here.");
        await visit.AssertSoundAsync();
        await PressAsync(page, page.Locator("summary", new() { HasText = "Ask for a change of Headline" }));
        await TypeAsync(page, page.GetByLabel("What to change: Headline"), "Say what you do.");
        await visit.AssertSoundAsync();
        await PressAsync(page, Button(page, "Refuse"));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why it is refused.");
        await TypeAsync(page, page.GetByLabel("On the whole"), "Not a practice that we could find.");
        await PressAsync(page, Button(page, "Refuse"));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Refuse revision 2 for good?");
        await visit.AssertSoundAsync();
        await PressAsync(page, Button(page, "No, go back"));
        await Expect(page.GetByText("Refuse revision 2 for good?")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("What to change: Headline")).ToHaveValueAsync("Say what you do.");
        await PressAsync(page, Button(page, "Send back"));
        await Expect(page.GetByText("Sent back. Whoever keeps the listing is told")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is waiting" })).ToBeVisibleAsync();
        await visit.AssertSoundAsync();

        await SendAsync(listing, "Slow hands on tight backs");
        await page.GotoAsync($"/desk/listings/{listing}/revisions/3");
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "See it as the public would" }));
        await Expect(page.GetByText("Slow hands on tight backs").First).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Back to the review" }));
        await Expect(Title(page)).ToHaveTextAsync("Amira Holt");
        await Expect(Button(page, "Approve revision 3")).ToBeVisibleAsync();
        await PressAsync(page, Button(page, "Approve revision 3"));
        await Expect(page.GetByText("Approved. It is public now")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();

        await PressAsync(page, page.GetByLabel("Proof seen, valid until"));
        await Expect(page.GetByText("Recorded. The page shows the shield")).ToBeVisibleAsync();
        await Expect(page.GetByText("Proof was seen on")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
        await page.GotoAsync("/desk");

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Add a listing without an owner" }));
        await Expect(Title(page)).ToHaveTextAsync("Add a listing without an owner");
        await visit.AssertSoundAsync();
        await PressAsync(page, Button(page, "Add and make public"));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose at least one technique");
        await visit.AssertSoundAsync();
        await TypeAsync(page, page.GetByLabel("Name", new() { Exact = true }), "Ines Rey");
        await TypeAsync(page, page.GetByLabel("Headline"), "Cupping in Leeds");
        await TypeAsync(page, page.GetByLabel("About"), "Seen by appointment.");
        await Keys.TabToAsync(page, page.GetByLabel("Cupping"), MostTabs);
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, page.GetByLabel("House and street"), "1 High Street");
        await TypeAsync(page, page.GetByLabel("Town, village or suburb"), "Leeds");
        await TypeAsync(page, page.GetByLabel("Postcode"), "LS1 4AP");
        await TypeAsync(page, page.GetByLabel("E-mail"), "ines@practice.example");
        await PressAsync(page, Button(page, "Add and make public"));
        await Expect(page.GetByText("Added and public. Nobody keeps this listing yet.")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
        await page.GotoAsync("/desk?named=ines");
        await Expect(page.Locator(".rows a")).ToContainTextAsync("Ines Rey");
        await visit.AssertSoundAsync();
    }

    private async Task<long> GivenAsync()
    {
        var listing = (await app.GivenAsync(new ListingBuilder().In(53.8, -1.55).PrivateHome()))[0].Id;
        await using var scope = app.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        if (!await roles.RoleExistsAsync(Roles.Moderator))
        {
            Assert.True((await roles.CreateAsync(new IdentityRole<long>(Roles.Moderator))).Succeeded);
        }

        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var mo = new Account("Mo Reed", Email, DateTime.UtcNow) { EmailConfirmed = true };
        Assert.True((await accounts.CreateAsync(mo, Password)).Succeeded);
        Assert.True((await accounts.AddToRoleAsync(mo, Roles.Moderator)).Succeeded);
        return listing;
    }

    private async Task SendAsync(long id, string headline)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        var listing = await db.Listings.WithEverything().SingleAsync(l => l.Id == id, Cancel);
        listing.Propose(listing.PublicContent! with { Headline = headline, Credentials = [new Credential("c1", "Register of Bodywork", "RB-1", null, ["myofascial-release"])] }, "owner", DateTime.UtcNow);
        await db.SaveChangesAsync(Cancel);
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task TypeAsync(IPage page, ILocator field, string words)
    {
        await Keys.TabToAsync(page, field, MostTabs);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task PressAsync(IPage page, ILocator wanted)
    {
        await Keys.TabToAsync(page, wanted, MostTabs);
        await page.Keyboard.PressAsync("Enter");
    }
}
