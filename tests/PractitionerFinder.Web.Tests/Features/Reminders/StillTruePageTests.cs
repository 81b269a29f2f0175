using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Reminders;

namespace PractitionerFinder.Web.Tests.Features.Reminders;

/// <summary>What the link of a reminder does and does not do, for whoever has it and without signing in.</summary>
public sealed class StillTruePageTests : IAsyncDisposable
{
    private const string AllDue = "Contact.Accepting";

    private static readonly DateTime Due = ListingBuilder.Morning.AddDays(90);

    private readonly ReminderSite site = new();
    private long listing;
    private long owner;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient Browser => field ??= site.CreateClient(new() { AllowAutoRedirect = false });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_shows_what_the_page_says_of_each_fact_that_is_due_and_a_press_for_it()
    {
        var page = await OpenAsync(await RemindedAsync(new ListingBuilder().Named("Holt Clinic")));

        Assert.Equal("Is this still true?", Heading(page));
        Assert.Equal(["Contact", "Taking on new people"], page.QuerySelectorAll("main form h2").Select(h => h.TextContent));
        Assert.Contains("Telephone +44 113 496 0123", Words(page), StringComparison.Ordinal);
        Assert.Contains("Your page will be hidden on 13 October 2026 unless contact and address are confirmed before.", Words(page), StringComparison.Ordinal);
        Assert.Equal(["Contact", "Accepting", AllDue], page.QuerySelectorAll("main form button").Select(b => b.GetAttribute("value")));
        Assert.Equal([$"/portal/listings/{listing}/contact", $"/portal/listings/{listing}/hours"], page.QuerySelectorAll("main form a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Opening_it_changes_nothing_however_often()
    {
        var link = await RemindedAsync(new ListingBuilder());
        var before = await site.ReadAsync(listing);

        await OpenAsync(link);
        await OpenAsync(link + "&did=Contact");
        using var head = await Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Cancel);

        Assert.Equal(before.Version, (await site.ReadAsync(listing)).Version);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task A_press_confirms_its_fact_alone_and_says_that_a_link_did()
    {
        var link = await RemindedAsync(new ListingBuilder());

        var page = await PressAsync(link, "Contact");

        var read = await site.ReadAsync(listing);
        Assert.Equal((site.Now, ConfirmedHow.Link, $"{owner}"), FactOf(read, ListingFact.Contact));
        Assert.Equal(ListingBuilder.Morning, FactOf(read, ListingFact.Accepting).At);
        Assert.Contains("Thank you, that is confirmed.", Words(page), StringComparison.Ordinal);
        Assert.Equal(["Taking on new people"], page.QuerySelectorAll("main form h2").Select(h => h.TextContent));
        await using var db = await site.ContextAsync();
        var line = Assert.Single(await db.Events.Where(e => e.ListingId == listing).ToListAsync(Cancel));
        Assert.Equal((ListingDeed.ConfirmedByLink, owner, "Contact"), (line.Deed, line.By, line.Code));
    }

    [Fact]
    public async Task One_press_confirms_all_and_then_the_link_confirms_nothing_any_more()
    {
        var link = await RemindedAsync(new ListingBuilder());

        var page = await PressAsync(link, AllDue);
        Assert.Equal("Everything is confirmed", Heading(page));
        Assert.Contains("Contact: today", Words(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form button"));

        // 31 days later both would be asked for again, by a link that was not used.
        site.Time.Advance(TimeSpan.FromDays(31));
        await PressAsync(link, AllDue);
        Assert.All([ListingFact.Contact, ListingFact.Accepting], f => Assert.Equal(1, (site.Now - FactOf(site.ReadAsync(listing).Result, f).At).Days / 31));
    }

    [Fact]
    public async Task A_hidden_page_returns_with_one_press()
    {
        var link = await RemindedAsync(new ListingBuilder().At("holt"));
        site.Time.Advance(TimeSpan.FromDays(28));
        await site.RemindAsync();
        site.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal(HttpStatusCode.Gone, await ProfileAsync());
        Assert.Contains("Your page has been hidden since", Words(await OpenAsync(link)), StringComparison.Ordinal);

        var page = await PressAsync(link, "Contact");

        Assert.Contains("Thank you, that is confirmed.", Words(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ProfileAsync());

        async Task<HttpStatusCode> ProfileAsync()
        {
            await site.CatchUpAsync();
            using var answer = await Browser.GetAsync("/practitioners/holt", Cancel);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task It_tells_nothing_that_the_public_page_does_not()
    {
        var link = await RemindedAsync(new ListingBuilder().In(53.8, -1.55, "Headingley").PrivateHome().Visiting());
        await site.ChangeAsync(listing, l =>
        {
            foreach (var fact in new[] { ListingFact.Contact, ListingFact.Accepting })
            {
                l.Confirm(fact, "1", ConfirmedHow.Owner, Due.AddDays(60));
            }
        });
        site.Time.Advance(TimeSpan.FromDays(95));
        link = Assert.Single(await site.RemindAsync()).Token is { } token ? ReminderUrls.Link(token) : link;

        var page = await OpenAsync(link);

        Assert.Contains("At their home in Headingley; the address is private", Words(page), StringComparison.Ordinal);
        Assert.All(["Secret Street", "LS1 9ZZ", "owner@mail.example", "people.example"], secret => Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("none")]
    [InlineData("old")]
    [InlineData("left")]
    [InlineData("suspended")]
    [InlineData("newer used")]
    public async Task A_link_that_is_none_or_has_had_its_time_confirms_nothing_and_says_what_to_do(string how)
    {
        var link = await RemindedAsync(new ListingBuilder());
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        switch (how)
        {
            case "forged":
                link = ReminderUrls.Link(token[..^1] + (token[^1] == 'A' ? 'E' : 'A'));
                break;
            case "none":
                link = ReminderUrls.StillTrue;
                break;
            case "old":
                site.Time.Advance(TimeSpan.FromDays(Reminder.Days));
                break;
            case "left":
                await using (var db = await site.ContextAsync())
                {
                    await db.Members.Where(m => m.AccountId == owner).ExecuteDeleteAsync(Cancel);
                }

                break;
            case "suspended":
                await site.ChangeAsync(listing, l => l.Suspend());
                break;
            default:
                site.Time.Advance(TimeSpan.FromDays(17));
                var newer = Assert.Single(await site.RemindAsync());
                Assert.Equal(ConfirmByLink.Outcome.Done, await site.Press.RunAsync(newer.Token, [ListingFact.Accepting], Cancel));
                break;
        }

        var version = (await site.ReadAsync(listing)).Version;
        using var answer = await SendAsync(link, AllDue);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var page = await OpenAsync(link, HttpStatusCode.Gone);
        Assert.NotNull(page.QuerySelector("main a[href='/account/sign-in?returnUrl=%2Fportal']"));
        Assert.Equal(version, (await site.ReadAsync(listing)).Version);
    }

    [Fact]
    public async Task A_link_opens_its_own_listing_and_no_other()
    {
        var other = (await site.GivenAsync(new ListingBuilder())).Listing;
        var link = await RemindedAsync(new ListingBuilder());

        await PressAsync(link, AllDue);

        Assert.Equal(ListingBuilder.Morning, FactOf(await site.ReadAsync(other), ListingFact.Contact).At);
    }

    [Fact]
    public async Task Many_presses_at_once_confirm_once()
    {
        var link = await RemindedAsync(new ListingBuilder());
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => site.Press.RunAsync(token, [ListingFact.Contact], Cancel))));

        Assert.Single(outcomes, ConfirmByLink.Outcome.Done);
        await using var db = await site.ContextAsync();
        Assert.Equal(1, await db.Events.CountAsync(e => e.ListingId == listing, Cancel));
    }

    [Fact]
    public async Task It_is_kept_and_found_and_logged_nowhere()
    {
        var link = await RemindedAsync(new ListingBuilder());
        using var answer = await Browser.GetAsync(link, Cancel);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        using var posted = await SendAsync(link, AllDue);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(("noindex", "no-referrer"), (page.QuerySelector("meta[name=robots]")?.GetAttribute("content"), page.QuerySelector("meta[name=referrer]")?.GetAttribute("content")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_keeps_no_token()
    {
        var link = await RemindedAsync(new ListingBuilder());
        await using var db = await site.ContextAsync();

        Assert.Null(await db.OutgoingMails.Select(m => m.Words).SingleAsync(Cancel));
        Assert.Equal(Reminder.HashBytes, (await db.Reminders.SingleAsync(Cancel)).TokenHash.Length);
        Assert.NotEmpty(link);
    }

    /// <summary>A listing whose contact is due today, and the link of the mail that its owner has got.</summary>
    private async Task<string> RemindedAsync(ListingBuilder builder)
    {
        (listing, owner) = await site.GivenAsync(builder);
        site.Time.Advance(Due - site.Now);
        return ReminderUrls.Link((await site.RemindAsync())[^1].Token);
    }

    private async Task<IDocument> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Browser.GetAsync(address, Cancel);
        Assert.Equal(expected, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private Task<HttpResponseMessage> SendAsync(string link, string facts) =>
        Browser.PostAsync(link, new FormUrlEncodedContent([new("_handler", "confirm"), new("fact", facts)]), Cancel);

    /// <summary>Presses, and follows to what is told then.</summary>
    private async Task<IDocument> PressAsync(string link, string facts)
    {
        using var answer = await SendAsync(link, facts);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await OpenAsync(answer.Headers.Location!.ToString());
    }

    private static (DateTime At, ConfirmedHow How, string By) FactOf(Listing listing, ListingFact fact) =>
        listing.Confirmations.Where(c => c.Fact == fact).Select(c => (c.At, c.How, c.By)).Single();

    private static string Heading(IDocument page) => page.QuerySelector("h1")!.TextContent;

    private static string Words(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
