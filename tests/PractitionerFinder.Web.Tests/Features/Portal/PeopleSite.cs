using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>An application of one test's own with people who have accounts, a listing that some of them keep, and the mails that were sent.</summary>
public sealed class PeopleSite : FinderApplication
{
    public const string Password = "ferry meadow lantern 9";

    public static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);

    public PeopleSite()
    {
        Clock = new FixedClock(Noon);
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IMailer>(Mails));
    }

    public FixedClock Time => (FixedClock)Clock!;

    public Outbox Mails { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Email(string name) => $"{name}@people.example";

    /// <summary>Makes an account with a confirmed address.</summary>
    public async Task<long> GivenPersonAsync(string name, bool isConfirmed = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = new Account(name, Email(name), Noon) { EmailConfirmed = isConfirmed };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        Assert.True(made.Succeeded);
        return account.Id;
    }

    /// <summary>Makes a listing with owners; editors are added by <see cref="JoinAsync"/>.</summary>
    public async Task<long> GivenListingAsync(params long[] owners)
    {
        var listing = (await GivenAsync(new ListingBuilder().Named("Holt Clinic")))[0].Id;
        foreach (var owner in owners)
        {
            await JoinAsync(listing, owner, MemberRole.Owner);
        }

        return listing;
    }

    public Task JoinAsync(long listing, long account, MemberRole role) =>
        WriteAsync(db => db.Members.Add(new ListingMember(listing, account, role, Noon)));

    public async Task WriteAsync(Action<FinderDbContext> write)
    {
        await using var db = await ContextAsync();
        write(db);
        await db.SaveChangesAsync(Cancel);
    }

    public Task<FinderDbContext> ContextAsync() =>
        Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    public async Task<Dictionary<long, MemberRole>> MembersAsync(long listing)
    {
        await using var db = await ContextAsync();
        return await db.Members.Where(m => m.ListingId == listing).ToDictionaryAsync(m => m.AccountId, m => m.Role, Cancel);
    }

    public async Task<IReadOnlyList<(ListingDeed Deed, long By, long? About, string? Code)>> EventsAsync(long listing)
    {
        await using var db = await ContextAsync();
        var events = await db.Events.Where(e => e.ListingId == listing).OrderBy(e => e.Id).ToListAsync(Cancel);
        return events.ConvertAll(e => (e.Deed, e.By, e.About, e.Code));
    }

    public Task<(PeopleOutcome Outcome, long Listing)> AcceptAsync(string token, long account) =>
        Services.GetRequiredService<KeepPeople>().AcceptAsync(token, account, Cancel);

    /// <summary>A browser of somebody who has not signed in.</summary>
    public Visitor Visit() => new(OnKestrel
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address }
        : CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>A browser of somebody who has.</summary>
    public async Task<Visitor> SignInAsync(string name)
    {
        var visitor = Visit();
        await visitor.SignInAsync(AccountUrls.SignIn, name);
        return visitor;
    }

    /// <summary>The mails instead of what sends them.</summary>
    public sealed class Outbox : IMailer
    {
        private readonly ConcurrentQueue<Mail> sent = new();

        public bool IsBroken { get; set; }

        public IReadOnlyList<Mail> Sent => [.. sent];

        /// <summary>The path of the link in the last mail to somebody.</summary>
        public string LinkTo(string name) =>
            new Uri(Sent.Last(m => m.To == Email(name)).Blocks.OfType<MailBlock.Action>().Single().Url).PathAndQuery;

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            if (IsBroken)
            {
                throw new IOException("No space left on device");
            }

            sent.Enqueue(mail);
            return Task.CompletedTask;
        }
    }

    public sealed class Visitor(HttpClient browser)
    {
        public HttpClient Browser => browser;

        public async Task<IHtmlDocument> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
        {
            using var answer = await browser.GetAsync(address, Cancel);
            Assert.Equal(expected, answer.StatusCode);
            return await ReadAsync(answer);
        }

        /// <summary>Sends a form of a page as a browser would, some fields filled in, and answers what came back.</summary>
        public async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] fields)
        {
            var page = await OpenAsync(address);
            return await browser.PostAsync(address, Fill(page, form, fields), Cancel);
        }

        /// <summary>Sends a form and follows to the page that tells what was done.</summary>
        public async Task<(string Address, IHtmlDocument Page)> PressAsync(string address, string form, params (string Name, string Value)[] fields)
        {
            using var answer = await SendAsync(address, form, fields);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return (address, await ReadAsync(answer));
            }

            var next = answer.Headers.Location!.ToString();
            return (next, await OpenAsync(next));
        }

        public async Task<string> SignInAsync(string address, string name)
        {
            using var answer = await SendAsync(address, "sign-in", ("Email", Email(name)), ("Password", Password));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await ReadAsync(answer)).Words());
            return answer.Headers.Location!.ToString();
        }

        public static FormUrlEncodedContent Fill(IHtmlDocument page, string form, params (string Name, string Value)[] fields)
        {
            var element = page.QuerySelector($"input[name=_handler][value={form}]")?.Closest("form");
            Assert.True(element is not null, $"There is no form {form} in: {page.QuerySelector("main")?.TextContent}");
            var kept = element.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
                .Where(i => i.Type is not ("radio" or "checkbox") || i.IsChecked)
                .Where(i => fields.All(f => f.Name != i.Name))
                .Select(i => KeyValuePair.Create(i.Name!, i.Value));
            return new FormUrlEncodedContent([.. kept, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        }

        private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
            await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }
}

internal static partial class Reading
{
    /// <summary>What somebody reads in the middle of a page, with one space between two elements and for every break of the source.</summary>
    public static string Words(this IDocument page) =>
        Spaces().Replace(string.Join(' ', page.QuerySelector("main")!.Descendants<IText>().Select(t => t.Data)), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
