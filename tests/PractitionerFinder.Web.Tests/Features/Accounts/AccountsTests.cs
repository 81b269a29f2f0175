using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Features.Accounts;

public sealed class AccountsTests : IAsyncDisposable
{
    private const string Email = AccountsSite.Email;
    private const string Password = AccountsSite.Password;

    private readonly AccountsSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Who_registers_gets_a_mail_confirms_with_their_password_and_is_signed_in()
    {
        var person = site.Somebody();
        using var registered = await RegisterAsync(person, Email);
        Assert.Equal("Look in your mail", (await AccountsSite.ReadAsync(registered)).Heading());
        using (var early = await person.SignInAsync())
        {
            Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        }

        using var confirmed = await person.SendAsync(site.Mails.To(Email).Link(), "confirm", ("Password", Password));

        Assert.Equal((HttpStatusCode.Redirect, "/portal"), (confirmed.StatusCode, confirmed.Headers.Location?.OriginalString));
        Assert.Contains("Amira Holt", (await person.OpenAsync("/account")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_opened_confirms_nothing_by_itself_nor_with_a_password_that_is_not_the_accounts()
    {
        using var registered = await RegisterAsync(site.Somebody(), Email);
        var reader = site.Somebody();
        var link = site.Mails.To(Email).Link();
        await reader.OpenAsync(link);

        // Somebody else registered the address: its owner follows the link and does not know the password.
        using var answer = await reader.SendAsync(link, "confirm", ("Password", "my own long password"));

        Assert.NotEmpty((await AccountsSite.ReadAsync(answer)).Faults());
        Assert.False((await FindAsync(Email))!.EmailConfirmed);
    }

    [Theory]
    [InlineData("/account/register", "register")]
    [InlineData("/account/forgotten", "forgotten")]
    [InlineData("/account/resend", "resend")]
    public async Task An_address_is_answered_alike_whether_it_has_an_account_or_not(string address, string form)
    {
        await site.GivenAccountAsync("known@practice.example");
        await site.GivenAccountAsync("asked@practice.example", isConfirmed: false);
        var answers = new List<string>();
        foreach (var email in new[] { "known@practice.example", "asked@practice.example", "other@practice.example" })
        {
            using var answer = await site.Somebody().SendAsync(address, form, ("Name", "Amira Holt"), ("Email", email), ("Password", Password));
            answers.Add($"{answer.StatusCode} {(await AccountsSite.ReadAsync(answer)).Body!.OuterHtml.Replace(email, "ADDRESS", StringComparison.Ordinal)}");
        }

        Assert.Contains("ADDRESS", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Who_registers_with_a_known_address_changes_nothing_and_its_owner_is_told()
    {
        await site.GivenAccountAsync();

        using var answer = await RegisterAsync(site.Somebody(), Email, "another long password");

        Assert.Equal("You have an account already", Assert.Single(site.Mails.All).Subject);
        Assert.True(await (await site.SignedInAsync()).IsSignedInAsync());
    }

    [Theory]
    [InlineData("short", "at least 12 characters")]
    [InlineData("password1234", "harder to guess")]
    [InlineData("Password-Password", "harder to guess")]
    [InlineData("1234567890123", "harder to guess")]
    [InlineData("aaaaaaaaaaaaaaa", "harder to guess")]
    [InlineData("amira@practice.example", "harder to guess")]
    [InlineData("amirapractice1", "harder to guess")]
    public async Task A_password_that_is_guessed_first_is_refused_in_plain_words(string password, string words)
    {
        using var answer = await RegisterAsync(site.Somebody(), Email, password);
        var page = await AccountsSite.ReadAsync(answer);

        Assert.Contains(words, Assert.Single(page.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Password-error Password-hint", page.GetElementById("Password")!.GetAttribute("aria-describedby"));
        Assert.Equal(Email, page.GetElementById("Email")!.GetAttribute("value"));
        Assert.Empty(site.Mails.All);
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_in_a_summary_that_leads_to_them()
    {
        using var answer = await RegisterAsync(site.Somebody(), "nowhere", "", "");
        var page = await AccountsSite.ReadAsync(answer);

        Assert.Equal(3, page.Faults().Count);
        Assert.All(page.QuerySelectorAll(".error-summary a"), a => Assert.Equal("true", page.QuerySelector(a.GetAttribute("href")!)!.GetAttribute("aria-invalid")));
        Assert.Empty(site.Mails.All);
    }

    [Fact]
    public async Task Every_fault_of_signing_in_is_answered_by_one_sentence()
    {
        await site.GivenAccountAsync();
        await site.GivenAccountAsync("waiting@practice.example", isConfirmed: false);
        await site.GivenAccountAsync("resting@practice.example");
        await LockAsync("resting@practice.example");
        var sentences = new List<string>();
        foreach (var (email, password) in new[] { (Email, "not the password"), ("nobody@practice.example", Password), ("waiting@practice.example", Password), ("resting@practice.example", Password) })
        {
            using var answer = await site.Somebody().SignInAsync(email, password);
            sentences.Add($"{answer.StatusCode} {(await AccountsSite.ReadAsync(answer)).QuerySelector("main")!.TextContent}");
        }

        Assert.Single(sentences.Distinct());
    }

    [Fact]
    public async Task After_many_wrong_passwords_an_account_rests_for_a_while()
    {
        await site.GivenAccountAsync();
        await LockAsync(Email);

        using (var right = await site.Somebody().SignInAsync())
        {
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        }

        await ChangeAsync(Email, account => account.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.True(await (await site.SignedInAsync()).IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_here_and_not_elsewhere()
    {
        await site.GivenAccountAsync();
        var (here, there) = (await site.SignedInAsync(), await site.SignedInAsync());

        using var left = await here.SendAsync("/account", "sign-out");

        Assert.False(await here.IsSignedInAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await there.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in_within_a_minute()
    {
        await site.GivenAccountAsync();
        var (here, there) = (await site.SignedInAsync(), await site.SignedInAsync());

        using var left = await here.SendAsync("/account", "sign-out-everywhere");

        Assert.False(await here.IsSignedInAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await there.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_takes_a_press_on_the_sites_own_page()
    {
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        await person.OpenAsync("/account/sign-out");

        using var forged = await person.Browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([new("_handler", "sign-out")]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(await person.IsSignedInAsync());
    }

    [Theory]
    [InlineData("/portal/listings/3", "/portal/listings/3")]
    [InlineData("/account?done=name", "/account?done=name")]
    [InlineData(null, "/portal")]
    [InlineData("https://elsewhere.example/", "/portal")]
    [InlineData("//elsewhere.example/", "/portal")]
    [InlineData("/\\elsewhere.example/", "/portal")]
    [InlineData("\\\\elsewhere.example/", "/portal")]
    [InlineData("/\t/elsewhere.example/", "/portal")]
    [InlineData("javascript:alert(1)", "/portal")]
    public async Task Who_signs_in_is_led_on_within_the_site_and_never_out_of_it(string? wanted, string expected)
    {
        await site.GivenAccountAsync();
        var address = wanted is null ? "/account/sign-in" : AccountUrls.SignInTo(wanted);

        using var answer = await site.Somebody().SignInAsync(address: address);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_where_they_wanted_to_go()
    {
        using var answer = await site.Somebody().Browser.GetAsync("/account/passkeys?x=1", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fpasskeys%3Fx%3D1", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_link_that_works_once()
    {
        await site.GivenAccountAsync();
        var before = await site.SignedInAsync();
        var person = site.Somebody();
        using var asked = await person.SendAsync("/account/forgotten", "forgotten", ("Email", Email));
        var link = site.Mails.To(Email).Link();

        using var set = await person.SendAsync(link, "reset", ("Password", "nine purple lamps"));
        using var again = await person.SendAsync(link, "reset", ("Password", "ten yellow doors."));

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in?done=reset"), (set.StatusCode, set.Headers.Location?.OriginalString));
        Assert.Equal("This link no longer works", (await AccountsSite.ReadAsync(again)).Heading());
        Assert.True(await (await site.SignedInAsync(Email, "nine purple lamps")).IsSignedInAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await before.IsSignedInAsync());
        Assert.Contains("Your password was changed.", site.Mails.To(Email, "A change to how you sign in").Blocks[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_it_and_every_other_sign_in_ends()
    {
        await site.GivenAccountAsync();
        var (here, there) = (await site.SignedInAsync(), await site.SignedInAsync());
        using (var wrong = await here.SendAsync("/account/password", "password", ("Current", "not the password"), ("Password", "nine purple lamps")))
        {
            Assert.Equal(["That is not your password."], (await AccountsSite.ReadAsync(wrong)).Faults());
        }

        using var changed = await here.SendAsync("/account/password", "password", ("Current", Password), ("Password", "nine purple lamps"));

        Assert.Equal("/account?done=password", changed.Headers.Location?.OriginalString);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
    }

    [Fact]
    public async Task A_new_address_is_confirmed_from_itself_and_both_are_told()
    {
        const string next = "amira@new.example";
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        using var asked = await person.SendAsync("/account/email", "email", ("Email", next), ("Password", Password));
        Assert.Equal("A new e-mail address was asked for", site.Mails.To(Email).Subject);
        var link = site.Mails.To(next).Link();
        Assert.DoesNotContain(next, Uri.UnescapeDataString(link), StringComparison.OrdinalIgnoreCase);
        await person.OpenAsync(link);
        Assert.NotNull(await FindAsync(Email));

        using var confirmed = await person.SendAsync(link, "confirm-email");

        Assert.Equal("/account?done=email", confirmed.Headers.Location?.OriginalString);
        Assert.True(await (await site.SignedInAsync(next)).IsSignedInAsync());
        Assert.Null(await FindAsync(Email));
        Assert.All(new[] { Email, next }, address => Assert.Equal("Your e-mail address has changed", site.Mails.To(address).Subject));
        using var again = await site.Somebody().SendAsync(link, "confirm-email");
        Assert.Equal("This link no longer works", (await AccountsSite.ReadAsync(again)).Heading());
    }

    [Fact]
    public async Task Asking_for_an_address_that_has_an_account_tells_nobody_but_that_address()
    {
        await site.GivenAccountAsync();
        await site.GivenAccountAsync("other@practice.example");
        var person = await site.SignedInAsync();
        var pages = new List<string>();
        foreach (var address in new[] { "other@practice.example", "free@practice.example" })
        {
            using var answer = await person.SendAsync("/account/email", "email", ("Email", address), ("Password", Password));
            pages.Add((await AccountsSite.ReadAsync(answer)).QuerySelector("main")!.OuterHtml.Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());
        Assert.Equal("You have an account already", site.Mails.To("other@practice.example").Subject);
    }

    [Fact]
    public async Task A_second_step_asks_for_a_code_and_each_recovery_code_works_once()
    {
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        using var begun = await person.SendAsync("/account/authenticator", "begin");
        var page = await AccountsSite.ReadAsync(begun);
        var key = page.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using (var wrong = await person.SendAsync(page, "/account/authenticator", "finish", ("Code", "000000")))
        {
            page = await AccountsSite.ReadAsync(wrong);
            Assert.Single(page.Faults());
        }

        using var set = await person.SendAsync(page, "/account/authenticator", "finish", ("Code", Totp.Of(key)));
        var codes = (await AccountsSite.ReadAsync(set)).QuerySelectorAll(".codes li").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.DoesNotContain(codes[0], (await person.OpenAsync("/account/authenticator")).Body!.TextContent, StringComparison.Ordinal);

        Assert.False(await OpensAsync("", "000000"));
        Assert.True(await OpensAsync("", Totp.Of(key)));
        Assert.True(await OpensAsync("&recovery=true", codes[3]));
        Assert.False(await OpensAsync("&recovery=true", codes[3]));
        Assert.True(await OpensAsync("&recovery=true", codes[4].ToLowerInvariant()));

        async Task<bool> OpensAsync(string way, string code)
        {
            var other = site.Somebody();
            using var password = await other.SignInAsync();
            Assert.Equal("/account/second-step?returnUrl=%2Fportal", password.Headers.Location?.OriginalString);
            Assert.False(await other.IsSignedInAsync());
            using var answer = await other.SendAsync("/account/second-step?returnUrl=%2Fportal" + way, "second-step", ("Code", code));
            return await other.IsSignedInAsync();
        }
    }

    [Fact]
    public async Task The_second_step_is_for_who_has_given_the_password()
    {
        using var answer = await site.Somebody().Browser.GetAsync("/account/second-step", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Turning_the_second_step_off_takes_the_password()
    {
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        using var begun = await person.SendAsync("/account/authenticator", "begin");
        var page = await AccountsSite.ReadAsync(begun);
        using var set = await person.SendAsync(page, "/account/authenticator", "finish", ("Code", Totp.Of(page.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal))));

        using var wrong = await person.SendAsync("/account/authenticator", "off", ("OffPassword", "not the password"));
        Assert.True((await FindAsync(Email))!.TwoFactorEnabled);
        using var right = await person.SendAsync("/account/authenticator", "off", ("OffPassword", Password));
        Assert.False((await FindAsync(Email))!.TwoFactorEnabled);
        Assert.True(await (await site.SignedInAsync()).IsSignedInAsync());
    }

    [Fact]
    public async Task A_browser_is_asked_for_a_passkey_of_this_site_and_only_from_its_own_page()
    {
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        var token = (await person.OpenAsync("/account/passkeys")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var forged = await person.Browser.PostAsync("/account/passkeys/creation", new FormUrlEncodedContent([]), Cancel);
        using var stranger = await site.Somebody().Browser.PostAsync("/account/passkeys/creation", new FormUrlEncodedContent([]), Cancel);
        using var asked = await person.Browser.PostAsync("/account/passkeys/creation", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        var options = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("\"id\":\"localhost\"", options, StringComparison.Ordinal);
        Assert.Contains("\"userVerification\":\"required\"", options, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public async Task A_passkey_that_nobody_asked_for_opens_nothing(string credential)
    {
        using var answer = await site.Somebody().SendAsync("/account/sign-in", "passkey", ("Credential", credential));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await AccountsSite.ReadAsync(answer)).Faults());
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_and_the_one_that_can_says_nothing()
    {
        await site.GivenAccountAsync();
        using var answer = await site.Somebody().SignInAsync();
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();

        Assert.Contains("httponly", cookies.Single(c => c.StartsWith("account=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookies.Single(c => c.StartsWith("account=", StringComparison.Ordinal)), StringComparison.Ordinal);
        var hint = cookies.Single(c => c.StartsWith("signed-in=", StringComparison.Ordinal));
        Assert.StartsWith("signed-in=1;", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("httponly", hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_bound_to_this_host()
    {
        await using var secure = new AccountsSite { Settings = { ["Site:PublicUrl"] = "https://finder.example" } };
        await secure.GivenAccountAsync();
        using var answer = await secure.Somebody().SignInAsync();

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-account=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_everybody_neither_learns_who_asks_nor_touches_their_cookies()
    {
        await site.GivenAccountAsync();
        var person = await site.SignedInAsync();
        await site.GivenAsync(new ListingBuilder().At("amira"));
        var stranger = site.Somebody();
        site.Time.Advance(TimeSpan.FromDays(16));
        foreach (var address in new[] { "/", "/find?near=Leeds", "/techniques", "/practitioners/amira", "/api/v1/search?near=Leeds", "/health/ready", "/favicon.svg", "/nothing-here" })
        {
            using var mine = await person.Browser.GetAsync(address, Cancel);
            using var theirs = await stranger.Browser.GetAsync(address, Cancel);
            Assert.False(mine.Headers.Contains("Set-Cookie"), address);
            Assert.Equal(await theirs.Content.ReadAsStringAsync(Cancel), await mine.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    [InlineData("/account/passkeys")]
    public async Task Pages_of_accounts_are_kept_by_nobody(string address)
    {
        await site.GivenAccountAsync();
        using var answer = await (await site.SignedInAsync()).Browser.GetAsync(address, Cancel);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Demonstration_accounts_are_made_in_development_and_sign_in_there()
    {
        await using var development = new AccountsSite { EnvironmentName = "Development", Settings = { ["Demo:Enabled"] = "true" } };
        await development.Services.GetRequiredService<SiteDatabase>().PrepareAsync(Cancel);

        Assert.True(await (await development.SignedInAsync(AccountSeed.Practitioner, AccountSeed.DemoPassword)).IsSignedInAsync());
        await using var scope = development.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.Equal([Roles.Moderator], await accounts.GetRolesAsync((await accounts.FindByEmailAsync(AccountSeed.Moderator))!));
        Assert.Equal([Roles.Administrator], await accounts.GetRolesAsync((await accounts.FindByEmailAsync(AccountSeed.Administrator))!));
    }

    [Fact]
    public async Task Demonstration_accounts_are_not_made_in_production_and_could_not_sign_in()
    {
        await using var production = new AccountsSite { EnvironmentName = "Production", Settings = { ["Demo:Enabled"] = "true" } };
        await using (var db = await production.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel))
        {
            // The listings of the demonstration are no matter here, and many: they count as there already.
            db.SeedStates.Add(new SeedState(SeedState.DemoDay, $"{DateTime.UtcNow:yyyy-MM-dd}"));
            await db.SaveChangesAsync(Cancel);
            await production.Services.GetRequiredService<SiteDatabase>().PrepareAsync(Cancel);
            Assert.Empty(await db.Users.ToListAsync(Cancel));
        }

        // Even in a database that came from Development.
        await production.GivenAccountAsync(isDemo: true);
        using var answer = await production.Somebody().SignInAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/register", "register", RateLimits.MostMails)]
    [InlineData("/account/sign-in", "sign-in", RateLimits.MostSignIns)]
    public async Task Who_tries_too_often_is_told_when_to_come_back(string address, string form, int most)
    {
        var person = site.Somebody();
        var page = await person.OpenAsync(address);
        for (var time = 0; time < most; time++)
        {
            using var answer = await person.SendAsync(page, address, form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await person.SendAsync(page, address, form);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Wait ten minutes", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await person.OpenAsync(address);
    }

    [Fact]
    public async Task Names_addresses_passwords_and_tokens_are_written_into_no_log()
    {
        var person = site.Somebody();
        using var registered = await RegisterAsync(person, Email);
        var link = site.Mails.To(Email).Link();
        using var confirmed = await person.SendAsync(link, "confirm", ("Password", Password));
        using var wrong = await site.Somebody().SignInAsync(Email, "not the password");
        using var asked = await person.SendAsync("/account/forgotten", "forgotten", ("Email", Email));

        var token = link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        Assert.All(new[] { Email, "Amira", Password, "not the password", token, Uri.UnescapeDataString(token) },
            secret => Assert.DoesNotContain(secret, site.Logs.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static Task<HttpResponseMessage> RegisterAsync(AccountsSite.Person person, string email, string password = Password, string name = "Amira Holt") =>
        person.SendAsync("/account/register", "register", ("Name", name), ("Email", email), ("Password", password));

    private async Task LockAsync(string email)
    {
        var person = site.Somebody();
        for (var time = 0; time < AccountsFeature.MostFailures; time++)
        {
            using var answer = await person.SignInAsync(email, "not the password");
        }
    }

    private async Task<Account?> FindAsync(string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email);
    }

    private async Task ChangeAsync(string email, Action<Account> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(email))!;
        change(account);
        Assert.True((await accounts.UpdateAsync(account)).Succeeded);
    }
}
