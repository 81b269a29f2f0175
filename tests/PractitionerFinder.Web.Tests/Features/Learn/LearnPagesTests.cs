using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Learn;

public sealed class LearnPagesTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LearnLibrary Library => site.Services.GetRequiredService<LearnShelf>().Current;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_page_has_its_contents_its_key_points_its_sources_and_both_dates()
    {
        foreach (var page in Library.Pages.Where(p => p.Kind != LearnKind.Technique))
        {
            var read = await site.OpenAsync(page.Address);
            var ids = read.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

            Assert.Equal(page.Title, read.QuerySelector("h1")!.TextContent);
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            Assert.All(read.QuerySelectorAll(".contents a"), a => Assert.Contains(a.GetAttribute("href")!.Split('#')[1], ids));
            Assert.InRange(read.QuerySelectorAll(".in-short li").Length, 3, 5);
            Assert.Equal(page.Sources.Count, read.QuerySelectorAll(".sources > li").Length);
            Assert.Equal("Not yet clinically reviewed", read.QuerySelector(".review .tag")?.TextContent);
            Assert.Contains("Next check due", read.QuerySelector(".dates")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(page.Summary, read.QuerySelector("meta[name=description]")!.GetAttribute("content"));
            Assert.DoesNotContain("{{", read.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Care_comes_in_three_levels_of_urgency_with_the_signs_of_the_place_first()
    {
        var page = await site.OpenAsync("/conditions/headache-and-neck-pain");

        var cards = page.QuerySelectorAll(".cares .care");
        Assert.Equal(["care care-now", "care care-urgent", "care care-soon"], cards.Select(c => c.ClassName));
        Assert.StartsWith("Headache that comes on suddenly", cards[0].QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("999 in the UK", cards[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_place_is_known_people_are_counted_by_country()
    {
        await site.GivenAsync(
            new ListingBuilder().Offering("cupping").WorkingOn("low-back"),
            new ListingBuilder().Offering("cupping").WorkingOn("knee"),
            new ListingBuilder().Offering("cupping").In(53.35, -6.26, "Dublin", "IE", "L", "Dublin").WorkingOn("buttock"));

        var technique = await site.OpenAsync("/techniques/cupping");
        var condition = await site.OpenAsync("/conditions/low-back-pain");

        Assert.Equal(["United Kingdom 2", "Ireland 1"], CountriesOf(technique));
        Assert.Equal(["Ireland 1", "United Kingdom 1"], CountriesOf(condition));
        foreach (var link in technique.QuerySelectorAll(".countries a").Concat(condition.QuerySelectorAll(".countries a")))
        {
            var found = await site.OpenAsync(link.GetAttribute("href")!);
            Assert.StartsWith(link.ParentElement!.QuerySelector(".count")!.TextContent + " pe", found.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }

        static IEnumerable<string> CountriesOf(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll(".countries li").Select(l => $"{l.QuerySelector("a")!.TextContent} {l.QuerySelector(".count")!.TextContent}");
    }

    [Fact]
    public async Task The_people_of_a_condition_are_those_who_work_with_its_part_of_the_body()
    {
        await site.GivenAsync(new ListingBuilder().At("amira").WorkingOn("low-back"), new ListingBuilder().At("bela").WorkingOn("knee"));

        var page = await site.OpenAsync("/conditions/low-back-pain?near=Leeds");

        Assert.Equal("1 person within 10 miles works with this part of the body.", page.QuerySelector(".people .hint")!.TextContent);
        Assert.Equal("/practitioners/amira", page.QuerySelector(".people-list a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_hub_leads_to_every_page()
    {
        var hub = await site.OpenAsync("/learn");
        var links = hub.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToHashSet();

        Assert.Subset(links, Library.Pages.Select(p => p.Address).ToHashSet());
        Assert.Subset(links, new HashSet<string> { "/glossary", "/techniques", "/about/checks", "/find" });
    }

    [Fact]
    public async Task A_misspelt_search_finds_the_page_and_marks_the_word()
    {
        var hub = await site.OpenAsync("/learn?q=fibromialgia");

        var hit = hub.QuerySelectorAll(".hits li")[0];
        Assert.Contains(hub.QuerySelectorAll(".hits mark"), m => m.TextContent.Equals("fibromyalgia", StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(hit.QuerySelector(".title a"));
        Assert.Equal("noindex", hub.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("fibromialgia", hub.QuerySelector("input[name=q]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_do_and_shows_what_was_typed_as_text()
    {
        var hub = await site.OpenAsync("/learn?q=%3Cscript%3Ezymurgy");

        Assert.Equal("No page has these words", hub.QuerySelector("#found")?.TextContent);
        Assert.DoesNotContain("<script>zymurgy", hub.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/conditions/MYOFASCIAL-PAIN-SYNDROME", "/conditions/myofascial-pain-syndrome")]
    [InlineData("/conditions/myofascial-trigger-point-syndrome", "/conditions/myofascial-pain-syndrome")]
    [InlineData("/self-care/foam-roller", "/self-care/foam-rolling")]
    public async Task Another_name_leads_to_the_page_for_good(string address, string to)
    {
        using var answer = await site.Browser.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith(to, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/conditions/nothing")]
    [InlineData("/articles/nothing")]
    [InlineData("/self-care/nothing")]
    [InlineData("/conditions/cupping")]
    public async Task What_is_no_page_is_not_found(string address) => await site.OpenAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Hard_words_lead_to_the_glossary_and_the_glossary_to_their_sources()
    {
        var glossary = await site.OpenAsync("/glossary");
        var page = await site.OpenAsync("/conditions/myofascial-pain-syndrome");

        var words = page.QuerySelectorAll(".term > a");
        Assert.NotEmpty(words);
        Assert.All(words, word =>
        {
            var note = page.GetElementById(word.GetAttribute("aria-describedby")!)!;
            Assert.Equal(glossary.GetElementById(word.GetAttribute("href")!.Split('#')[1])!.QuerySelector("dd p")!.TextContent, note.TextContent);
        });
    }

    [Fact]
    public async Task Search_engines_are_told_what_a_page_is_and_no_review_that_did_not_take_place()
    {
        var condition = await LinkedDataAsync("/conditions/myofascial-pain-syndrome");
        var technique = await LinkedDataAsync("/techniques/myofascial-release");
        var disputed = await LinkedDataAsync("/techniques/contractual-tendon-release");
        var article = await LinkedDataAsync("/articles/choosing-a-practitioner");

        Assert.Equal("MedicalWebPage", condition.GetProperty("@type").GetString());
        Assert.Equal("MedicalCondition", condition.GetProperty("about").GetProperty("@type").GetString());
        Assert.Equal("MedicalTherapy", technique.GetProperty("about").GetProperty("@type").GetString());
        Assert.NotEmpty(technique.GetProperty("citation").EnumerateArray());
        Assert.Equal("WebPage", disputed.GetProperty("@type").GetString());
        Assert.False(disputed.TryGetProperty("about", out _));
        Assert.Equal("WebPage", article.GetProperty("@type").GetString());
        Assert.All([condition, technique, disputed, article], page =>
        {
            Assert.False(page.TryGetProperty("lastReviewed", out _));
            Assert.False(page.TryGetProperty("reviewedBy", out _));
        });
    }

    [Fact]
    public async Task Articles_come_as_a_feed()
    {
        using var answer = await site.Browser.GetAsync("/feed.xml", Cancel);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            Library.OfKind(LearnKind.Article).Select(a => "https://finder.example" + a.Address).Order(),
            feed.Elements(atom + "entry").Select(e => e.Element(atom + "id")!.Value).Order());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find")]
    [InlineData("/about/checks")]
    [InlineData("/learn")]
    [InlineData("/glossary")]
    [InlineData("/techniques/cupping")]
    [InlineData("/conditions/jaw-pain")]
    public async Task Who_passes_a_page_on_sends_its_card_along(string address)
    {
        var page = await site.OpenAsync(address);
        var card = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);

        using var picture = await site.Browser.GetAsync(card.PathAndQuery, Cancel);

        Assert.Equal("finder.example", card.Host);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal("https://finder.example" + (address == "/" ? "/" : address), page.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));
        Assert.NotEmpty(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!);
    }

    [Fact]
    public async Task Of_what_is_no_page_there_is_no_card()
    {
        using var picture = await site.Browser.GetAsync("/cards/techniques/nothing.png", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, picture.StatusCode);
    }

    private async Task<JsonElement> LinkedDataAsync(string address)
    {
        var page = await site.OpenAsync(address);
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var graph = data.RootElement.GetProperty("@graph");
        Assert.Equal("BreadcrumbList", graph[1].GetProperty("@type").GetString());
        return graph[0].Clone();
    }
}
