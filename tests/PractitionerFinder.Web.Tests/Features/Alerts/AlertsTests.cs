using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Features.Alerts;

/// <summary>"Tell me about someone new": asked for, confirmed, told of and stopped, by somebody with a mailbox and no account.</summary>
public sealed class AlertsTests : IAsyncDisposable
{
    private const string Reader = "reader@people.example";
    private const string Cupping = "/alerts/new?near=Leeds&within=10mi&technique=cupping";
    private static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);

    private readonly FixedClock clock = new(Noon);
    private readonly FinderApplication site;

    public AlertsTests() => site = new FinderApplication
    {
        Clock = clock,
        Settings = { ["Site:PublicUrl"] = "https://finder.example" },
        // The mails are read in the database, before they are carried on.
        Replace = services => services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService))),
    };

    private HttpClient Browser => field ??= site.CreateClient(new() { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_results_page_leads_to_the_form_which_says_what_is_kept_and_what_is_not()
    {
        var results = await OpenAsync("/find?near=Leeds&technique=cupping&area=neck&q=holt&verified=true");
        var form = await OpenAsync(results.QuerySelector(".tell-me a")!.GetAttribute("href")!);

        var words = WordsOf(form);
        Assert.Contains("Cupping within 10 miles of Leeds.", words, StringComparison.Ordinal);
        Assert.Contains("Not kept, and not looked at: the part of the body, your words, proof of training.", words, StringComparison.Ordinal);
        Assert.Equal("/find.xml?near=Leeds&within=10mi&technique=cupping", results.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_kept_is_place_distance_and_technique()
    {
        await AskAsync("/alerts/new?lat=53.80127&lon=-1.54931&technique=cupping&area=neck&q=holt&gender=woman");

        var alert = Assert.Single(await AlertsAsync());
        Assert.Equal("lat=53.8&lon=-1.55&within=10mi&technique=cupping", alert.Query);
        Assert.Equal(Reader, alert.Email);
    }

    [Fact]
    public async Task Nothing_runs_before_the_link_in_the_mail_is_pressed_and_opening_it_is_no_press()
    {
        await AskAsync(Cupping);
        var link = LinkOf(Assert.Single(await MailsAsync()), "Look at the alert");
        for (var i = 0; i < 2; i++)
        {
            var page = await OpenAsync(link);
            Assert.Contains("Start it, and we look once a week", WordsOf(page), StringComparison.Ordinal);
        }

        Assert.Null(Assert.Single(await AlertsAsync()).ConfirmedAt);

        Assert.Contains("The alert is started.", WordsOf(await PressAsync(link, "start")), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await AlertsAsync()).ConfirmedAt);
        Assert.Contains("It looks once a week", WordsOf(await PressAsync(link, "start")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_page_is_kept_nowhere_and_tells_nobody_its_address()
    {
        await AskAsync(Cupping);
        var link = LinkOf(Assert.Single(await MailsAsync()), "Look at the alert");

        using var answer = await Browser.GetAsync(link, Cancel);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Equal("no-referrer", page.QuerySelector("meta[name=referrer]")!.GetAttribute("content"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        var token = link.Split('=')[1];
        Assert.DoesNotContain(site.Logs.Entries.Select(e => $"{e}"), line => line.Contains(token, StringComparison.Ordinal) || line.Contains(Reader, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_appears_is_told_of_once_and_at_most_weekly()
    {
        await site.GivenAsync(Somebody("Old Hand", Noon.AddDays(-90)));
        await RunningAsync(Cupping);
        await site.GivenAsync(
            Somebody("New Hand", Noon.AddDays(1)), Somebody("Far Away", Noon.AddDays(1)).In(51.5, -0.1), Somebody("Other Trade", Noon.AddDays(1), "thai-massage"),
            Somebody("Made Up", Noon.AddDays(1)).Demo(), Somebody("Away", Noon.AddDays(1)).Paused());

        clock.Advance(TimeSpan.FromDays(6));
        await LookAsync();
        Assert.Single(await MailsAsync());

        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();
        await LookAsync();

        var mail = (await MailsAsync())[^1];
        Assert.Equal(2, (await MailsAsync()).Count);
        Assert.Equal((Reader, "Somebody new in your search"), (mail.To, mail.Subject));
        Assert.Equal(["See everybody in the search", "New Hand", "Stop this alert"], mail.Blocks.OfType<MailBlock.Action>().Select(a => a.Words));

        await site.GivenAsync(Somebody("Next Week", clock.GetUtcNow().UtcDateTime.AddDays(2)));
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();
        Assert.Contains("Next Week", (await MailsAsync())[^1].Blocks.OfType<MailBlock.Action>().Select(a => a.Words));
        Assert.Equal(3, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Who_takes_the_technique_up_or_moves_near_is_new_and_who_changes_something_else_is_not()
    {
        var listings = await site.GivenAsync(
            Somebody("Learner", Noon.AddDays(-9), "thai-massage"), Somebody("Mover", Noon.AddDays(-9)).In(51.5, -0.1), Somebody("Writer", Noon.AddDays(-9)));
        await RunningAsync(Cupping);
        var later = Noon.AddDays(2);
        await ChangeAsync(listings[0].Id, c => c with { Techniques = [new OfferedTechnique("cupping")] }, later);
        await ChangeAsync(listings[1].Id, c => c with { Locations = [.. listings[2].PublicContent!.Locations] }, later);
        await ChangeAsync(listings[2].Id, c => c with { Headline = "Another line" }, later);

        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();

        Assert.Equal(["Learner", "Mover"], (await MailsAsync())[^1].Blocks.OfType<MailBlock.Action>().Select(a => a.Words).Intersect(["Learner", "Mover", "Writer"]).Order());
    }

    [Fact]
    public async Task A_mail_names_at_most_ten()
    {
        await RunningAsync("/alerts/new?near=Leeds");
        await site.GivenAsync([.. Enumerable.Range(0, 12).Select(i => Somebody($"Person {i}", Noon.AddDays(1)))]);
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();

        var mail = (await MailsAsync())[^1];
        Assert.Equal(10, mail.Blocks.OfType<MailBlock.Action>().Count(a => a.Words.StartsWith("Person", StringComparison.Ordinal)));
        Assert.Contains(new MailBlock.Text("And 2 more in the search."), mail.Blocks);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_write_one_mail()
    {
        await using var other = new FinderApplication { Clock = clock, Settings = { ["ConnectionStrings:Finder"] = Path.Combine(site.DataFolder, "finder.db") } };
        await RunningAsync(Cupping);
        await site.GivenAsync(Somebody("New Hand", Noon.AddDays(1)));
        await other.CatchUpAsync();
        clock.Advance(TimeSpan.FromDays(7));

        await Task.WhenAll(LookAsync(), other.Services.GetRequiredService<SendAlerts>().RunAsync(Cancel));

        Assert.Equal(2, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task One_press_in_any_mail_stops_it_and_erases_the_address_at_once()
    {
        await RunningAsync(Cupping);
        await site.GivenAsync(Somebody("New Hand", Noon.AddDays(1)));
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();
        var link = LinkOf((await MailsAsync())[^1], "Stop this alert");

        Assert.Contains("The alert is stopped.", WordsOf(await PressAsync(link, "stop")), StringComparison.Ordinal);

        Assert.Empty(await AlertsAsync());
        await using var db = await ContextAsync();
        Assert.Equal(0, await db.AlertLinks.CountAsync(Cancel));
        Assert.Equal("There is no such alert", (await OpenAsync(link)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_program_for_mail_stops_it_without_a_page_and_opening_the_same_address_does_not()
    {
        await RunningAsync(Cupping);
        var mail = (await MailsAsync())[0];
        using var message = await site.Services.GetRequiredService<MailRenderer>().RenderAsync(mail);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        var address = new Uri(message.Headers["List-Unsubscribe"]!.Replace("\r\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim('<', '>')).PathAndQuery;

        using (var opened = await Browser.GetAsync(address, Cancel))
        {
            Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        }

        Assert.Single(await AlertsAsync());
        using var stopped = await Browser.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancel);

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task What_nobody_confirms_is_erased_after_a_week()
    {
        await AskAsync(Cupping);
        var link = LinkOf(Assert.Single(await MailsAsync()), "Look at the alert");
        clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("There is no such alert", (await OpenAsync(link)).QuerySelector("h1")!.TextContent);

        await LookAsync();

        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_stranger_cannot_fill_a_mailbox_and_learns_nothing_of_it()
    {
        var pages = new HashSet<string>();
        for (var i = 0; i < 6; i++)
        {
            pages.Add(WordsOf(await AskAsync(Cupping)));
        }

        Assert.Equal(SearchAlert.MostWaiting, (await MailsAsync()).Count);
        Assert.Single(pages);
    }

    [Theory]
    [InlineData("not an address", 10, "", "Enter an e-mail address")]
    [InlineData(Reader, 10, "https://spam.example", "a field that people do not see")]
    [InlineData(Reader, 0, "", "faster than people fill in forms")]
    public async Task A_form_that_a_program_sends_or_that_is_wrong_sends_no_mail(string email, int seconds, string website, string told)
    {
        var page = await AskAsync(Cupping, email, seconds, website);

        Assert.Contains(told, WordsOf(page), StringComparison.Ordinal);
        Assert.Equal(email, page.QuerySelector<IHtmlInputElement>("#Email")!.Value);
        Assert.Empty(await MailsAsync());
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task Asking_too_often_is_refused()
    {
        var page = await OpenAsync(Cupping);
        for (var i = 0; i < RateLimits.MostMails; i++)
        {
            using var taken = await SendAsync(page, Cupping, "x", "");
        }

        using var refused = await SendAsync(page, Cupping, "x", "");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task The_feed_tells_who_is_new_the_newest_first_and_is_the_same_for_everybody()
    {
        await site.GivenAsync(Somebody("First", Noon.AddDays(-20)), Somebody("Second", Noon.AddDays(-3)), Somebody("Long There", Noon.AddDays(-80)), Somebody("Made Up", Noon.AddDays(-3)).Demo());

        using var answer = await Browser.GetAsync("/find.xml?near=Leeds&technique=cupping&q=holt", Cancel);
        var feed = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(["Second", "First"], feed.Root!.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value));
        Assert.Equal("https://finder.example/find.xml?near=Leeds&within=10mi&technique=cupping", feed.Root.Element(atom + "id")!.Value);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Public);
        using var nowhere = await Browser.GetAsync("/find.xml?near=Qqzzxyy", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private static ListingBuilder Somebody(string name, DateTime approved, string technique = "cupping") => new ListingBuilder().Named(name).Approved(approved).Offering(technique);

    private Task LookAsync() => site.Services.GetRequiredService<SendAlerts>().RunAsync(Cancel);

    private async Task RunningAsync(string address)
    {
        await AskAsync(address);
        await PressAsync(LinkOf((await MailsAsync())[^1], "Look at the alert"), "start");
    }

    private async Task ChangeAsync(long id, Func<ListingContent, ListingContent> change, DateTime at)
    {
        await using var db = await ContextAsync();
        var listing = await db.Listings.WithEverything().SingleAsync(l => l.Id == id, Cancel);
        var vocabulary = site.Services.GetRequiredService<Vocabulary>();
        var revision = listing.Propose(change(listing.PublicContent!), "owner", at);
        listing.Approve(revision.Number, "staff", at, vocabulary);
        await db.SaveChangesAsync(Cancel);
        await site.CatchUpAsync();
    }

    private async Task<IDocument> AskAsync(string address, string email = Reader, int seconds = 10, string website = "")
    {
        var page = await OpenAsync(address);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        using var answer = await SendAsync(page, address, email, website);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private Task<HttpResponseMessage> SendAsync(IDocument page, string address, string email, string website) => Browser.PostAsync(address, new FormUrlEncodedContent(
        page.QuerySelectorAll<IHtmlInputElement>("main form input[name]").Select(i => KeyValuePair.Create(
            i.Name!, i.Name switch { "Email" => email, "Website" => website, _ => i.Value }))), Cancel);

    private async Task<IDocument> PressAsync(string link, string act)
    {
        var page = await OpenAsync(link);
        var fields = page.QuerySelectorAll<IHtmlInputElement>("main form input[name]").Select(i => KeyValuePair.Create(i.Name!, i.Value)).Append(new("act", act));
        using var answer = await Browser.PostAsync("/alerts", new FormUrlEncodedContent(fields), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private async Task<IDocument> OpenAsync(string address)
    {
        using var answer = await Browser.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private async Task<List<SearchAlert>> AlertsAsync()
    {
        await using var db = await ContextAsync();
        return await db.Alerts.ToListAsync(Cancel);
    }

    private async Task<List<Mail>> MailsAsync()
    {
        await using var db = await ContextAsync();
        return (await db.OutgoingMails.OrderBy(m => m.Id).ToListAsync(Cancel)).ConvertAll(m => m.Read()!);
    }

    private Task<FinderDbContext> ContextAsync() => site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    private static string LinkOf(Mail mail, string words) => new Uri(mail.Blocks.OfType<MailBlock.Action>().Single(a => a.Words == words).Url).PathAndQuery;

    private static string WordsOf(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
