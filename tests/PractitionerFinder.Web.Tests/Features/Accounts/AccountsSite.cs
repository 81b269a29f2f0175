using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Tests.Features.Accounts;

/// <summary>An application of one test's own whose mails are read by the test, and people at their browsers.</summary>
public sealed class AccountsSite : FinderApplication
{
    public const string Email = "amira@practice.example";
    public const string Password = "seven green chairs";

    // Codes of an app follow the real time.
    public AccountsSite()
    {
        Clock = new FixedClock(DateTimeOffset.UtcNow);
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IMailer>(Mails));
    }

    public FixedClock Time => (FixedClock)Clock!;

    public Postbox Mails { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A browser that nobody has used.</summary>
    public Person Somebody() => new(CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>A confirmed account.</summary>
    public async Task<Account> GivenAccountAsync(string email = Email, bool isConfirmed = true, bool isDemo = false, string? role = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account("Amira Holt", email, Time.GetUtcNow().UtcDateTime) { EmailConfirmed = isConfirmed, IsDemo = isDemo };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        if (role is not null)
        {
            Assert.True((await accounts.AddToRoleAsync(account, role)).Succeeded);
        }

        return account;
    }

    /// <summary>Somebody who has signed in.</summary>
    public async Task<Person> SignedInAsync(string email = Email, string password = Password)
    {
        var person = Somebody();
        using var answer = await person.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    /// <summary>The mails that were handed over.</summary>
    public sealed class Postbox : IMailer
    {
        private readonly ConcurrentQueue<Mail> mails = new();

        public IReadOnlyList<Mail> All => [.. mails];

        /// <summary>The only mail to an address, or the last with a subject.</summary>
        public Mail To(string address, string? subject = null) => mails.Last(m => m.To == address && (subject is null || m.Subject == subject));

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            mails.Enqueue(mail);
            return Task.CompletedTask;
        }
    }

    /// <summary>Somebody at a browser, with the cookies that it was given.</summary>
    public sealed class Person(HttpClient browser)
    {
        public HttpClient Browser => browser;

        public Task<HttpResponseMessage> SignInAsync(string email = Email, string password = Password, string address = "/account/sign-in") =>
            SendAsync(address, "sign-in", ("Email", email), ("Password", password));

        /// <summary>Whether the account opens for this browser.</summary>
        public async Task<bool> IsSignedInAsync()
        {
            using var answer = await browser.GetAsync("/account", Cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }

        public async Task<IHtmlDocument> OpenAsync(string address)
        {
            using var answer = await browser.GetAsync(address, Cancel);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            return await ReadAsync(answer);
        }

        /// <summary>Opens a page and sends one of its forms.</summary>
        public async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] fields) =>
            await SendAsync(await OpenAsync(address), address, form, fields);

        /// <summary>Sends a form of a page that is open.</summary>
        public Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string address, string form, params (string Name, string Value)[] fields)
        {
            var found = page.QuerySelectorAll("main form").Single(f => f.QuerySelector($"input[name=_handler][value='{form}']") is not null);
            var values = found.QuerySelectorAll<IHtmlInputElement>("input[name]")
                .Where(i => i.Type != "checkbox" || i.IsChecked)
                .ToDictionary(i => i.Name!, i => i.Value);
            foreach (var (name, value) in fields)
            {
                values[name] = value;
            }

            return browser.PostAsync(address, new FormUrlEncodedContent(values), Cancel);
        }
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
}

internal static class Reading
{
    /// <summary>The path of the first link in a mail.</summary>
    public static string Link(this Mail mail) => new Uri(mail.Blocks.OfType<MailBlock.Action>().First().Url).PathAndQuery;

    public static string Heading(this IDocument page) => page.QuerySelector("h1")!.TextContent;

    /// <summary>What the summary of errors says.</summary>
    public static IReadOnlyList<string> Faults(this IDocument page) => [.. page.QuerySelectorAll(".error-summary a").Select(a => a.TextContent)];
}
