using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Web.Features.Enquiries;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Enquiries;

/// <summary>An application of one test's own with a listing that somebody keeps, whose mails wait in the database for the test to read.</summary>
public sealed class EnquirySite : FinderApplication
{
    public static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);

    public EnquirySite(IInterceptor? interceptor = null)
    {
        Clock = new FixedClock(Noon);
        Replace = services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService)));
            if (interceptor is not null)
            {
                services.ConfigureDbContext<SqliteFinderContext>(options => options.AddInterceptors(interceptor));
            }
        };
    }

    public FixedClock Time => (FixedClock)Clock!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Makes a listing with somebody who keeps it.</summary>
    public async Task<(Listing Listing, long Keeper)> GivenAsync(string keeper, ListingBuilder builder, bool isConfirmed = true)
    {
        var listing = (await GivenAsync(builder))[0];
        await using var scope = Services.CreateAsyncScope();
        var account = new Account(keeper, PeopleSite.Email(keeper), Noon) { EmailConfirmed = isConfirmed };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, PeopleSite.Password)).Succeeded);
        await using var db = await ContextAsync();
        db.Members.Add(new ListingMember(listing.Id, account.Id, MemberRole.Owner, Noon));
        await db.SaveChangesAsync(Cancel);
        return (listing, account.Id);
    }

    public Task<FinderDbContext> ContextAsync() => Get<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    /// <summary>Every mail that was written, the oldest first.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync()
    {
        await using var db = await ContextAsync();
        return (await db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Cancel)).ConvertAll(m => m.Read()!);
    }

    /// <summary>The link in the last mail to an address.</summary>
    public async Task<string> LinkToAsync(string email) => LinkIn((await MailsAsync()).Last(m => m.To == email));

    public static string LinkIn(Mail mail) => new Uri(mail.Blocks.OfType<MailBlock.Action>().First().Url).PathAndQuery;

    public static string TokenIn(string link) => link.Split("token=")[1];

    public PeopleSite.Visitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false }));

    public async Task<PeopleSite.Visitor> SignInAsync(string name)
    {
        var visitor = Visit();
        await visitor.SignInAsync("/account/sign-in", name);
        return visitor;
    }

    /// <summary>Fills in the form for an enquiry and sends it, ten seconds after it was opened.</summary>
    public async Task<IHtmlDocument> AskAsync(string slug, params (string Name, string Value)[] fields)
    {
        var visitor = Visit();
        var address = $"/practitioners/{slug}/enquire";
        var content = PeopleSite.Visitor.Fill(await visitor.OpenAsync(address), "enquire", [.. Answers.Where(a => fields.All(f => f.Name != a.Name)), .. fields]);
        Time.Advance(TimeSpan.FromSeconds(10));
        using var answer = await visitor.Browser.PostAsync(address, content, Cancel);
        return await ReadAsync(answer);
    }

    /// <summary>Does the same with the form for some of a short list.</summary>
    public async Task<IHtmlDocument> AskSeveralAsync(string[] list, string[] ticked, params (string Name, string Value)[] fields)
    {
        var visitor = Visit();
        var address = EnquiryUrls.FormForSome(list);
        var content = PeopleSite.Visitor.Fill(
            await visitor.OpenAsync(address), "ask", [.. Answers.Where(a => fields.All(f => f.Name != a.Name)), .. fields, .. ticked.Select(slug => ("Asked", slug))]);
        Time.Advance(TimeSpan.FromSeconds(10));
        using var answer = await visitor.Browser.PostAsync(address, content, Cancel);
        return await ReadAsync(answer);
    }

    public static (string Name, string Value)[] Answers => [("Reason", "FirstAppointment"), ("Times", "Weekends"), ("Name", "Rosa"), ("Email", "rosa@patient.example")];

    /// <summary>Presses a button of a page whose forms are all taken by one, and follows to what tells of it.</summary>
    public static async Task<IHtmlDocument> PressAsync(PeopleSite.Visitor visitor, string address, string act, params (string Name, string Value)[] fields)
    {
        var page = await visitor.OpenAsync(address);
        var form = page.QuerySelectorAll<IHtmlInputElement>("input[name=act]").Single(i => i.Value == act).Closest("form")!;
        var content = new FormUrlEncodedContent(
        [
            .. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value)),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var answer = await visitor.Browser.PostAsync(address, content, Cancel);
        return answer.Headers.Location is { } next ? await visitor.OpenAsync(next.ToString()) : await ReadAsync(answer);
    }

    public static string Page(long listing, long enquiry) => string.Create(CultureInfo.InvariantCulture, $"/portal/listings/{listing}/enquiries/{enquiry}");

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
}
