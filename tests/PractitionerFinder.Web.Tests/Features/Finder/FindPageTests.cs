using System.Net;
using AngleSharp.Dom;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class FindPageTests : IAsyncDisposable
{
    private const string AroundLeeds = "/find?lat=53.7997&lon=-1.5492";

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Nothing_asked_is_just_the_form()
    {
        await site.GivenAsync(new ListingBuilder());

        var page = await site.OpenAsync("/find");

        Assert.NotNull(page.QuerySelector("form[method=get][action='/find']"));
        Assert.Empty(page.QuerySelectorAll("article"));
        Assert.Equal("Find someone", Text(page, "#total"));
        Assert.Equal("https://finder.example/find", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task Every_control_has_a_label()
    {
        var page = await site.OpenAsync("/find?near=Leeds&technique=cupping&technique=thai-massage");

        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select"), control =>
            Assert.True(control.Closest("label") is not null || page.QuerySelector($"label[for='{control.Id}']") is not null, control.OuterHtml));
    }

    [Fact]
    public async Task The_form_holds_what_was_asked()
    {
        var page = await site.OpenAsync("/find?near=Leeds&within=7.5mi&technique=cupping&technique=thai-massage&match=all&setting=visit&accepting=yes&verified=true&need=evenings&language=pl&gender=woman&area=neck&q=bright+room&sort=confirmed");

        Assert.Equal("Cupping, Thai massage, Neck, bright room", page.QuerySelector("#what")?.GetAttribute("value"));
        Assert.Equal("Leeds", page.QuerySelector("#near")?.GetAttribute("value"));
        Assert.Equal("7.5mi", page.QuerySelector("#within option[selected]")?.GetAttribute("value"));
        Assert.Equal("bright room", page.QuerySelector("#q")?.GetAttribute("value"));
        Assert.Equal(
            ["technique=cupping", "technique=thai-massage", "match=all", "setting=visit", "verified=true", "need=evenings"],
            page.QuerySelectorAll("input[checked]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.Equal(
            ["yes", "pl", "woman", "neck"],
            new[] { "accepting", "language", "gender", "area" }.Select(n => page.QuerySelector($"#{n} option[selected]")?.GetAttribute("value")));
    }

    /// <summary>Each form holds what the other shows, so that neither undoes it.</summary>
    [Fact]
    public async Task What_one_form_does_not_show_it_keeps()
    {
        var page = await site.OpenAsync("/find?near=Leeds&within=5mi&technique=cupping&setting=visit&language=pl&sort=confirmed&seed=7&page=1");

        Assert.Equal(
            ["setting=visit", "language=pl", "sort=confirmed"],
            page.QuerySelectorAll("#search input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.Equal(
            ["near=Leeds", "within=5mi", "sort=confirmed"],
            page.QuerySelectorAll(".filters input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
    }

    [Fact]
    public async Task Each_choice_can_be_taken_away_alone_and_the_next_one_takes_the_focus()
    {
        var page = await site.OpenAsync("/find?near=Leeds&technique=cupping&technique=thai-massage&area=neck&verified=true");
        var chips = page.QuerySelectorAll(".chip").Select(c => (c.Id, Address: c.GetAttribute("href"))).ToList();

        Assert.Equal(
        [
            ("chip-1", "/find?near=Leeds&technique=thai-massage&area=neck&verified=true#chip-1"),
            ("chip-2", "/find?near=Leeds&technique=cupping&area=neck&verified=true#chip-2"),
            ("chip-3", "/find?near=Leeds&technique=cupping&technique=thai-massage&verified=true#chip-3"),
            ("chip-4", "/find?near=Leeds&technique=cupping&technique=thai-massage&area=neck#chip-3"),
        ], chips);
        Assert.Equal("/find?near=Leeds#total", page.QuerySelector(".chips .strong-link")?.GetAttribute("href"));
        var last = await site.OpenAsync("/find?near=Leeds&technique=cupping");
        Assert.Equal("/find?near=Leeds#total", last.QuerySelector(".chip")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_filters_have_a_page_of_their_own()
    {
        await site.GivenAsync(new ListingBuilder().Offering("cupping"));

        var results = await site.OpenAsync("/find?near=Leeds&technique=cupping");
        var filters = await site.OpenAsync(results.QuerySelector(".narrow-only a")!.GetAttribute("href")!);

        Assert.Equal("1 person within 10 miles of Leeds so far.", Text(filters, ".lede"));
        Assert.Equal("cupping", filters.QuerySelector("input[name=technique][checked]")?.GetAttribute("value"));
        Assert.Equal("noindex", filters.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("/find?near=Leeds&technique=cupping", filters.QuerySelector("main p a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Coordinates_go_back_as_text_that_finds_them_again()
    {
        await site.GivenAsync(new ListingBuilder());
        var near = (await site.OpenAsync(AroundLeeds)).QuerySelector("#near")!.GetAttribute("value")!;

        var again = await site.OpenAsync("/find?near=" + Uri.EscapeDataString(near));

        Assert.Single(again.QuerySelectorAll("article"));
        Assert.StartsWith("1 person within 10 miles of a point near Leeds", Text(again, "#total"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_says_who_how_far_and_how_sure()
    {
        await site.GivenAsync(new ListingBuilder().Named("Amira Holt").At("amira").ProvenIn("cupping").Taking(Accepting.Waiting).Online());
        site.Time.Advance(TimeSpan.FromDays(21));

        var page = await site.OpenAsync(AroundLeeds + "&technique=cupping");

        var card = Assert.Single(page.QuerySelectorAll("ol.cards > li > article"));
        Assert.Equal("/practitioners/amira", card.QuerySelector("h2 a")?.GetAttribute("href"));
        Assert.Equal("Proof seen: Cupping", Text(card, ".technique"));
        Assert.Equal(
            ["At a clinic in Leeds", "Online", "Has a waiting list", "Confirmed 3 weeks ago"],
            card.QuerySelectorAll(".facts li").Select(f => f.TextContent.Trim()));
        Assert.Equal("1 person within 10 miles of a point near Leeds, England", Text(page, "#total"));
    }

    [Fact]
    public async Task What_was_searched_for_is_explained_with_what_is_known_of_it()
    {
        var one = await site.OpenAsync("/find?near=Leeds&technique=cupping");
        var many = await site.OpenAsync("/find?near=Leeds&technique=cupping&technique=thai-massage&technique=bowen-technique");

        var words = one.QuerySelector(".explained-technique")!;
        Assert.StartsWith("Suction cups are put on the skin", words.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/techniques/cupping", words.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotEqual("", words.QuerySelector(".evidence small")!.TextContent);
        Assert.Empty(many.QuerySelectorAll(".explained-technique"));
    }

    [Fact]
    public async Task The_page_and_the_api_give_the_same_distances()
    {
        await site.GivenAsync(new ListingBuilder().In(53.9058, -1.6911, "Otley"), new ListingBuilder().In(53.85, -1.6, "Adel").PrivateHome());

        var told = (await site.OpenAsync(AroundLeeds)).QuerySelectorAll(".gutter").Select(Words);
        var results = (await site.AskAsync(AroundLeeds.Replace("/find", "/api/v1/search", StringComparison.Ordinal))).GetProperty("results").EnumerateArray();

        Assert.Equal(
            results.Select(r => (r.GetProperty("approximate").GetBoolean() ? "about " : "")
                + $"{r.GetProperty("distanceMetres").GetInt32() / 1609.344:0.0} miles"),
            told);
    }

    [Fact]
    public async Task A_visit_names_where_it_comes_to_and_online_has_no_distance()
    {
        await site.GivenAsync(
            new ListingBuilder().In(53.9058, -1.6911, "Otley").Visiting(40_000).Taking(Accepting.Yes),
            new ListingBuilder().WithoutPlace().Online());

        var told = (await site.OpenAsync("/find?near=Leeds&setting=visit&setting=online")).QuerySelectorAll(".gutter").Select(Words);

        Assert.Equal(["Visits you in Leeds", "Online"], told);
    }

    [Fact]
    public async Task An_unknown_place_is_told_apart_from_nobody_there()
    {
        await site.GivenAsync(new ListingBuilder().In(53.9058, -1.6911, "Otley"));

        var unknown = await site.OpenAsync("/find?near=Qqzzxyy");
        var nobody = await site.OpenAsync("/find?near=Leeds&within=1mi");

        Assert.Contains("We do not know “Qqzzxyy”", Text(unknown, "#near-error"), StringComparison.Ordinal);
        Assert.Equal("true", unknown.QuerySelector("#near")?.GetAttribute("aria-invalid"));
        Assert.Equal("We do not know “Qqzzxyy”", Text(unknown, "h1"));
        Assert.Contains("Nothing was searched.", Text(unknown, ".results"), StringComparison.Ordinal);
        Assert.StartsWith("Nobody yet within 1 mile of Leeds", Text(nobody, "#total"), StringComparison.Ordinal);
        Assert.Null(nobody.QuerySelector("#near-error"));
    }

    [Fact]
    public async Task The_ladder_leads_to_as_many_as_it_promises()
    {
        await site.GivenAsync(new ListingBuilder().In(53.9058, -1.6911, "Otley"), new ListingBuilder().WithoutPlace().Online());
        var page = await site.OpenAsync(AroundLeeds + "&within=2mi");

        var rungs = page.QuerySelectorAll(".ladder li");

        Assert.Equal(["Within 10 miles 1 person", "Include sessions online 1 person"], rungs.Select(r => r.TextContent.Trim()));
        foreach (var link in rungs.Select(r => r.QuerySelector("a")!.GetAttribute("href")!))
        {
            Assert.StartsWith("1 person ", Text(await site.OpenAsync(link), "#total"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Related_techniques_join_the_one_asked_for_and_stay_chosen()
    {
        await site.GivenAsync(new ListingBuilder().Offering("bamboo-massage"), new ListingBuilder().Offering("thai-massage"));
        var page = await site.OpenAsync(AroundLeeds + "&technique=cupping");

        var rung = page.QuerySelector(".ladder li")!;
        Assert.Equal("Other tool-assisted techniques too 1 person", Words(rung));
        var wider = await site.OpenAsync(rung.QuerySelector("a")!.GetAttribute("href")!);

        Assert.StartsWith("1 person ", Text(wider, "#total"), StringComparison.Ordinal);
        Assert.Equal(
            ["bamboo-massage", "cupping", "instrument-assisted-soft-tissue-mobilisation"],
            wider.QuerySelectorAll("input[name=technique][checked]").Select(i => i.GetAttribute("value")).Order());
    }

    [Fact]
    public async Task Choices_say_how_many_they_would_find()
    {
        await site.GivenAsync(
            new ListingBuilder().ProvenIn("cupping").Speaking("en", "pl").Taking(Accepting.Yes),
            new ListingBuilder().Speaking("en").Taking(Accepting.Waiting).Open(DayOfWeek.Saturday));

        var page = await site.OpenAsync("/find?near=Leeds");

        Assert.Equal(", 1 found", Count(page, "verified", "true"));
        Assert.Equal(
            [", 0 found", ", 0 found", ", 1 found"], new[] { "step-free", "evenings", "weekends" }.Select(n => Count(page, "need", n)));
        Assert.Equal(["Any language", "English (2)", "Polish (1)"], page.QuerySelectorAll("#language option").Select(o => o.TextContent));
        Assert.EndsWith("(0)", Text(page, "#area option[value=neck]"), StringComparison.Ordinal);
        Assert.EndsWith("(1)", Text(page, "#accepting option[value=waiting]"), StringComparison.Ordinal);
        Assert.EndsWith("(0)", Text(page, "#accepting option[value=no]"), StringComparison.Ordinal);
        Assert.DoesNotContain('(', Text(page, "#gender"));
    }

    [Fact]
    public async Task A_language_that_nobody_here_speaks_is_there_when_it_was_chosen()
    {
        await site.GivenAsync(new ListingBuilder().Speaking("en"));

        var page = await site.OpenAsync("/find?near=Leeds&language=cy");

        Assert.Equal(["Any language", "English (1)", "Welsh (0)"], page.QuerySelectorAll("#language option").Select(o => o.TextContent));
        Assert.Equal("cy", page.QuerySelector("#language option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Before_a_search_no_choice_has_a_number()
    {
        var page = await site.OpenAsync("/find");

        Assert.Empty(page.QuerySelectorAll(".filters .count"));
        Assert.DoesNotContain(page.QuerySelectorAll(".filters option"), o => o.TextContent.EndsWith(')'));
    }

    [Fact]
    public async Task Links_to_namesakes_lead_to_exactly_that_place()
    {
        var links = (await site.OpenAsync("/find?near=Newport&country=US")).QuerySelectorAll(".about-place a")
            .Select(a => (Label: a.TextContent, Address: a.GetAttribute("href")!)).ToList();

        Assert.NotEmpty(links);
        foreach (var (label, address) in links)
        {
            Assert.StartsWith($"{label}.", Text(await site.OpenAsync(address), ".about-place"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_coarse_code_says_how_coarse()
    {
        var page = await site.OpenAsync("/find?near=LS6");

        Assert.Matches(@"Measured from the middle of LS6, about \d\.\d miles across\.", page.QuerySelector(".results")!.TextContent);
    }

    [Fact]
    public async Task Pages_keep_their_seed_and_hold_everybody_once()
    {
        await site.GivenAsync([.. Enumerable.Range(0, 7).Select(_ => new ListingBuilder())]);
        var names = new List<string>();
        var address = AroundLeeds + "&pageSize=3";
        for (var pages = 0; pages < 3; pages++)
        {
            var page = await site.OpenAsync(address);
            names.AddRange(page.QuerySelectorAll("article h2 a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "";

            // Over midnight the seed of the day would be another.
            site.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(7, names.Distinct().Count());
        Assert.Equal("", address);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last_and_says_so()
    {
        await site.GivenAsync(new ListingBuilder(), new ListingBuilder(), new ListingBuilder());

        var page = await site.OpenAsync(AroundLeeds + "&pageSize=2&page=2147483647");

        Assert.Single(page.QuerySelectorAll("article"));
        Assert.Contains("This is the last page.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector(".pager [aria-current=page]")?.TextContent.Replace("Page ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variations_are_kept_out_of_indexes_and_name_their_canonical_address()
    {
        await site.GivenAsync(new ListingBuilder().Offering("cupping"));

        var plain = await site.OpenAsync("/find?technique=cupping&near=Leeds");
        var varied = await site.OpenAsync("/find?verified=false&technique=CUPPING&near=+Leeds+&accepting=yes&seed=5");

        Assert.Null(plain.QuerySelector("meta[name=robots]"));
        Assert.Equal("https://finder.example/find?near=Leeds&technique=cupping", plain.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("noindex", varied.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("https://finder.example/find?near=Leeds&technique=cupping&accepting=yes", varied.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("Cupping within 10 miles of Leeds · PractitionerFinder", plain.Title);
    }

    [Theory]
    [InlineData("lat=91&lon=0")]
    [InlineData("lat=1&lon=abc")]
    [InlineData("near=Leeds&within=-1")]
    [InlineData("near=Leeds&within=1e9km")]
    [InlineData("technique=witchcraft")]
    [InlineData("near=Le%00eds")]
    [InlineData("near=Leeds&page=0")]
    [InlineData("near=Leeds&pageSize=1000000")]
    [InlineData("near=Leeds&near=York")]
    [InlineData("near=Leeds&area=%27%3BDROP+TABLE+Listings--")]
    [InlineData("near=Leeds&setting=spa")]
    [InlineData("near=Leeds&seed=99999999999999999999")]
    public async Task What_cannot_be_used_becomes_the_nearest_sensible_search_and_a_sentence(string query)
    {
        var page = await site.OpenAsync("/find?" + query);

        Assert.NotEmpty(page.QuerySelectorAll(".note li"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' OR 1=1 --")]
    public async Task Typed_markup_stays_text(string typed)
    {
        var page = await site.OpenAsync($"/find?near={Uri.EscapeDataString(typed)}&q={Uri.EscapeDataString(typed)}");

        Assert.Empty(page.QuerySelectorAll("script:not([src^='/js/']), img"));
        Assert.Equal(typed, page.QuerySelector("#near")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Overlong_and_overmany_parameters_never_fail()
    {
        await site.OpenAsync("/find?near=" + new string('a', 10_000));
        await site.OpenAsync("/find?" + string.Join('&', Enumerable.Repeat("technique=cupping", 3_000)));
        await site.OpenAsync("/find?" + string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"x{i}=1")));
        await site.OpenAsync("/find?q=" + Uri.EscapeDataString(new string('漢', 3_000)));
    }

    [Fact]
    public async Task Fictional_listings_are_marked_and_stay_away_when_they_are_off()
    {
        await using var demo = new FinderSite { Settings = { ["Demo:Enabled"] = "true" } };
        await demo.GivenAsync(new ListingBuilder().Demo());
        await site.GivenAsync(new ListingBuilder().Demo());

        var shown = await demo.OpenAsync(AroundLeeds);

        Assert.Contains("These practitioners are fictional.", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(shown.QuerySelectorAll("article .tag"));
        Assert.Empty((await site.OpenAsync(AroundLeeds)).QuerySelectorAll("article"));
    }

    [Fact]
    public async Task The_front_page_asks_the_finder()
    {
        var page = await site.OpenAsync("/");

        var form = page.QuerySelector("form")!;
        Assert.Equal("/find", form.GetAttribute("action"));
        Assert.Equal(["what", "near"], form.QuerySelectorAll("[name]").Select(c => c.GetAttribute("name")));
    }

    [Theory]
    [InlineData("/find?near=&within=&technique=&country=", "/find")]
    [InlineData("/find?what=Cupping%2C+stiff+neck&near=Leeds&within=", "/find?near=Leeds&technique=cupping&area=neck")]
    [InlineData("/find?near=Leeds&what=Smith&setting=visit", "/find?near=Leeds&setting=visit&q=smith")]
    [InlineData("/find/filters?near=Leeds&what=", "/find/filters?near=Leeds")]
    [InlineData("/find?what=cupping&technique=cupping", "/find?technique=cupping")]
    public async Task What_a_form_sends_becomes_an_address_that_means_the_same_to_everybody(string sent, string address)
    {
        using var response = await site.Browser.GetAsync(sent, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(address, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("en-US,en;q=0.8", "/find?near=Boston&country=US")]
    [InlineData("de;q=0.5, en-US", "/find?near=Boston&country=US")]
    [InlineData("en-GB", null)]
    [InlineData("en", null)]
    [InlineData("xx-XX", null)]
    [InlineData("", null)]
    public async Task The_readers_language_tells_which_of_several_places_is_meant(string language, string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/find?near=Boston");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(address, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Where_nobody_is_near_the_nearest_beyond_are_shown()
    {
        await site.GivenAsync(
            new ListingBuilder().At("near").In(53.9058, -1.6911, "Otley"), new ListingBuilder().At("far").In(51.5, -0.12, "London"));

        var page = await site.OpenAsync("/find?near=Leeds&within=2mi");

        Assert.StartsWith("Nobody yet within 2 miles of Leeds", Text(page, "#total"), StringComparison.Ordinal);
        Assert.Equal(["/practitioners/near", "/practitioners/far"], page.QuerySelectorAll(".beyond h2 a").Select(a => a.GetAttribute("href")));
    }

    private static string Count(IParentNode page, string name, string value) =>
        Words(page.QuerySelector($"input[name={name}][value={value}]")!.Closest("label")!.QuerySelector(".count")!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(IParentNode page, string selector) => page.QuerySelector(selector)?.TextContent.Trim() ?? "";
}
