using Bunit;
using PractitionerFinder.Web.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class PagerTests : BunitContext
{
    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 3, "[1] 2 3 next")]
    [InlineData(3, 3, "prev 1 2 [3]")]
    [InlineData(5, 9, "prev 1 2 3 4 [5] 6 7 8 9 next")]
    [InlineData(6, 12, "prev 1 … 4 5 [6] 7 8 … 12 next")]
    public void Shows_the_ends_and_what_is_around_without_gaps_of_one(int page, int count, string expected)
    {
        var pager = Render<Pager>(p => p.Add(c => c.Page, page).Add(c => c.Count, count).Add(c => c.Href, n => $"/find?page={n}"));

        var told = pager.FindAll("a[rel=prev], li, a[rel=next]").Select(e => e switch
        {
            { LocalName: "a" } => e.GetAttribute("rel")!,
            _ when e.QuerySelector("[aria-current]") is not null => $"[{Number(e.TextContent)}]",
            _ => Number(e.TextContent),
        });
        Assert.Equal(expected, string.Join(' ', told));
    }

    [Fact]
    public void Links_lead_to_their_pages()
    {
        var pager = Render<Pager>(p => p.Add(c => c.Page, 2).Add(c => c.Count, 3).Add(c => c.Href, n => $"/find?page={n}"));

        Assert.Equal(["/find?page=1", "/find?page=1", "/find?page=3", "/find?page=3"], pager.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    private static string Number(string text) => text.Replace("Page", "", StringComparison.Ordinal).Trim();
}
