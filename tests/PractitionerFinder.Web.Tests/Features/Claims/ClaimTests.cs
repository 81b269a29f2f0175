using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Web.Features.Claims;
using PractitionerFinder.Web.Shell;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Claims;

/// <summary>Somebody shows that a page is theirs: by its address for mail, by its website, or by documents.</summary>
public sealed class ClaimTests : IAsyncDisposable
{
    private const string Profile = "/practitioners/holt-clinic";

    private readonly ClaimsSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_page_that_nobody_keeps_says_so_and_leads_to_where_it_is_claimed()
    {
        await site.GivenListingAsync();
        var visitor = site.People.Visit();

        var link = (await visitor.OpenAsync(Profile)).QuerySelector("main a[href$='/claim']");
        var page = await visitor.OpenAsync(link!.GetAttribute("href")!);

        Assert.Contains("Nobody keeps this page yet", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(ClaimsSite.Page)}", page.QuerySelector("main a.button-main")!.GetAttribute("href"));
        Assert.DoesNotContain("•••", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_somebody_keeps_is_not_offered()
    {
        var listing = await site.GivenListingAsync();
        await site.People.JoinAsync(listing, await site.People.GivenPersonAsync("olga"), MemberRole.Owner);

        Assert.Null((await site.People.Visit().OpenAsync(Profile)).QuerySelector("a[href$='/claim']"));
    }

    [Theory]
    [InlineData(true, "holt-clinic")]
    [InlineData(false, "nobody")]
    public async Task What_cannot_be_claimed_is_not_there(bool isDemo, string slug)
    {
        await site.GivenListingAsync(isDemo: isDemo);

        var page = await (await site.SignedInAsync("amira")).OpenAsync($"/practitioners/{slug}/claim", HttpStatusCode.NotFound);

        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task A_code_goes_to_the_address_on_the_page_and_whoever_enters_it_waits_for_staff()
    {
        var listing = await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");

        var (address, sent) = await ClaimsSite.PressAsync(amira, "code");
        Assert.Equal($"{ClaimsSite.Page}?did=code", address);
        Assert.Contains("d•••@h•••.example", sent.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(ClaimsSite.Email, sent.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([(ClaimsSite.Email, "A code to claim a page")], await site.SubjectsAsync());
        (address, var waits) = await ClaimsSite.PressAsync(amira, "enter", ("typed", await site.CodeAsync()));

        Assert.Equal($"{ClaimsSite.Page}?did=sent", address);
        Assert.Contains("you read mail to the address on the page", waits.Words(), StringComparison.Ordinal);
        Assert.Contains("They answer by 18 June 2026", waits.Words(), StringComparison.Ordinal);
        Assert.Equal([ListingDeed.BeganClaim, ListingDeed.SentClaimCode, ListingDeed.ProvedClaim, ListingDeed.SentClaim], await site.DeedsAsync(listing));
        Assert.Empty(await site.People.MembersAsync(listing));
    }

    [Fact]
    public async Task The_code_is_in_the_mail_alone()
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        await ClaimsSite.PressAsync(amira, "code");
        var code = await site.CodeAsync();
        await ClaimsSite.PressAsync(amira, "enter", ("typed", "00000000"));
        await ClaimsSite.PressAsync(amira, "enter", ("typed", code));

        Assert.DoesNotContain(code, site.People.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ClaimsSite.Email, site.People.Logs.Text, StringComparison.OrdinalIgnoreCase);
        await using var db = await site.People.ContextAsync();
        Assert.All(await db.Claims.ToListAsync(Cancel), c => Assert.Null(c.CodeHash));
        Assert.DoesNotContain(await db.Events.Select(e => e.Code).ToListAsync(Cancel), c => c?.Contains(code, StringComparison.Ordinal) is true);
    }

    [Theory]
    [InlineData("00000000", "typed", "That is not the code")]
    [InlineData("0000", "typed", "Enter the 8 digits")]
    [InlineData("", "typed", "Enter the 8 digits")]
    public async Task A_wrong_code_is_said_beside_its_field(string typed, string field, string expected)
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        await ClaimsSite.PressAsync(amira, "code");

        var (_, page) = await ClaimsSite.PressAsync(amira, "enter", ("typed", typed));

        Assert.Contains(expected, page.QuerySelector($"#{field}-error")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.NotNull(page.QuerySelector($"#{field}"));
    }

    [Fact]
    public async Task A_code_that_was_wrong_five_times_or_is_old_no_longer_works_and_another_does()
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        await ClaimsSite.PressAsync(amira, "code");
        for (var tries = 0; tries < ListingClaim.MostTries; tries++)
        {
            await ClaimsSite.PressAsync(amira, "enter", ("typed", "00000000"));
        }

        Assert.Contains("no longer works", (await ClaimsSite.PressAsync(amira, "enter", ("typed", await site.CodeAsync()))).Page.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        await ClaimsSite.PressAsync(amira, "code");
        site.People.Time.Advance(TimeSpan.FromMinutes(ListingClaim.CodeMinutes));
        var (_, page) = await ClaimsSite.PressAsync(amira, "enter", ("typed", await site.CodeAsync()));
        Assert.Contains("older than 30 minutes", page.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("button#code"));
        await site.ClaimAsync(amira);
    }

    [Fact]
    public async Task Nobody_fills_the_mailbox_of_a_practitioner()
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        var ben = await site.SignedInAsync("ben");
        for (var code = 0; code < ListingClaim.MostCodesADay; code++)
        {
            await ClaimsSite.PressAsync(code % 2 == 0 ? amira : ben, "code");
        }

        Assert.Contains("Try again tomorrow", (await ClaimsSite.PressAsync(ben, "code")).Page.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ListingClaim.MostCodesADay, (await site.MailsAsync()).Count);
        site.People.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal($"{ClaimsSite.Page}?did=code", (await ClaimsSite.PressAsync(await site.People.SignInAsync("ben"), "code")).Address);
    }

    [Fact]
    public async Task Who_has_an_account_with_the_address_on_the_page_needs_no_code()
    {
        await site.GivenListingAsync(email: "Amira@People.example");
        var amira = await site.SignedInAsync("amira");

        var (address, _) = await ClaimsSite.PressAsync(amira, "code");

        Assert.Equal($"{ClaimsSite.Page}?did=sent", address);
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task The_website_on_the_page_is_looked_through_for_a_line()
    {
        var listing = await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");

        var (_, begun) = await ClaimsSite.PressAsync(amira, "begin");
        var line = begun.QuerySelectorAll(".key")[1].TextContent;
        Assert.Equal($"https://{ClaimsSite.Host}/.well-known/practitionerfinder.txt", begun.QuerySelector(".key")!.TextContent);
        site.Website.Text = "practitionerfinder-claim=somebody-elses";
        Assert.Contains("did not find the line", (await ClaimsSite.PressAsync(amira, "look")).Page.QuerySelector("#site-error")!.TextContent, StringComparison.Ordinal);
        site.Website.Text = $"# ours\r\n{line}\r\n";
        Assert.Contains("a moment ago", (await ClaimsSite.PressAsync(amira, "look")).Page.QuerySelector("#site-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([ClaimsSite.Host], site.Website.Asked);
        site.People.Time.Advance(TimeSpan.FromSeconds(ListingClaim.SecondsBetweenLooks));
        var (address, page) = await ClaimsSite.PressAsync(amira, "look");

        Assert.Equal($"{ClaimsSite.Page}?did=sent", address);
        Assert.Contains("you can change its website", page.Words(), StringComparison.Ordinal);
        Assert.Equal([ListingDeed.BeganClaim, ListingDeed.ProvedClaim, ListingDeed.SentClaim], await site.DeedsAsync(listing));
        Assert.DoesNotContain(ClaimsSite.Host, site.People.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_one_claimant_is_of_no_use_to_another()
    {
        await site.GivenListingAsync();
        var (_, begun) = await ClaimsSite.PressAsync(await site.SignedInAsync("amira"), "begin");
        site.Website.Text = begun.QuerySelectorAll(".key")[1].TextContent;
        var ben = await site.SignedInAsync("ben");
        await ClaimsSite.PressAsync(ben, "begin");

        Assert.NotNull((await ClaimsSite.PressAsync(ben, "look")).Page.QuerySelector("#site-error"));
    }

    [Fact]
    public async Task A_document_goes_to_staff_and_to_nobody_else()
    {
        await site.GivenListingAsync(email: null, website: null);
        var amira = await site.SignedInAsync("amira");

        using var answer = await ClaimsSite.GiveAsync(amira, ClaimsSite.Pdf, "I am on the door");

        Assert.Equal($"{ClaimsSite.Page}?did=sent", answer.Headers.Location?.ToString());
        await using var db = await site.People.ContextAsync();
        var document = await db.ClaimDocuments.SingleAsync(Cancel);
        var address = $"/desk/claims/{document.ClaimId}/files/{document.Key}";
        await amira.OpenAsync(address, HttpStatusCode.NotFound);
        var staff = await site.StaffAsync("mo");
        using var file = await staff.Browser.GetAsync(address, Cancel);
        Assert.Equal(ClaimsSite.Pdf, await file.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("I am on the door", (await staff.OpenAsync($"/desk/claims/{document.ClaimId}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_a_document_is_refused_with_a_sentence_and_no_claim_is_begun()
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");

        using var answer = await ClaimsSite.GiveAsync(amira, "<svg/>"u8.ToArray(), "Here is my card");

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Choose a PDF, or a picture", page, StringComparison.Ordinal);
        Assert.Contains("Here is my card", page, StringComparison.Ordinal);
        await using var db = await site.People.ContextAsync();
        Assert.Equal((0, 0), (await db.Claims.CountAsync(Cancel), await db.ClaimDocuments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_second_press_does_nothing_twice()
    {
        var listing = await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        await ClaimsSite.PressAsync(amira, "code");
        var opened = await amira.OpenAsync(ClaimsSite.Page);
        var code = await site.CodeAsync();
        using var first = await amira.Browser.PostAsync(ClaimsSite.Page, PeopleSite.Visitor.Fill(opened, "claim", ("act", "enter"), ("typed", code)), Cancel);
        var before = await site.DeedsAsync(listing);

        using var second = await amira.Browser.PostAsync(ClaimsSite.Page, PeopleSite.Visitor.Fill(opened, "claim", ("act", "enter"), ("typed", code)), Cancel);

        Assert.Contains("nothing is done twice", await second.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, await site.DeedsAsync(listing));
    }

    [Fact]
    public async Task A_claim_can_be_taken_back_and_what_was_given_goes()
    {
        var listing = await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        (await ClaimsSite.GiveAsync(amira, ClaimsSite.Pdf, "Mine")).Dispose();

        var (address, page) = await ClaimsSite.PressAsync(amira, "withdraw");

        Assert.Equal($"{ClaimsSite.Page}?did=withdraw", address);
        Assert.Contains("taken back", page.Words(), StringComparison.Ordinal);
        Assert.Equal(ListingDeed.WithdrewClaim, (await site.DeedsAsync(listing))[^1]);
        await using var db = await site.People.ContextAsync();
        Assert.Equal((0, ""), (await db.ClaimDocuments.CountAsync(Cancel), (await db.Claims.SingleAsync(Cancel)).Words));
        await site.ClaimAsync(amira);
    }

    [Fact]
    public async Task Looking_begins_nothing_and_a_press_without_an_account_does_nothing()
    {
        await site.GivenListingAsync();
        var visitor = site.People.Visit();
        await visitor.OpenAsync(ClaimsSite.Page);
        await (await site.SignedInAsync("amira")).OpenAsync(ClaimsSite.Page);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "claim"), KeyValuePair.Create("act", "code")]);
        (await visitor.Browser.PostAsync(ClaimsSite.Page, form, Cancel)).Dispose();

        await using var db = await site.People.ContextAsync();
        Assert.Equal((0, 0), (await db.Claims.CountAsync(Cancel), await db.OutgoingMails.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_claim_that_is_never_sent_is_forgotten_and_one_that_waits_is_not()
    {
        await site.GivenListingAsync();
        await ClaimsSite.PressAsync(await site.SignedInAsync("amira"), "begin");
        var waiting = await site.ClaimAsync(await site.SignedInAsync("ben"));
        var work = site.People.Services.GetRequiredService<ForgetClaims>();

        site.People.Time.Advance(TimeSpan.FromDays(ListingClaim.OpenDays) - TimeSpan.FromMinutes(1));
        await work.RunAsync(Cancel);
        await using var db = await site.People.ContextAsync();
        Assert.Equal(2, await db.Claims.CountAsync(Cancel));
        site.People.Time.Advance(TimeSpan.FromMinutes(1));
        await work.RunAsync(Cancel);

        Assert.Equal([waiting], await db.Claims.Select(c => c.Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Who_keeps_the_page_is_told_and_named_to_nobody()
    {
        var listing = await site.GivenListingAsync();
        await site.People.JoinAsync(listing, await site.People.GivenPersonAsync("olga"), MemberRole.Owner);
        var amira = await site.SignedInAsync("amira");

        Assert.Contains("can object for 14 days", (await amira.OpenAsync(ClaimsSite.Page)).Words(), StringComparison.Ordinal);
        await site.ClaimAsync(amira);

        var mail = (await site.MailsAsync())[^1];
        Assert.Equal((PeopleSite.Email("olga"), "Somebody claims your listing"), (mail.To, mail.Subject));
        var words = (await amira.OpenAsync(ClaimsSite.Page)).Words();
        Assert.Contains("can object until 29 June 2026", words, StringComparison.Ordinal);
        Assert.DoesNotContain("olga", words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You keep this page already", (await (await site.People.SignInAsync("olga")).OpenAsync(ClaimsSite.Page)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_cannot_try_as_fast_as_it_likes()
    {
        await site.GivenListingAsync();
        var amira = await site.SignedInAsync("amira");
        var body = await PeopleSite.Visitor.Fill(await amira.OpenAsync(ClaimsSite.Page), "claim", ("act", "enter"), ("typed", "00000000")).ReadAsStringAsync(Cancel);
        var last = HttpStatusCode.OK;

        for (var press = 0; press <= RateLimits.MostClaims; press++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, last);
            using var answer = await amira.Browser.PostAsync(ClaimsSite.Page, new StringContent(body, null, "application/x-www-form-urlencoded"), Cancel);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData("desk@holt-clinic.example", "d•••@h•••.example")]
    [InlineData("a@b.co.uk", "a•••@b•••.uk")]
    [InlineData("a@b", "•••")]
    public void An_address_is_masked(string email, string expected) => Assert.Equal(expected, MaskedEmail.Of(email));
}
