using AngleSharp.Dom;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>Why a listing is found by a search, or not, as its keepers are told.</summary>
public sealed class FoundPageTests : IAsyncDisposable
{
    private readonly PeopleSite site = new();
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Who_is_found_is_told_where_in_the_list()
    {
        var page = await AskAsync("near=Leeds&technique=myofascial-release", new ListingBuilder().At("further").In(53.85, -1.55), new ListingBuilder().At("unwanted").Offering("cupping").WithoutPlace().Online());

        Assert.Equal("You are number 1 of 2", page.QuerySelector("#outcome")!.TextContent);
        Assert.Empty(Failed(page));
        Assert.Contains("You offer Myofascial release.", Words(page), StringComparison.Ordinal);
        Assert.Contains("None of your facts is late.", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_too_far_is_told_by_how_much()
    {
        var page = await AskAsync("lat=53.8&lon=-1.55&within=5mi", own: l => l.In(53.9, -1.55));

        Assert.Equal("You are not among the results", page.QuerySelector("#outcome")!.TextContent);
        Assert.Equal(["Within reach"], Failed(page));
        Assert.Contains("6.9 miles away: too far by 1.9 miles.", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_technique_without_proof_is_named_as_the_reason()
    {
        var page = await AskAsync("near=Leeds&technique=ortho-bionomy", own: l => l.Offering("ortho-bionomy"));

        Assert.Equal(["Techniques"], Failed(page));
        Assert.Contains("Ortho-Bionomy is not shown until proof is accepted.", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_a_filter_and_words_that_do_not_fit_are_each_told()
    {
        var page = await AskAsync("near=Leeds&accepting=yes&language=pl&q=zymurgy&area=knee&verified=true&setting=online", own: l => l.Taking(Accepting.No).Speaking("en").WorkingOn("low-back").Paused(ListingBuilder.Morning.AddDays(20)));

        Assert.Equal(["Not paused", "Part of the body", "New people", "Proof", "Language", "Words", "Within reach"], Failed(page));
        Assert.Contains("It is paused since today, until 5 July 2026.", Words(page), StringComparison.Ordinal);
        Assert.Contains("this way of being seen was not asked for", Words(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "since Sunday,")]
    [InlineData(6, "since Tuesday,")]
    [InlineData(7, "since 8 June 2026,")]
    public async Task A_pause_is_told_by_the_day_it_began(int daysAgo, string words)
    {
        var page = await AskAsync("near=Leeds", own: l => l.Paused(since: ListingBuilder.Morning.AddDays(-daysAgo)));

        Assert.Contains($"It is paused {words} until you resume it.", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_results_page_can_be_pasted_with_all_its_filters()
    {
        await GivenAsync(l => l);
        var browser = await site.SignInAsync("amira");

        using var answer = await browser.Browser.GetAsync($"/portal/listings/{listing}/found?address={Uri.EscapeDataString("https://finder.example/find?near=Leeds&technique=cupping&need=step-free#total")}&near=York", Cancel);

        Assert.Equal($"/portal/listings/{listing}/found?near=Leeds&technique=cupping&need=step-free", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_said_beside_its_field()
    {
        var page = await AskAsync("near=Qqzzxyy");

        Assert.Contains("We do not know “Qqzzxyy”", page.QuerySelector("#near-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#outcome"));
    }

    private async Task<IDocument> AskAsync(string query, params ListingBuilder[] others) => await AskAsync(query, l => l, others);

    private async Task<IDocument> AskAsync(string query, Func<ListingBuilder, ListingBuilder> own, params ListingBuilder[] others)
    {
        await GivenAsync(own, others);
        return await (await site.SignInAsync("amira")).OpenAsync($"/portal/listings/{listing}/found?{query}");
    }

    private async Task GivenAsync(Func<ListingBuilder, ListingBuilder> own, params ListingBuilder[] others)
    {
        var amira = await site.GivenPersonAsync("amira");
        listing = (await site.GivenAsync(own(new ListingBuilder().At("own"))))[0].Id;
        await site.GivenAsync(others);
        await site.JoinAsync(listing, amira, MemberRole.Owner);
    }

    private static IEnumerable<string> Failed(IDocument page) => page.QuerySelectorAll(".rules li:has(.tag-danger) h3").Select(h => h.TextContent);

    private static string Words(IDocument page) => page.QuerySelector("main")!.TextContent;
}
