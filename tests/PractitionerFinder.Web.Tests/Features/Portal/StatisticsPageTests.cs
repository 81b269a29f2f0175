using AngleSharp.Dom;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Statistics;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>How often a listing was shown, as its keepers are told.</summary>
public sealed class StatisticsPageTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    private readonly PeopleSite site = new();
    // The first listing of a database of its own.
    private readonly long listing = 1;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Where_nothing_was_counted_it_says_so_and_shows_no_noughts()
    {
        var page = await OpenAsync();

        Assert.Contains("Nothing has been counted yet.", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table, svg.week-bars"));
    }

    [Fact]
    public async Task Weeks_are_told_in_words_in_a_plot_and_in_a_table()
    {
        var page = await OpenAsync(
            new CountedSearch(Monday.AddDays(-14), 1, "York", 1, 1, 1_000_000), new CountedSearch(Monday.AddDays(-7), 1, "Leeds", 40, 400, 20_000_000), new CountedSearch(Monday, 1, "Leeds", 2, 20, 1_000_000),
            new ListingAppearance(listing, Monday.AddDays(-7), 1, 34), new ListingAppearance(listing, Monday, 1, 2),
            new ListingWeek(listing, Monday.AddDays(-7), 5, 1));

        var words = page.Words();
        Assert.Contains("Shown in 34 searches in the week from 8 June 2026. Your page was opened 5 times, and once somebody wanted to reach you.", words, StringComparison.Ordinal);
        Assert.Equal(["15 June 2026, so far", "8 June 2026", "1 June 2026"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Equal(["34", "5", "1"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td").Select(t => t.TextContent));
        Assert.Equal("Shown in results: 0 in the week from 1 Jun, 34 in the week from 8 Jun, 2 in the week from 15 Jun.", page.QuerySelector("svg.week-bars")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_share_is_set_beside_an_equal_one()
    {
        var page = await OpenAsync(
            new CountedSearch(Monday, 1, "Leeds", 40, 400, 20_000_000), new CountedSearch(Monday, 2, "York", 10, 200, 8_000_000), new CountedSearch(Monday, 3, "Hull", 99, 990, 99_000_000),
            new ListingAppearance(listing, Monday, 1, 34), new ListingAppearance(listing, Monday, 2, 2));

        Assert.Contains(
            "had room for 600 names in all. 36 of them were yours (6%). If everybody whom those searches found had been shown equally often, 28 would have been (4.7%).",
            page.Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_named_for_weeks_with_enough_searchers_and_else_not()
    {
        var page = await OpenAsync(
            new CountedSearch(Monday, 1, "Leeds", 9, 9, 9), new CountedSearch(Monday, 2, "Otley", 9, 9, 9), new CountedSearch(Monday.AddDays(-7), 1, "Leeds", 9, 9, 9),
            new ListingAppearance(listing, Monday, 1, 7), new ListingAppearance(listing, Monday, 2, 4), new ListingAppearance(listing, Monday.AddDays(-7), 1, 3),
            new ListingPlace(listing, Monday, "Leeds"));

        var rows = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(r => (r.QuerySelector("th")!.TextContent, r.QuerySelector("td")!.TextContent));
        Assert.Equal([("Leeds", "7"), ("Elsewhere", "7")], rows);
        Assert.DoesNotContain("Otley", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_listing_leads_there()
    {
        await OpenAsync();

        var page = await (await site.SignInAsync("amira")).OpenAsync($"/portal/listings/{listing}");

        Assert.NotNull(page.QuerySelector($"a[href='/portal/listings/{listing}/statistics']"));
    }

    private async Task<IDocument> OpenAsync(params object[] rows)
    {
        var amira = await site.GivenPersonAsync("amira");
        Assert.Equal(listing, (await site.GivenAsync(new ListingBuilder().Approved(PeopleSite.Noon.AddDays(-90))))[0].Id);
        await site.JoinAsync(listing, amira, MemberRole.Owner);
        await site.WriteAsync(db => db.AddRange(rows));
        return await (await site.SignInAsync("amira")).OpenAsync($"/portal/listings/{listing}/statistics");
    }
}
