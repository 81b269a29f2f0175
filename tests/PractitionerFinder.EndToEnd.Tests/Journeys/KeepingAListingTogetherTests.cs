using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>An owner invites a colleague, who comes by the mail and accepts; nobody touches a mouse.</summary>
public sealed class KeepingAListingTogetherTests : IAsyncDisposable
{
    private const string Password = "ferry meadow lantern 9";
    private const int MostTabs = 60;

    private readonly Letters letters = new();
    private readonly FinderApplication app;

    public KeepingAListingTogetherTests() => app = new()
    {
        OnKestrel = true,
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IMailer>(letters)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task By_keyboard_from_the_invitation_to_handing_it_over(int width, bool dark)
    {
        app.StartServer();
        var listing = await GivenAsync();

        await using var owner = await Visit.AtAsync(app, width, dark);
        await SignInAsync(owner, $"/portal/listings/{listing}/people", "amira@people.example");
        await owner.AssertSoundAsync();
        await TypeAsync(owner.Page, owner.Page.Locator("#Email"), "ben");
        await PressAsync(owner.Page, owner.Page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }));
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter an e-mail address, such as");
        await owner.AssertSoundAsync();
        await TypeAsync(owner.Page, owner.Page.Locator("#Email"), "ben@people.example");
        await PressAsync(owner.Page, owner.Page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }));
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "ben@people.example" })).ToBeVisibleAsync();
        await owner.AssertSoundAsync();

        await using var guest = await Visit.AtAsync(app, width, dark);
        await guest.Page.GotoAsync(letters.LastLink);
        await Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are invited");
        await guest.AssertSoundAsync();
        await PressAsync(guest.Page, guest.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }));
        await SignInAsync(guest, null, "ben@people.example");
        await PressAsync(guest.Page, guest.Page.GetByRole(AriaRole.Button, new() { Name = "Accept the invitation" }));
        await Expect(guest.Page.GetByText("Welcome. You keep this listing now.")).ToBeVisibleAsync();
        await guest.AssertSoundAsync();
        await guest.Page.GotoAsync(letters.FirstLink);
        await Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This invitation cannot be used");
        await guest.AssertSoundAsync();

        await owner.Page.ReloadAsync();
        await PressAsync(owner.Page, owner.Page.GetByText("Change this for Ben Marsh"));
        await owner.AssertSoundAsync();
        await PressAsync(owner.Page, owner.Page.GetByText("Give this listing to somebody else"));
        await owner.Page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Ben Marsh, an editor" });
        await owner.AssertSoundAsync();
        await PressAsync(owner.Page, owner.Page.GetByRole(AriaRole.Button, new() { Name = "Hand it over" }));
        await Expect(owner.Page.GetByText("You are an editor of it now.")).ToBeVisibleAsync();
        await owner.AssertSoundAsync();
    }

    private async Task<long> GivenAsync()
    {
        var listing = (await app.GivenAsync(new ListingBuilder()))[0].Id;
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var amira = new Account("Amira Holt", "amira@people.example", DateTime.UtcNow) { EmailConfirmed = true };
        Assert.True((await accounts.CreateAsync(amira, Password)).Succeeded);
        Assert.True((await accounts.CreateAsync(new Account("Ben Marsh", "ben@people.example", DateTime.UtcNow) { EmailConfirmed = true }, Password)).Succeeded);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        db.Members.Add(new ListingMember(listing, amira.Id, MemberRole.Owner, DateTime.UtcNow));
        await db.SaveChangesAsync(Cancel);
        return listing;
    }

    private static async Task SignInAsync(Visit visit, string? address, string email)
    {
        if (address is not null)
            await visit.Page.GotoAsync(address);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await TypeAsync(visit.Page, visit.Page.Locator("#Email"), email);
        await TypeAsync(visit.Page, visit.Page.Locator("#Password"), Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("/portal/", StringComparison.Ordinal) && !url.Contains("sign-in", StringComparison.Ordinal));
    }

    private static async Task TypeAsync(IPage page, ILocator field, string words)
    {
        await Keys.TabToAsync(page, field, MostTabs);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task PressAsync(IPage page, ILocator wanted)
    {
        await Keys.TabToAsync(page, await TargetAsync(wanted), MostTabs);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What takes the focus: the element itself, or the summary that a text stands in.</summary>
    private static async Task<ILocator> TargetAsync(ILocator wanted) =>
        await wanted.EvaluateAsync<bool>("e => e.matches('a, button, summary')") ? wanted : wanted.Locator("xpath=ancestor-or-self::summary");

    private sealed class Letters : IMailer
    {
        private readonly List<string> links = [];

        public string FirstLink => Path(links[0]);

        public string LastLink => Path(links[^1]);

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            links.Add(mail.Blocks.OfType<MailBlock.Action>().First().Url);
            return Task.CompletedTask;
        }

        // The site believes to be elsewhere than where a test has it.
        private static string Path(string link) => new Uri(link).PathAndQuery;
    }
}
