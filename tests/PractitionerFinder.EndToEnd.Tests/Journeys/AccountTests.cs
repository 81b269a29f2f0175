using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>Accounts, from registering to signing in without a password. What is written is written into a site of the test's own.</summary>
public sealed class AccountTests : IAsyncDisposable
{
    private const string Email = "amira@practice.example";
    private const string Password = "seven green chairs";

    // From every page for who is not signed in to every page for who is.
    private static readonly string[] Open = ["/account/sign-in", "/account/register", "/account/resend", "/account/forgotten", "/account/confirm?account=1", "/account/reset?account=1", "/account/email/confirm?account=1", "/account/undo?token=used"];
    private static readonly string[] Own = ["/account", "/account/name", "/account/password", "/account/email", "/account/authenticator", "/account/passkeys", "/account/sign-out", "/account/export", "/account/delete"];

    private readonly Postbox mails = new();
    private readonly FinderApplication site;

    public AccountTests() => site = new FinderApplication
    {
        OnKestrel = true,
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mails)),
    };

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory, InlineData(true), InlineData(false)]
    public async Task Somebody_registers_confirms_and_signs_in_by_keyboard(bool scripts)
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: scripts);
        var page = visit.Page;
        await page.GotoAsync("/account/register");
        await TypeAsync("Your name", "Amira Holt");
        await TypeAsync("E-mail address", Email);
        await TypeAsync("Password", "short");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a password of at least 12 characters.");
        await visit.AssertSoundAsync();
        await TypeAsync("Password", Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look in your mail");
        await visit.AssertSoundAsync();

        await page.GotoAsync(mails.Link(Email));
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/portal");

        await page.GotoAsync("/");
        await Expect(page.Locator("#account-link")).ToHaveTextAsync(scripts ? "Your account" : "Sign in");
        visit.AssertNothingWentWrong();

        async Task TypeAsync(string label, string text)
        {
            await page.GetByLabel(label, new() { Exact = true }).FocusAsync();
            await page.Keyboard.TypeAsync(text);
        }
    }

    [Fact]
    public async Task A_passkey_is_added_named_used_and_removed()
    {
        await GivenAccountAsync();
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });

        // A passkey belongs to a host with a name.
        var host = $"http://localhost:{site.Address.Port}";
        await page.GotoAsync(host + "/account/sign-in?returnUrl=/account/passkeys");
        await SignInAsync(page);
        await page.GetByLabel("A name for it").FillAsync("Telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("The passkey is added.");
        await Expect(page.Locator(".passkeys input[type=text]")).ToHaveValueAsync("Telephone");
        await visit.AssertAccessibleAsync();
        Assert.Contains("A passkey was added", mails.Last(Email).Blocks[0].ToString(), StringComparison.Ordinal);

        await page.Locator(".passkeys input[type=text]").FillAsync("My telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Expect(page.Locator(".passkeys input[type=text]")).ToHaveValueAsync("My telephone");

        await page.GotoAsync(host + "/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(host + "/account/sign-in?done=out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(host + "/portal");

        await page.GotoAsync(host + "/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.Locator(".passkeys")).ToHaveCountAsync(0);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(host + "/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That passkey does not open an account here.");
    }

    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task Every_page_is_sound(int width, bool dark)
    {
        await GivenAccountAsync();
        await using var visit = await Visit.AtAsync(site, width, dark);
        foreach (var address in Open)
        {
            await AssertAsync(address);
        }

        await visit.Page.GotoAsync("/account/sign-in?returnUrl=/account");
        await SignInAsync(visit.Page);
        foreach (var address in Own)
        {
            await AssertAsync(address);
        }

        // The picture and the key of the second step.
        await visit.Page.GotoAsync("/account/authenticator");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Code of six digits")).ToBeVisibleAsync();
        await AssertWidthsAsync();

        async Task AssertAsync(string address)
        {
            var answer = await visit.Page.GotoAsync(address);
            Assert.Equal((address, 200), (address, answer!.Status));
            await AssertWidthsAsync();
        }

        async Task AssertWidthsAsync()
        {
            await visit.AssertSoundAsync();
            await visit.Page.SetViewportSizeAsync(320, 844);
            await visit.AssertFitsAsync();
            await visit.Page.SetViewportSizeAsync(width, 844);
        }
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    private async Task GivenAccountAsync()
    {
        _ = site.Address;
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.CreateAsync(new Account("Amira Holt", Email, DateTime.UtcNow) { EmailConfirmed = true }, Password)).Succeeded);
    }

    private sealed class Postbox : IMailer
    {
        private readonly ConcurrentQueue<Mail> mails = new();

        public Mail Last(string address) => mails.Last(m => m.To == address);

        /// <summary>The path of the button of the last mail.</summary>
        public string Link(string address) => new Uri(Last(address).Blocks.OfType<MailBlock.Action>().First().Url).PathAndQuery;

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            mails.Enqueue(mail);
            return Task.CompletedTask;
        }
    }
}
