using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Features.Enquiries;
using PractitionerFinder.Web.Shared.Counting;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shell;
using PractitionerFinder.Web.Tests.Features.Portal;
using static PractitionerFinder.Web.Tests.Features.Enquiries.EnquirySite;

namespace PractitionerFinder.Web.Tests.Features.Enquiries;

/// <summary>A patient's words reach one person, and go away.</summary>
public sealed class EnquiryTests : IAsyncDisposable
{
    private const string Rosa = "rosa@patient.example";

    private readonly EnquirySite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListingBuilder Amira => new ListingBuilder().At("amira");

    private async Task<long> EnquiryAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Enquiries.Select(e => e.Id).SingleAsync(Cancel);
    }

    [Fact]
    public async Task It_is_asked_confirmed_accepted_talked_about_and_erased()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        var profile = await site.Visit().OpenAsync("/practitioners/amira");
        Assert.Equal("/practitioners/amira/enquire", profile.QuerySelector("a.button-main")?.GetAttribute("href"));

        Assert.Equal("Look in your mail", (await site.AskAsync("amira")).QuerySelector("h1")?.TextContent);
        var keeper = await site.SignInAsync("amira");
        Assert.Contains("No enquiries", (await keeper.OpenAsync($"/portal/listings/{listing.Id}/enquiries")).Words(), StringComparison.Ordinal);

        var link = await site.LinkToAsync(Rosa);
        var patient = site.Visit();
        Assert.Contains("Nobody has read it yet", (await patient.OpenAsync(link)).Words(), StringComparison.Ordinal);
        Assert.Single(await site.MailsAsync());
        Assert.Contains("Sent. We write to you", (await PressAsync(patient, link, "confirm")).Words(), StringComparison.Ordinal);

        var page = await site.LinkToAsync(PeopleSite.Email("amira"));
        var shown = await keeper.OpenAsync(page);
        Assert.Contains("Enquiry from Rosa", shown.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Rosa, shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("1 enquiry waits for you", (await keeper.OpenAsync($"/portal/listings/{listing.Id}")).Words(), StringComparison.Ordinal);

        Assert.Contains(Rosa, (await PressAsync(keeper, page, "accept")).Words(), StringComparison.Ordinal);
        await PressAsync(keeper, page, "say", ("Message", "Would Saturday suit you?"));
        var later = await site.LinkToAsync(Rosa);
        var thread = await PressAsync(patient, later, "say", ("Message", "Saturday is fine.\r\n<b>Rosa</b>"));
        Assert.Equal(["Would Saturday suit you?", "Saturday is fine.\n<b>Rosa</b>"], thread.QuerySelectorAll(".messages .words").Select(w => w.TextContent));

        Assert.Contains("Erased.", (await PressAsync(patient, link, "erase")).Words(), StringComparison.Ordinal);
        Assert.Contains("leads nowhere any more", (await patient.OpenAsync(later)).Words(), StringComparison.Ordinal);
        await keeper.OpenAsync(page, HttpStatusCode.NotFound);
        await using var db = await site.ContextAsync();
        Assert.False(await db.Enquiries.AnyAsync(Cancel) || await db.EnquiryMessages.AnyAsync(Cancel) || await db.EnquiryLinks.AnyAsync(Cancel));
    }

    [Fact]
    public async Task One_that_is_sent_counts_as_one_contact_and_one_that_waits_as_none()
    {
        await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        var link = await site.LinkToAsync(Rosa);
        await site.Get<FoldCounts>().RunAsync(Cancel);
        await using var db = await site.ContextAsync();
        Assert.DoesNotContain(await db.ListingWeeks.ToListAsync(Cancel), w => w.Contacts > 0);

        await PressAsync(site.Visit(), link, "confirm");
        Assert.Equal(EnquiryOutcome.Already, await site.Get<FollowEnquiry>().ConfirmAsync(TokenIn(link), Cancel));
        await site.Get<FoldCounts>().RunAsync(Cancel);

        Assert.Equal(1, await db.ListingWeeks.AsNoTracking().SumAsync(w => w.Contacts, Cancel));
    }

    [Fact]
    public async Task Mails_hold_no_word_that_a_patient_typed_and_no_name_in_their_subject()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.Get<KeepEnquiryChoices>().RunAsync(listing.Id, await KeeperAsync(listing.Id), isOpen: true, takesWords: true, Cancel);
        await site.AskAsync("amira", ("Name", "Rosamunde"), ("Words", "My left shoulder is sore"));
        var link = await site.LinkToAsync(Rosa);
        await PressAsync(site.Visit(), link, "confirm");
        var keeper = await site.SignInAsync("amira");
        var page = Page(listing.Id, await EnquiryAsync());
        await PressAsync(keeper, page, "accept");
        await PressAsync(keeper, page, "say", ("Message", "Bring the letter"));
        await PressAsync(site.Visit(), link, "say", ("Message", "Which letter"));

        var mails = await site.MailsAsync();

        Assert.Equal(5, mails.Count);
        Assert.All(mails, mail =>
        {
            var words = mail.Subject + string.Concat(mail.Blocks.Select(b => b.ToString()));
            Assert.All(["Rosamunde", "shoulder", "Bring the letter", "Which letter"], typed => Assert.DoesNotContain(typed, words, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(mail.To == Rosa ? PeopleSite.Email("amira") : Rosa, words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Amira", mail.Subject, StringComparison.Ordinal);
        });
        Assert.Contains("shoulder", (await keeper.OpenAsync(page)).Words(), StringComparison.Ordinal);
    }

    private async Task<long> KeeperAsync(long listing)
    {
        await using var db = await site.ContextAsync();
        return await db.Members.Where(m => m.ListingId == listing).Select(m => m.AccountId).SingleAsync(Cancel);
    }

    [Fact]
    public async Task Words_are_taken_in_a_first_enquiry_only_where_the_practitioner_wants_them()
    {
        await site.GivenAsync("amira", Amira);

        await site.AskAsync("amira", ("Words", "unasked"));

        await using var db = await site.ContextAsync();
        Assert.Null((await db.Enquiries.SingleAsync(Cancel)).Words);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_enquiry_and_one_mail()
    {
        await site.GivenAsync("amira", Amira);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync());
        Assert.Single(await site.MailsAsync());
        site.Time.Advance(SendEnquiry.SamePress);
        await SendAsync();
        Assert.Equal(2, (await site.MailsAsync()).Count);

        await using var db = await site.ContextAsync();
        Assert.Equal(1, await db.Enquiries.CountAsync(Cancel));
    }

    private async Task<SendEnquiry.Outcome> SendAsync(string email = Rosa, string? words = null)
    {
        await using var db = await site.ContextAsync();
        var listing = await db.Listings.Select(l => l.Id).FirstAsync(Cancel);
        return await site.Get<SendEnquiry>().RunAsync(listing, new EnquiryAnswers("Rosa", email, EnquiryReason.Fees, null, null, EnquiryTimes.None, words), Cancel);
    }

    [Fact]
    public async Task Who_has_an_open_enquiry_is_led_to_it_when_they_ask_again()
    {
        await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");

        Assert.Equal("Look in your mail", (await site.AskAsync("amira", ("Reason", "Fees"))).QuerySelector("h1")?.TextContent);
        var told = await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");

        Assert.Contains("that enquiry is still open", told.Words(), StringComparison.Ordinal);
        Assert.Contains("A first appointment", (await site.Visit().OpenAsync(await site.LinkToAsync(Rosa))).Words(), StringComparison.Ordinal);
        Assert.Single(await site.MailsAsync(), m => m.To == PeopleSite.Email("amira"));
    }

    [Fact]
    public async Task From_one_address_no_more_are_written_in_a_day_than_may_be()
    {
        await site.GivenAsync("amira", Amira);
        for (var i = 0; i < Enquiry.MostADay; i++)
        {
            Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync(words: $"{i}"));
        }

        Assert.Equal(SendEnquiry.Outcome.TooMany, await SendAsync(Rosa.ToUpperInvariant(), words: "more"));
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync("other@patient.example"));
        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(SendEnquiry.Outcome.Sent, await SendAsync(words: "more"));
    }

    [Theory]
    [InlineData("Email", "rosa@patient.example\r\nBcc: all@patient.example", "Enter your e-mail address")]
    [InlineData("Email", "", "Enter your e-mail address")]
    [InlineData("Name", " ", "Enter what you would like to be called")]
    [InlineData("Name", "win at www.casino.example", "without an address or a link")]
    [InlineData("Reason", "Diagnosis", "Choose what your enquiry is about")]
    [InlineData("Website", "https://spam.example", "a field that people do not see")]
    [InlineData("Opened", "forged", "open for a long time")]
    public async Task What_cannot_be_is_sent_back_with_what_to_do_and_nothing_is_kept(string field, string value, string words)
    {
        await site.GivenAsync("amira", Amira);

        var page = await site.AskAsync("amira", (field, value));

        Assert.Contains(words, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await site.MailsAsync());
        await using var db = await site.ContextAsync();
        Assert.False(await db.Enquiries.AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_form_that_comes_back_faster_than_people_type_is_not_taken()
    {
        await site.GivenAsync("amira", Amira);
        var visitor = site.Visit();

        using var answer = await visitor.SendAsync("/practitioners/amira/enquire", "enquire", Answers);

        Assert.Contains("faster than people fill in forms", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await site.MailsAsync());
    }

    public static TheoryData<string, ListingBuilder, bool, HttpStatusCode> Closed => new()
    {
        { "paused", Amira.Paused(), true, HttpStatusCode.OK },
        { "nobody can read", Amira, false, HttpStatusCode.OK },
        { "suspended", Amira.Suspended(), true, HttpStatusCode.Gone },
        { "hidden", Amira.Approved(Noon.AddDays(-121)), true, HttpStatusCode.Gone },
        { "not approved", Amira.Submitted(), true, HttpStatusCode.NotFound },
        { "fictional while fiction is off", Amira.Demo(), true, HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public async Task There_is_no_form_where_nobody_takes_it(string state, ListingBuilder builder, bool isConfirmed, HttpStatusCode expected)
    {
        await site.GivenAsync("amira", builder, isConfirmed);
        var visitor = site.Visit();

        var page = await visitor.OpenAsync("/practitioners/amira/enquire", expected);
        using var answer = await visitor.Browser.PostAsync("/practitioners/amira/enquire", new FormUrlEncodedContent([new("_handler", "enquire"), .. Answers.Select(a => KeyValuePair.Create(a.Name, a.Value))]), Cancel);

        Assert.True(page.QuerySelector("input[name=Email]") is null, state);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task The_button_goes_when_the_practitioner_wants_none()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);

        await (await site.SignInAsync("amira")).PressAsync($"/portal/listings/{listing.Id}/enquiries", "choices", ("open", "false"));

        Assert.Null((await site.Visit().OpenAsync("/practitioners/amira")).QuerySelector("a[href$='/enquire']"));
        Assert.Equal(SendEnquiry.Outcome.Closed, await SendAsync());
    }

    [Fact]
    public async Task A_declined_enquiry_says_why_and_takes_no_more_words()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        var link = await site.LinkToAsync(Rosa);
        await PressAsync(site.Visit(), link, "confirm");

        await PressAsync(await site.SignInAsync("amira"), Page(listing.Id, await EnquiryAsync()), "decline", ("reason", "Full"), ("DeclineWords", "Try again in May"));

        var told = (await site.Visit().OpenAsync(link)).Words();
        Assert.Contains("I have no room for new people just now", told, StringComparison.Ordinal);
        Assert.Contains("Try again in May", told, StringComparison.Ordinal);
        Assert.Equal(EnquiryOutcome.NotNow, await site.Get<FollowEnquiry>().SayAsync(TokenIn(link), "But", Guid.NewGuid().ToString("n"), Cancel));
    }

    [Fact]
    public async Task A_blocked_sender_reaches_that_listing_never_again_and_is_told_what_the_declined_are_told()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        var link = await site.LinkToAsync(Rosa);
        await PressAsync(site.Visit(), link, "confirm");
        var keeper = await site.SignInAsync("amira");
        await PressAsync(keeper, Page(listing.Id, await EnquiryAsync()), "block", ("reason", "Abuse"));

        var told = (await site.Visit().OpenAsync(link)).Words();
        Assert.Contains("does not take it on", told, StringComparison.Ordinal);
        Assert.DoesNotContain("block", told, StringComparison.OrdinalIgnoreCase);
        await PressAsync(site.Visit(), link, "erase");

        site.Time.Advance(TimeSpan.FromDays(2));
        await site.AskAsync("amira", ("Email", "ROSA+again@patient.example"));
        var again = await PressAsync(site.Visit(), await site.LinkToAsync("ROSA+again@patient.example"), "confirm");

        Assert.Contains("does not take it on", again.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(await site.MailsAsync(), m => m.To == PeopleSite.Email("amira"));
        Assert.DoesNotContain("Rosa", (await (await site.SignInAsync("amira")).OpenAsync($"/portal/listings/{listing.Id}/enquiries")).Words(), StringComparison.Ordinal);
        await using var db = await site.ContextAsync();
        Assert.Contains("Rosa", (await db.EnquiryReports.SingleAsync(Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_opens_an_enquiry_to_somebody_elses_listing()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        var (other, stranger) = await site.GivenAsync("ben", new ListingBuilder().At("ben"));
        await site.AskAsync("amira");
        await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");
        var enquiry = await EnquiryAsync();

        var ben = await site.SignInAsync("ben");
        await ben.OpenAsync(Page(listing.Id, enquiry), HttpStatusCode.NotFound);
        await ben.OpenAsync(Page(other.Id, enquiry), HttpStatusCode.NotFound);
        foreach (var listed in new[] { listing.Id, other.Id })
        {
            Assert.Equal(EnquiryOutcome.Gone, await site.Get<AnswerEnquiry>().AcceptAsync(new(listed, stranger, enquiry), Cancel));
        }
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_is_told_of_on_both_sides()
    {
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        var link = await site.LinkToAsync(Rosa);
        await PressAsync(site.Visit(), link, "confirm");
        var keeper = await site.SignInAsync("amira");
        var page = Page(listing.Id, await EnquiryAsync());
        await PressAsync(keeper, page, "accept");
        await using (var db = await site.ContextAsync())
        {
            await db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.RefusedAt, Noon), Cancel);
        }

        Assert.Contains("could not be delivered", (await keeper.OpenAsync(page)).Words(), StringComparison.Ordinal);
        Assert.Contains("could not be delivered", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_comes_back_is_told_of_as_well()
    {
        await using var mailbox = new ImapMailbox();
        mailbox.TellOfMailsOf(site);
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        var link = await site.LinkToAsync(Rosa);
        await PressAsync(site.Visit(), link, "confirm");
        var keeper = await site.SignInAsync("amira");
        var page = Page(listing.Id, await EnquiryAsync());
        await PressAsync(keeper, page, "accept");
        Assert.DoesNotContain("could not be delivered", (await keeper.OpenAsync(page)).Words(), StringComparison.Ordinal);
        await site.Get<MailRelay>().RunAsync(Cancel);
        var outbox = site.Get<Outbox>();
        foreach (var letter in outbox.In(Outbox.Place.Waiting).Concat(outbox.In(Outbox.Place.Kept)))
        {
            using var message = await MimeMessage.LoadAsync(letter.File, Cancel);
            mailbox.Put(ImapMailbox.Report(message.MessageId!, message.To.ToString(), "text/rfc822-headers", "failed"));
        }

        await site.Get<ReadBounces>().RunAsync(Cancel);

        Assert.Contains("could not be delivered", (await keeper.OpenAsync(page)).Words(), StringComparison.Ordinal);
        Assert.Contains("could not be delivered", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        Assert.Empty(mailbox.Messages);
    }

    [Fact]
    public async Task Time_ends_what_nobody_answers_and_erases_what_is_over()
    {
        await site.GivenAsync("amira", Amira.Approved(Noon.AddHours(-1)));
        await site.AskAsync("amira");
        await site.AskAsync("amira", ("Email", "late@patient.example"));
        var (link, late) = (await site.LinkToAsync(Rosa), await site.LinkToAsync("late@patient.example"));
        await PressAsync(site.Visit(), link, "confirm");

        site.Time.Advance(TimeSpan.FromDays(Enquiry.DaysToConfirm));
        Assert.Contains("leads nowhere", (await site.Visit().OpenAsync(late)).Words(), StringComparison.Ordinal);
        await TidyAsync();
        site.Time.Advance(TimeSpan.FromDays(Enquiry.DaysToAnswer));
        Assert.Contains("did not answer within 21 days", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        await TidyAsync();
        Assert.Single(await site.MailsAsync(), m => m.Subject == "Your enquiry was not answered");

        site.Time.Advance(TimeSpan.FromDays(Enquiry.DaysKept));
        Assert.Contains("leads nowhere", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        await TidyAsync();
        await using var db = await site.ContextAsync();
        Assert.False(await db.Enquiries.AnyAsync(Cancel) || await db.EnquiryLinks.AnyAsync(Cancel));
    }

    // As two nodes would.
    private Task TidyAsync() => Task.WhenAll(site.Get<TidyEnquiries>().RunAsync(Cancel), site.Get<TidyEnquiries>().RunAsync(Cancel));

    [Fact]
    public async Task Addresses_words_and_tokens_are_in_no_log_and_the_token_in_no_file()
    {
        site.Settings["Logging:LogLevel:Default"] = "Debug";
        site.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug";
        var (listing, _) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira", ("Name", "Rosamunde"));
        var link = await site.LinkToAsync(Rosa);
        var patient = site.Visit();
        using var shown = await patient.Browser.GetAsync(link, Cancel);
        await PressAsync(patient, link, "confirm");
        var keeper = await site.SignInAsync("amira");
        await PressAsync(keeper, Page(listing.Id, await EnquiryAsync()), "accept");
        await PressAsync(patient, link, "say", ("Message", "Quite private words"));

        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", await shown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.False(shown.Headers.Contains("Set-Cookie"));
        Assert.All([Rosa, "Rosamunde", "Quite private words", TokenIn(link)], secret => Assert.DoesNotContain(secret, site.Logs.Text, StringComparison.OrdinalIgnoreCase));
        await using var db = await site.ContextAsync();
        await db.OutgoingMails.ExecuteDeleteAsync(Cancel);
        Assert.DoesNotContain(TokenIn(link), await EverythingAsync(db), StringComparison.Ordinal);
    }

    private static async Task<string> EverythingAsync(Data.FinderDbContext db)
    {
        var all = new StringBuilder();
        all.AppendJoin('\n', await db.Enquiries.Select(e => e.Key + e.Name + e.Email + e.Words).ToListAsync(Cancel));
        all.AppendJoin('\n', (await db.EnquiryLinks.Select(l => l.TokenHash).ToListAsync(Cancel)).Select(Convert.ToBase64String));
        return all.ToString();
    }

    [Fact]
    public async Task A_program_cannot_write_as_fast_as_it_likes()
    {
        await site.GivenAsync("amira", Amira);
        var visitor = site.Visit();
        var answers = new List<HttpStatusCode>();
        for (var press = 0; press <= RateLimits.MostEnquiries; press++)
        {
            using var answer = await visitor.Browser.PostAsync("/practitioners/amira/enquire", new FormUrlEncodedContent([new("_handler", "enquire")]), Cancel);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..^1]);
    }

    [Fact]
    public async Task Staff_see_the_words_of_a_reported_enquiry_until_they_close_the_report()
    {
        var (listing, keeper) = await site.GivenAsync("amira", Amira);
        await site.AskAsync("amira");
        await PressAsync(site.Visit(), await site.LinkToAsync(Rosa), "confirm");
        var reports = site.Get<Web.Features.Moderation.EnquiryReports>();
        Assert.Empty(await reports.ListAsync(Cancel));
        await site.Get<AnswerEnquiry>().BlockAsync(new(listing.Id, keeper, await EnquiryAsync()), ReportReason.Advertising, Cancel);

        var report = Assert.Single(await reports.ListAsync(Cancel));
        Assert.Contains("Rosa", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Rosa, report.Words, StringComparison.Ordinal);
        await reports.CloseAsync(report.Id, Cancel);
        Assert.Empty(await reports.ListAsync(Cancel));
    }
}
