using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Tests.Features.Claims;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Moderation;

/// <summary>Staff decide who keeps a page: once, about what they have seen, and not before its owners could object.</summary>
public sealed class ClaimReviewTests : IAsyncDisposable
{
    private const string Profile = "/practitioners/holt-clinic";

    private readonly ClaimsSite site = new();
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_waits_is_listed_with_what_it_rests_on()
    {
        var claim = await GivenClaimAsync("amira");
        var staff = await site.StaffAsync("mo");

        var desk = (await staff.OpenAsync("/desk")).Words();
        var review = (await staff.OpenAsync($"/desk/claims/{claim}")).Words();

        Assert.Contains("Holt Clinic, claimed by amira", desk, StringComparison.Ordinal);
        Assert.Contains("Due: 18 June 2026", desk, StringComparison.Ordinal);
        Assert.Contains("Rests on mail to the address on the page", desk, StringComparison.Ordinal);
        Assert.Contains(ClaimsSite.Email, review, StringComparison.Ordinal);
        Assert.Contains(PeopleSite.Email("amira"), review, StringComparison.Ordinal);
        Assert.Contains("They read mail to the address on the page, on 15 June 2026", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_claimant_keeps_the_page_and_everybody_concerned_is_told()
    {
        var claim = await GivenClaimAsync("amira");
        await site.People.CatchUpAsync();
        Assert.NotNull((await site.People.Visit().OpenAsync(Profile)).QuerySelector("a[href$='/claim']"));
        (await ClaimsSite.GiveAsync(await site.People.SignInAsync("amira"), ClaimsSite.Pdf, "")).Dispose();
        var staff = await site.StaffAsync("mo");

        var (address, desk) = await DecideAsync(staff, claim, "Approve");

        Assert.Equal("/desk?did=claim-approved", address);
        Assert.Contains("They keep the page now", desk.Words(), StringComparison.Ordinal);
        Assert.Equal([MemberRole.Owner], (await site.People.MembersAsync(listing)).Values);
        Assert.Equal(ListingDeed.ApprovedClaim, (await site.DeedsAsync(listing))[^1]);
        Assert.Equal(
            [(PeopleSite.Email("amira"), "You keep your page now"), (ClaimsSite.Email, "Somebody keeps your page now")],
            (await site.SubjectsAsync()).TakeLast(2));
        await using var db = await site.People.ContextAsync();
        Assert.Equal(0, await db.ClaimDocuments.CountAsync(Cancel));
        await site.People.CatchUpAsync();
        Assert.Null((await site.People.Visit().OpenAsync(Profile)).QuerySelector("a[href$='/claim']"));
        Assert.Contains("Holt Clinic", (await (await site.People.SignInAsync("amira")).OpenAsync("/portal")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_words_which_the_claimant_reads_and_after_three_there_is_no_fourth()
    {
        var claim = await GivenClaimAsync("amira");
        var staff = await site.StaffAsync("mo");

        var (_, page) = await DecideAsync(staff, claim, "Refuse");
        Assert.Contains("Say why it is refused", page.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        await DecideAsync(staff, claim, "Refuse", "The clinic says that you left");

        var mail = (await site.MailsAsync())[^1];
        Assert.Equal((PeopleSite.Email("amira"), "Your claim was refused"), (mail.To, mail.Subject));
        Assert.Contains(mail.Blocks.OfType<MailBlock.Quote>(), q => q.Words == "The clinic says that you left");
        var amira = await site.People.SignInAsync("amira");
        Assert.Contains("The clinic says that you left", (await amira.OpenAsync(ClaimsSite.Page)).Words(), StringComparison.Ordinal);
        for (var more = 1; more < ListingClaim.MostRefusals; more++)
        {
            await DecideAsync(staff, await site.ClaimAsync(amira), "Refuse", "Still not");
        }

        Assert.Contains("have refused 3 claims of yours", (await ClaimsSite.PressAsync(amira, "begin")).Page.Words(), StringComparison.Ordinal);
        Assert.Empty(await site.People.MembersAsync(listing));
    }

    [Fact]
    public async Task Of_two_who_claim_a_page_one_gets_it_and_the_other_is_told_what_to_do()
    {
        var claim = await GivenClaimAsync("amira");
        var ben = await site.SignedInAsync("ben");
        await ClaimsSite.PressAsync(ben, "code");
        var code = await site.CodeAsync();
        var opened = await ben.OpenAsync(ClaimsSite.Page);
        var staff = await site.StaffAsync("mo");
        await DecideAsync(staff, claim, "Approve");

        using var answer = await ben.Browser.PostAsync(ClaimsSite.Page, PeopleSite.Visitor.Fill(opened, "claim", ("act", "enter"), ("typed", code)), Cancel);

        var words = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("decided or taken back meanwhile", words, StringComparison.Ordinal);
        Assert.Contains("Somebody else showed that this page is theirs", words, StringComparison.Ordinal);
        Assert.Contains((PeopleSite.Email("ben"), "Somebody else keeps the page that you claimed"), await site.SubjectsAsync());
        Assert.Single(await site.People.MembersAsync(listing));

        // Who claims it again has its owner to convince.
        await site.ClaimAsync(ben);
        Assert.Equal((PeopleSite.Email("amira"), "Somebody claims your listing"), (await site.SubjectsAsync())[^1]);
    }

    [Fact]
    public async Task Of_two_decisions_one_is_done_and_the_other_is_told_and_keeps_its_words()
    {
        var claim = await GivenClaimAsync("amira");
        var staff = await site.StaffAsync("mo");
        var other = await site.StaffAsync("noor");
        var opened = await other.OpenAsync($"/desk/claims/{claim}");
        await DecideAsync(staff, claim, "Approve");

        using var answer = await other.Browser.PostAsync($"/desk/claims/{claim}", PeopleSite.Visitor.Fill(opened, "decide", ("decision", "Refuse"), ("words", "I had doubts")), Cancel);

        var words = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("mo approved this claim", words, StringComparison.Ordinal);
        Assert.Contains("I had doubts", words, StringComparison.Ordinal);
        Assert.Equal(ClaimState.Approved, (await site.ReadAsync(claim)).State);
    }

    [Fact]
    public async Task Nobody_decides_about_what_they_have_not_read()
    {
        var claim = await GivenClaimAsync("amira");
        var staff = await site.StaffAsync("mo");
        var opened = await staff.OpenAsync($"/desk/claims/{claim}");
        (await ClaimsSite.GiveAsync(await site.People.SignInAsync("amira"), ClaimsSite.Pdf, "One more thing")).Dispose();

        using var answer = await staff.Browser.PostAsync($"/desk/claims/{claim}", PeopleSite.Visitor.Fill(opened, "decide", ("decision", "Approve")), Cancel);

        Assert.Contains("changed since you opened this page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await site.People.MembersAsync(listing));
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_claim()
    {
        listing = await site.GivenListingAsync();
        var staff = await site.StaffAsync("mo");
        var claim = await site.ClaimAsync(staff);
        var opened = await (await site.StaffAsync("noor")).OpenAsync($"/desk/claims/{claim}");

        var page = await staff.OpenAsync($"/desk/claims/{claim}");
        Assert.Contains("A colleague must decide", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[name=decision]"));
        var token = (await staff.OpenAsync("/account/name")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var forged = PeopleSite.Visitor.Fill(opened, "decide", ("decision", "Approve"), ("__RequestVerificationToken", token));
        using var answer = await staff.Browser.PostAsync($"/desk/claims/{claim}", forged, Cancel);

        Assert.Equal(ClaimState.Waiting, (await site.ReadAsync(claim)).State);
        Assert.Empty(await site.People.MembersAsync(listing));
    }

    [Fact]
    public async Task Before_the_owners_had_fourteen_days_nothing_is_approved()
    {
        var (olga, claim) = await GivenClaimOfOwnedAsync();
        var staff = await site.StaffAsync("mo");
        var opened = await staff.OpenAsync($"/desk/claims/{claim}");
        Assert.Equal(["Refuse"], opened.QuerySelectorAll("button[name=decision]").Select(b => b.GetAttribute("value")));
        Assert.Contains("Owners may object until 29 June 2026", (await staff.OpenAsync("/desk")).Words(), StringComparison.Ordinal);
        using var early = await staff.Browser.PostAsync($"/desk/claims/{claim}", PeopleSite.Visitor.Fill(opened, "decide", ("decision", "Approve")), Cancel);
        Assert.Contains("can object until 29 June 2026", await early.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        site.People.Time.Advance(TimeSpan.FromDays(ListingClaim.ObjectionDays));
        await DecideAsync(await site.People.SignInAsync("mo"), claim, "Approve");

        Assert.Equal([MemberRole.Owner, MemberRole.Owner], (await site.People.MembersAsync(listing)).Values);
        Assert.Contains(olga, (await site.People.MembersAsync(listing)).Keys);
        Assert.Equal((PeopleSite.Email("olga"), "A listing has another owner"), (await site.SubjectsAsync())[^1]);
    }

    [Fact]
    public async Task Against_an_objection_staff_decide_with_words()
    {
        var (olga, claim) = await GivenClaimOfOwnedAsync();
        var owner = await site.People.SignInAsync("olga");
        await owner.PressAsync($"/portal/listings/{listing}/claims", "object", ("claim", $"{claim}"), ("words", "She left last year"));
        var staff = await site.StaffAsync("mo");

        Assert.Contains("She left last year", (await staff.OpenAsync($"/desk/claims/{claim}")).Words(), StringComparison.Ordinal);
        var (_, page) = await DecideAsync(staff, claim, "ApproveAlone");
        Assert.Contains("although an owner objects", page.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        await DecideAsync(staff, claim, "ApproveAlone", "We rang the clinic");

        var members = await site.People.MembersAsync(listing);
        Assert.Single(members);
        Assert.DoesNotContain(olga, members.Keys);
        Assert.Contains((PeopleSite.Email("olga"), "You no longer keep a listing"), await site.SubjectsAsync());
        await owner.OpenAsync($"/portal/listings/{listing}", System.Net.HttpStatusCode.NotFound);
    }

    private async Task<long> GivenClaimAsync(string by)
    {
        listing = await site.GivenListingAsync();
        return await site.ClaimAsync(await site.SignedInAsync(by));
    }

    private async Task<(long Owner, long Claim)> GivenClaimOfOwnedAsync()
    {
        listing = await site.GivenListingAsync();
        var olga = await site.People.GivenPersonAsync("olga");
        await site.People.JoinAsync(listing, olga, MemberRole.Owner);
        return (olga, await site.ClaimAsync(await site.SignedInAsync("amira")));
    }

    private static Task<(string Address, AngleSharp.Html.Dom.IHtmlDocument Page)> DecideAsync(PeopleSite.Visitor staff, long claim, string decision, string words = "") =>
        staff.PressAsync($"/desk/claims/{claim}", "decide", ("decision", decision), ("words", words));
}
