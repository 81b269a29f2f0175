using AngleSharp.Dom;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class ShortlistPageTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_address_is_the_list_in_any_order_and_each_can_be_taken_off_it()
    {
        await site.GivenAsync(new ListingBuilder().At("amira").Named("Amira Holt"), new ListingBuilder().At("bela"), new ListingBuilder().At("cleo").Named("Cleo Ames"));

        var page = await site.OpenAsync("/shortlist?who=cleo&who=amira&who=cleo");

        Assert.Equal(["/practitioners/amira", "/practitioners/cleo"], page.QuerySelectorAll(".saved-people .title a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["/shortlist?who=cleo", "/shortlist?who=amira"], page.QuerySelectorAll(".leave-out").Select(a => a.GetAttribute("href")));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Who_is_not_listed_any_more_is_counted_without_a_name_and_who_was_merged_is_followed()
    {
        var into = (await site.GivenAsync(new ListingBuilder().At("amira")))[0];
        await site.GivenAsync(new ListingBuilder().At("merged").Archived(into.Id), new ListingBuilder().At("gone").Named("Gone Person").Suspended(), new ListingBuilder().At("waiting").Submitted());

        var page = await site.OpenAsync("/shortlist?who=merged&who=gone&who=waiting&who=never");

        Assert.Equal(["/practitioners/amira"], page.QuerySelectorAll(".saved-people .title a").Select(a => a.GetAttribute("href")));
        Assert.Contains("3 people on this list are not listed any more.", page.QuerySelector(".note-warn")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone Person", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Side_by_side_stand_the_facts_that_differ_and_apart_from_them_those_that_are_the_same()
    {
        await site.GivenAsync(
            new ListingBuilder().At("amira").Named("Amira Holt").Speaking("en", "pl").Taking(Accepting.Waiting),
            new ListingBuilder().At("bela").Named("Bela Ray").Speaking("en").Taking(Accepting.Yes).PrivateHome());

        var page = await site.OpenAsync("/shortlist?who=amira&who=bela&compare=amira&compare=bela");

        Assert.Equal(["Amira Holt", "Bela Ray"], page.QuerySelectorAll(".compare thead a").Select(a => a.TextContent));
        Assert.Equal(["Has a waiting list", "Taking on new people"], Row(page, "New people"));
        Assert.Equal(["English, Polish", "English"], Row(page, "Languages"));
        Assert.Contains("(area shown, not the address)", Row(page, "Where they meet")[1], StringComparison.Ordinal);
        Assert.Contains("Fees", page.QuerySelectorAll(".same dt").Select(d => d.TextContent));
        Assert.Empty(page.QuerySelectorAll(".compare tbody th").Select(t => t.TextContent).Intersect(page.QuerySelectorAll(".same dt").Select(d => d.TextContent)));
    }

    [Fact]
    public async Task Of_one_there_is_nothing_to_compare_and_of_five_the_first_four()
    {
        await site.GivenAsync([.. Enumerable.Range(1, 5).Select(i => new ListingBuilder().At($"p{i}"))]);
        var who = string.Join('&', Enumerable.Range(1, 5).Select(i => $"who=p{i}"));

        Assert.Null((await site.OpenAsync($"/shortlist?{who}&compare=p2")).QuerySelector(".compare"));
        var page = await site.OpenAsync($"/shortlist?{who}&{who.Replace("who", "compare", StringComparison.Ordinal)}");
        Assert.Equal(4, page.QuerySelectorAll(".compare thead a").Length);
        Assert.Contains("At most 4", page.QuerySelector("#compared")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_end_is_cut_and_says_so()
    {
        await site.GivenAsync([.. Enumerable.Range(1, 14).Select(i => new ListingBuilder().At($"p{i}"))]);

        var page = await site.OpenAsync("/shortlist?" + string.Join('&', Enumerable.Range(1, 14).Select(i => $"who=p{i}")));

        Assert.Equal(12, page.QuerySelectorAll(".saved-people > li").Length);
        Assert.Contains("A list holds 12 people.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_how_to_fill_it()
    {
        var page = await site.OpenAsync("/shortlist");

        Assert.NotNull(page.QuerySelector("#own-list"));
        Assert.NotNull(page.QuerySelector("main a[href='/find']"));
    }

    private static List<string> Row(IDocument page, string fact) =>
        [.. page.QuerySelectorAll(".compare tbody tr").Single(r => r.QuerySelector("th")!.TextContent == fact).QuerySelectorAll("td").Select(d => string.Join(", ", d.QuerySelectorAll("li").Select(l => l.TextContent)))];
}
