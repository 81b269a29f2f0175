using System.Net;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Claims;

/// <summary>Whoever owns a listing is told of a claim to it, and can say that it is not true.</summary>
public sealed class ObjectionTests : IAsyncDisposable
{
    private readonly ClaimsSite site = new();
    private long listing;
    private long claim;
    private PeopleSite.Visitor olga = default!;

    private string Page => $"/portal/listings/{listing}/claims";

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task GivenAsync()
    {
        listing = await site.GivenListingAsync();
        await site.People.JoinAsync(listing, await site.People.GivenPersonAsync("olga"), MemberRole.Owner);
        claim = await site.ClaimAsync(await site.SignedInAsync("amira"));
        olga = await site.People.SignInAsync("olga");
    }

    [Fact]
    public async Task The_mail_leads_to_a_page_that_says_who_claims_and_takes_an_objection()
    {
        await GivenAsync();
        var link = new Uri((await site.MailsAsync())[^1].Blocks.OfType<MailBlock.Action>().Single().Url).PathAndQuery;
        Assert.Equal(Page, link);
        Assert.Contains("amira", (await olga.OpenAsync(link)).Words(), StringComparison.Ordinal);

        var (address, page) = await ObjectAsync("She left last year");

        Assert.Equal($"{Page}?did=objected", address);
        Assert.Contains("An owner objected on 15 June 2026", page.Words(), StringComparison.Ordinal);
        var kept = await site.ReadAsync(claim);
        Assert.Equal("She left last year", kept.Objection);
        Assert.Equal(ListingDeed.ObjectedToClaim, (await site.DeedsAsync(listing))[^1]);
        var amira = (await (await site.People.SignInAsync("amira")).OpenAsync(ClaimsSite.Page)).Words();
        Assert.Contains("says that it is not yours", amira, StringComparison.Ordinal);
        Assert.DoesNotContain("She left", amira, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_says_why()
    {
        await GivenAsync();

        var (_, page) = await ObjectAsync(" ");

        Assert.Contains("Say why", page.QuerySelector($"#words-{claim}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(claim)).ObjectedAt);
    }

    [Fact]
    public async Task A_second_press_and_one_that_comes_too_late_are_told_so()
    {
        await GivenAsync();
        var opened = await olga.OpenAsync(Page);
        await ObjectAsync("Mine");
        Assert.Contains("nothing is done twice", await PostAsync(opened, "Mine"), StringComparison.Ordinal);

        await ClaimsSite.PressAsync(await site.People.SignInAsync("amira"), "withdraw");

        Assert.Contains("decided or taken back meanwhile", await PostAsync(opened, "Mine"), StringComparison.Ordinal);
        Assert.Equal((PeopleSite.Email("olga"), "A claim was taken back"), (await site.SubjectsAsync())[^1]);
    }

    [Fact]
    public async Task After_fourteen_days_it_is_too_late()
    {
        await GivenAsync();
        site.People.Time.Advance(TimeSpan.FromDays(ListingClaim.ObjectionDays) - TimeSpan.FromMinutes(1));
        olga = await site.People.SignInAsync("olga");
        var opened = await olga.OpenAsync(Page);
        site.People.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("14 days to object are over", await PostAsync(opened, "Mine"), StringComparison.Ordinal);
        Assert.Null((await olga.OpenAsync(Page)).QuerySelector("textarea"));
    }

    [Fact]
    public async Task Only_owners_of_this_listing_see_it_and_a_claim_of_another_is_not_there()
    {
        await GivenAsync();
        await site.People.JoinAsync(listing, await site.People.GivenPersonAsync("eva"), MemberRole.Editor);
        await (await site.People.SignInAsync("eva")).OpenAsync(Page, HttpStatusCode.NotFound);
        await (await site.People.SignInAsync("amira")).OpenAsync(Page, HttpStatusCode.NotFound);
        var own = await site.People.GivenListingAsync(await site.People.GivenPersonAsync("ben"));
        var ben = await site.People.SignInAsync("ben");

        var (_, page) = await ben.PressAsync($"/portal/listings/{own}/claims", "object", ("claim", $"{claim}"), ("words", "Mine"), ("__RequestVerificationToken", await TokenAsync(ben)));

        Assert.Contains("nothing to object to", page.Words(), StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(claim)).ObjectedAt);
    }

    private Task<(string Address, AngleSharp.Html.Dom.IHtmlDocument Page)> ObjectAsync(string words) => olga.PressAsync(Page, "object", ("claim", $"{claim}"), ("words", words));

    private async Task<string> PostAsync(AngleSharp.Html.Dom.IHtmlDocument opened, string words)
    {
        using var form = PeopleSite.Visitor.Fill(opened, "object", ("claim", $"{claim}"), ("words", words), ("__RequestVerificationToken", await TokenAsync(olga)));
        using var answer = await olga.Browser.PostAsync(Page, form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> TokenAsync(PeopleSite.Visitor who) =>
        (await who.OpenAsync("/account/name")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
