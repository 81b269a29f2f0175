using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.Enquiries;
using PractitionerFinder.Web.Tests.Features.Portal;
using static PractitionerFinder.Web.Tests.Features.Enquiries.EnquirySite;

namespace PractitionerFinder.Web.Tests.Features.Enquiries;

/// <summary>One form asks a few people, each of whom answers apart and knows of no other.</summary>
public sealed class EnquiryToSeveralTests : IAsyncDisposable
{
    private const string Rosa = "rosa@patient.example";

    private readonly EnquirySite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListingBuilder Amira => new ListingBuilder().At("amira").Named("Amira Holt");

    private static ListingBuilder Bela => new ListingBuilder().At("bela").Named("Bela Ray");

    private static ListingBuilder Cleo => new ListingBuilder().At("cleo").Named("Cleo Ames");

    private async Task GivenThreeAsync()
    {
        await site.GivenAsync("amira", Amira);
        await site.GivenAsync("bela", Bela);
        await site.GivenAsync("cleo", Cleo);
    }

    private async Task<IReadOnlyList<EnquiryState>> StatesAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Enquiries.OrderBy(e => e.ListingId).Select(e => e.State).ToListAsync(Cancel);
    }

    private async Task<IHtmlDocument> SendOnAsync(string link) => (await site.Visit().PressAsync(link, "confirm")).Page;

    [Fact]
    public async Task One_mail_and_one_press_send_it_to_each_and_nobody_learns_of_another()
    {
        await GivenThreeAsync();

        var told = await site.AskSeveralAsync(["cleo", "bela", "amira"], ["amira", "bela", "cleo"]);
        Assert.Equal("Look in your mail", told.QuerySelector("h1")?.TextContent);
        Assert.Contains("Amira Holt, Bela Ray and Cleo Ames", told.Words(), StringComparison.Ordinal);
        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal(Rosa, mail.To);
        var link = LinkIn(mail);

        Assert.Contains("Nobody has read it yet", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        Assert.Equal([EnquiryState.Waiting, EnquiryState.Waiting, EnquiryState.Waiting], await StatesAsync());
        var sent = await SendOnAsync(link);

        Assert.Contains("Sent. We write to you when there is an answer.", sent.Words(), StringComparison.Ordinal);
        Assert.Equal([EnquiryState.Sent, EnquiryState.Sent, EnquiryState.Sent], await StatesAsync());
        foreach (var (keeper, others) in new[] { ("amira", new[] { "Bela", "Cleo" }), ("bela", ["Amira", "Cleo"]), ("cleo", ["Amira", "Bela"]) })
        {
            var notice = Assert.Single((await site.MailsAsync()).Where(m => m.To == PeopleSite.Email(keeper)));
            var page = await (await site.SignInAsync(keeper)).OpenAsync(LinkIn(notice));
            Assert.Contains("Enquiry from Rosa", page.Words(), StringComparison.Ordinal);
            Assert.All(others, other => Assert.DoesNotContain(other, notice + string.Concat(notice.Blocks) + page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Each_has_a_page_of_its_own_that_leads_to_no_other_and_is_erased_alone()
    {
        await GivenThreeAsync();
        await site.AskSeveralAsync(["amira", "bela", "cleo"], ["amira", "bela", "cleo"]);
        var link = await site.LinkToAsync(Rosa);
        var each = (await SendOnAsync(link)).QuerySelectorAll<IHtmlAnchorElement>(".messages a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, each.Distinct().Count());

        var one = await site.Visit().OpenAsync(each[0]);
        Assert.Equal("Your enquiry to Amira Holt", one.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("Bela", one.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("leads nowhere", (await site.Visit().OpenAsync(EnquiryUrls.LinkToSeveral(TokenIn(each[0])))).Words(), StringComparison.Ordinal);
        Assert.Contains("leads nowhere", (await site.Visit().OpenAsync(EnquiryUrls.Link(TokenIn(link)))).Words(), StringComparison.Ordinal);

        await PressAsync(site.Visit(), each[0], "erase");
        Assert.Equal([EnquiryState.Sent, EnquiryState.Sent], await StatesAsync());
        var left = await site.Visit().OpenAsync(link);
        Assert.Equal(["Bela Ray", "Cleo Ames"], left.QuerySelectorAll(".messages strong").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Pressed_twice_or_at_one_moment_it_is_asked_once()
    {
        await GivenThreeAsync();
        var ids = await IdsAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(ids)));
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync([.. ids.Reverse()]));

        var mail = Assert.Single(await site.MailsAsync());
        await Task.WhenAll(SendOnAsync(LinkIn(mail)), SendOnAsync(LinkIn(mail)));
        await SendOnceMoreAsync(mail);
        Assert.Equal(3, (await StatesAsync()).Count);
        Assert.Equal(4, (await site.MailsAsync()).Count);
    }

    // By now there is no button any more; a browser may send the form of before all the same.
    private async Task SendOnceMoreAsync(Mail mail)
    {
        var outcomes = await site.Get<FollowEnquiry>().ConfirmSeveralAsync(TokenIn(LinkIn(mail)), Cancel);
        Assert.Equal([EnquiryOutcome.Already, EnquiryOutcome.Already, EnquiryOutcome.Already], outcomes);
    }

    private async Task<IReadOnlyList<long>> IdsAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Listings.OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(Cancel);
    }

    private Task<SendEnquiry.Outcome> SendAsync(IReadOnlyList<long> listings, EnquiryReason reason = EnquiryReason.Fees) => site.Get<SendEnquiry>().RunAsync(
        [.. listings.Select(l => (l, new EnquiryAnswers("Rosa", Rosa, reason, null, null, EnquiryTimes.None, null)))], Cancel);

    [Fact]
    public async Task When_one_of_them_closes_meanwhile_nobody_is_asked_and_the_page_says_so()
    {
        await GivenThreeAsync();
        var visitor = site.Visit();
        var address = EnquiryUrls.FormForSome(["amira", "bela", "cleo"]);
        var content = PeopleSite.Visitor.Fill(await visitor.OpenAsync(address), "ask", Answers);
        site.Time.Advance(TimeSpan.FromSeconds(10));
        var ids = await IdsAsync();
        await using (var db = await site.ContextAsync())
        {
            var keeper = await db.Members.Where(m => m.ListingId == ids[1]).Select(m => m.AccountId).SingleAsync(Cancel);
            await site.Get<KeepEnquiryChoices>().RunAsync(ids[1], keeper, isOpen: false, takesWords: false, Cancel);
        }

        Assert.Equal(SendEnquiry.Outcome.Closed, await SendAsync(ids));
        using var answer = await visitor.Browser.PostAsync(address, content, Cancel);

        Assert.Contains("stopped taking enquiries here while you wrote", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await StatesAsync());
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task Three_count_as_three_of_what_an_address_may_ask_in_a_day_and_the_same_again_as_no_more()
    {
        await GivenThreeAsync();
        var ids = await IdsAsync();
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync(ids));

        Assert.Equal(SendEnquiry.Outcome.TooMany, await SendAsync(ids, EnquiryReason.Access));
        Assert.Equal(3, (await StatesAsync()).Count);
        site.Time.Advance(SendEnquiry.SamePress);
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync(ids));
        Assert.Equal(2, (await site.MailsAsync()).Count);
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync([ids[0], ids[1]], EnquiryReason.Access));
    }

    [Fact]
    public async Task Whom_they_asked_before_is_left_out_and_who_blocked_them_hears_nothing()
    {
        await GivenThreeAsync();
        var (amira, bela) = ((await IdsAsync())[0], (await IdsAsync())[1]);
        await site.AskAsync("amira");
        await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");
        await site.AskAsync("bela");
        await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");
        await using (var db = await site.ContextAsync())
        {
            var (keeper, enquiry) = (await db.Members.SingleAsync(m => m.ListingId == bela, Cancel), await db.Enquiries.SingleAsync(e => e.ListingId == bela, Cancel));
            await site.Get<AnswerEnquiry>().BlockAsync(new(bela, keeper.AccountId, enquiry.Id), ReportReason.Abuse, Cancel);
        }

        site.Time.Advance(TimeSpan.FromDays(1));
        await site.AskSeveralAsync(["amira", "bela", "cleo"], ["amira", "bela", "cleo"], ("Reason", "Fees"));
        var told = await SendOnAsync(await site.LinkToAsync(Rosa));

        Assert.Contains("whose answer is still open, was left out", told.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("block", told.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Bela Ray", "Cleo Ames"], told.QuerySelectorAll(".messages strong").Select(n => n.TextContent));
        Assert.Contains("They do not take it on.", told.Words(), StringComparison.Ordinal);
        Assert.Single((await site.MailsAsync()).Where(m => m.To == PeopleSite.Email("amira")));
        Assert.Single((await site.MailsAsync()).Where(m => m.To == PeopleSite.Email("bela")));
        Assert.Single((await site.MailsAsync()).Where(m => m.To == PeopleSite.Email("cleo")));
        await using var after = await site.ContextAsync();
        Assert.Equal(EnquiryReason.FirstAppointment, (await after.Enquiries.SingleAsync(e => e.ListingId == amira, Cancel)).Reason);
    }

    [Fact]
    public async Task A_technique_is_named_only_to_those_who_have_it_on_their_page()
    {
        await site.GivenAsync("amira", Amira.Offering("cupping"));
        await site.GivenAsync("bela", Bela.Offering("thai-massage"));

        await site.AskSeveralAsync(["amira", "bela"], ["amira", "bela"], ("Technique", "cupping"));

        await using var db = await site.ContextAsync();
        Assert.Equal(["cupping", null], await db.Enquiries.OrderBy(e => e.ListingId).Select(e => e.Technique).ToListAsync(Cancel));
        Assert.Contains("so they get it without", (await site.Visit().OpenAsync(await site.LinkToAsync(Rosa))).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "FirstAppointment", "Tick whom you would like to ask")]
    [InlineData("amira bela cleo dora", "FirstAppointment", "Leave 3 ticked at most")]
    [InlineData("amira dora", "Online", "This is no question for Amira Holt, going by what they say")]
    [InlineData("amira", "Diagnosis", "Choose what your enquiry is about")]
    public async Task What_cannot_be_asked_is_sent_back_with_what_to_do_and_nothing_is_kept(string ticked, string reason, string words)
    {
        await GivenThreeAsync();
        await site.GivenAsync("dora", new ListingBuilder().At("dora").Online());

        var page = await site.AskSeveralAsync(["amira", "bela", "cleo", "dora"], ticked.Split(' ', StringSplitOptions.RemoveEmptyEntries), ("Reason", reason));

        Assert.Contains(words, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await StatesAsync());
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task Who_cannot_be_asked_is_named_with_what_everybody_may_know_and_who_is_not_shown_is_not_named()
    {
        await site.GivenAsync("amira", Amira);
        await site.GivenAsync("bela", Bela.Paused());
        await site.GivenAsync("cleo", Cleo, isConfirmed: false);
        await site.GivenAsync("dora", new ListingBuilder().At("dora").Named("Dora Gone").Suspended());

        var page = await site.Visit().OpenAsync(EnquiryUrls.FormForSome(["amira", "bela", "cleo", "dora", "never"]));

        Assert.Equal("Ask Amira Holt", page.QuerySelector("h1")?.TextContent);
        Assert.Equal(["amira"], page.QuerySelectorAll<IHtmlInputElement>("input[name=Asked]").Where(i => i.IsChecked).Select(i => i.Value));
        var reasons = page.QuerySelectorAll("main ul li").Select(l => l.TextContent).ToList();
        Assert.Contains(reasons, r => r.StartsWith("Bela Ray: has paused their page", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.StartsWith("Cleo Ames: takes no enquiries here", StringComparison.Ordinal));
        Assert.DoesNotContain("Dora Gone", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_list_leads_there_when_more_than_one_of_it_can_be_asked()
    {
        await site.GivenAsync("amira", Amira);
        await site.GivenAsync("bela", Bela);
        await site.GivenAsync("cleo", Cleo.Paused());

        Assert.NotNull((await site.Visit().OpenAsync("/shortlist?who=amira&who=bela&who=cleo")).QuerySelector("a[href='/shortlist/ask?who=amira&who=bela&who=cleo']"));
        Assert.Null((await site.Visit().OpenAsync("/shortlist?who=amira&who=cleo")).QuerySelector("a[href^='/shortlist/ask']"));
        Assert.Null((await site.Visit().OpenAsync("/shortlist?who=amira")).QuerySelector("a[href^='/shortlist/ask']"));
    }

    [Fact]
    public async Task The_page_behind_the_link_is_kept_nowhere_and_its_token_is_in_no_log()
    {
        site.Settings["Logging:LogLevel:Default"] = "Debug";
        site.Settings["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug";
        site.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug";
        await GivenThreeAsync();
        await site.AskSeveralAsync(["amira", "bela", "cleo"], ["amira", "bela"]);
        var link = await site.LinkToAsync(Rosa);

        using var shown = await site.Visit().Browser.GetAsync(link, Cancel);
        await SendOnAsync(link);

        var page = await shown.Content.ReadAsStringAsync(Cancel);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.False(shown.Headers.Contains("Set-Cookie"));
        Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.All(SeveralLinks.Of(TokenIn(link)).Append(TokenIn(link)).Append(Rosa), secret => Assert.DoesNotContain(secret, site.Logs.Text, StringComparison.OrdinalIgnoreCase));
    }
}
