using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>The people of a search on a map: beside their list, on a page of its own, and one of them on their profile.</summary>
public sealed partial class MapOfResultsTests(Site site)
{
    private const string Search = "/find?near=Leeds&technique=cupping", MapPage = "/find/map?near=Leeds&technique=cupping";

    // Of the map's own tree: Playwright looks into it.
    private const string Pins = ".map-press[href]";

    [Theory, InlineData(Search), InlineData(MapPage)]
    public async Task A_pin_is_reached_by_keys_says_who_it_is_and_has_the_focus_again_after_their_profile(string address)
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, address);
        var pins = page.Locator(Pins);
        var second = pins.Nth(1);
        var (number, who) = await FirstOfTheListAsync(page, 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip the map" }).FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".map-view")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(second).ToBeFocusedAsync();
        await Expect(second).ToHaveAccessibleNameAsync(new Regex(@$"^{number}\. {Regex.Escape(who)}, (about )?\d+\.\d miles$"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(who);
        await page.GoBackAsync();

        await Expect(second).ToBeFocusedAsync();
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task The_map_is_skipped_with_one_press()
    {
        await using var visit = await Visit.AtAsync(site);
        await OpenAsync(visit, MapPage);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip the map" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        await Expect(visit.Page.Locator(".map-list li a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pins_have_the_numbers_and_the_order_of_the_list_and_lead_where_its_names_lead()
    {
        await using var visit = await Visit.AtAsync(site);
        await OpenAsync(visit, Search);

        Assert.Equal(
            await visit.Page.Locator(".cards > li:has([data-number])").EvaluateAllAsync<string[]>("rows => rows.map(r => `${r.querySelector('[data-number]').textContent} ${r.querySelector('h2 a').pathname}`)"),
            await visit.Page.Locator(Pins).EvaluateAllAsync<string[]>("pins => pins.map(p => `${p.textContent} ${p.pathname}`)"));
    }

    [Theory, InlineData(Search, Visit.Desktop), InlineData("/find/map?near=Leeds", Visit.Phone)]
    public async Task Every_pin_can_be_pressed_however_many_are_at_one_place(string address, int width)
    {
        await using var visit = await Visit.AtAsync(site, width);
        await OpenAsync(visit, address);

        Assert.Empty(await visit.Page.Locator(Pins).EvaluateAllAsync<string[]>("""
            pins => pins.filter(pin => {
                const { left, top, width, height } = pin.getBoundingClientRect();
                return width < 24 || height < 24 || !pin.contains(pin.getRootNode().elementFromPoint(left + width / 2, top + height / 2));
            }).map(pin => pin.ariaLabel)
            """));
    }

    [Fact]
    public async Task A_drag_that_begins_on_a_pin_moves_the_map_and_opens_nobody()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, MapPage);
        var pin = await page.Locator(Pins).First.BoundingBoxAsync() ?? throw new InvalidOperationException("There is no pin.");
        var (x, y) = (pin.X + pin.Width / 2, pin.Y + pin.Height / 2);

        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 60, y + 30, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Search this area" })).ToBeVisibleAsync();
        await Expect(page.Locator(".map-said")).ToHaveTextAsync(MoreOrNone());
        await Expect(page).ToHaveURLAsync(MapPage);
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task List_and_map_are_in_step()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, Search);
        var (rows, pins) = (page.Locator(".cards > li:has([data-number])"), page.Locator(".map-mark > span"));

        await rows.Nth(1).HoverAsync();
        await Expect(pins.Nth(1)).ToHaveClassAsync(MarkedPin());
        await rows.Nth(2).Locator("h2 a").FocusAsync();
        await Expect(pins.Nth(2)).ToHaveClassAsync(MarkedPin());

        await pins.Nth(0).Locator(".map-press").FocusAsync();
        await Expect(rows.Nth(0)).ToHaveClassAsync("on-map");
        await Expect(pins.Nth(2)).Not.ToHaveClassAsync(MarkedPin());
        await pins.Nth(3).Locator(".map-press").HoverAsync();
        await Expect(rows.Nth(3)).ToHaveClassAsync("on-map");
    }

    [Fact]
    public async Task Nothing_of_a_map_is_asked_for_on_a_phone_until_it_is_opened()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, touch: true);
        var page = visit.Page;
        var asked = Watch(page);
        await page.GotoAsync(Search, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await page.EvaluateAsync("new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))");
        Assert.Empty(asked);

        await page.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true }).ClickAsync();
        await ReadyAsync(page);
        Assert.NotEmpty(asked);
        await Expect(page).ToHaveURLAsync(MapPage);
        await visit.AssertSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Search);
    }

    [Fact]
    public async Task A_reader_who_saves_data_is_asked_first()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        var asked = Watch(page);
        await page.AddInitScriptAsync("Object.defineProperty(navigator.connection, 'saveData', { value: true });");
        await page.GotoAsync(Search, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Show the map" });
        await Expect(button).ToBeVisibleAsync();
        Assert.Empty(asked);

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".map-view")).ToBeFocusedAsync();
        await Expect(button).ToHaveCountAsync(0);
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_else_is_in_the_view_is_said_and_shown_once_the_map_was_moved()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        var views = new ConcurrentQueue<string>();
        await StubAsync(page, views, total: 900, """
            { "type": "Feature", "bbox": [-1.9, 53.5, -1.6, 53.7], "properties": { "kind": "cluster", "count": 12 }, "geometry": { "type": "Point", "coordinates": [-1.75, 53.62] } },
            { "type": "Feature", "properties": { "kind": "point", "slug": "x", "name": "Xanthe Otherwise", "href": "/practitioners/x" }, "geometry": { "type": "Point", "coordinates": [-1.2, 53.8] } },
            { "type": "Feature", "properties": { "kind": "area", "slug": "y", "name": "Yusuf Otherwise", "href": "/practitioners/y", "reach": 708 }, "geometry": { "type": "Point", "coordinates": [-1.25, 53.9] } }
            """);
        await OpenAsync(visit, MapPage);
        Assert.Empty(views);
        var cluster = page.GetByRole(AriaRole.Button, new() { Name = "12 places, zoom in" });

        await page.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".map-said")).ToHaveTextAsync(MoreWords());
        await Expect(cluster).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Xanthe Otherwise" })).ToBeVisibleAsync();
        await Expect(page.Locator(".map-private[aria-label='Yusuf Otherwise']")).ToBeVisibleAsync();
        var query = Assert.Single(views);
        Assert.StartsWith("?near=Leeds&technique=cupping&bbox=", query, StringComparison.Ordinal);
        await visit.AssertSoundAsync();

        await cluster.FocusAsync();
        var asked = await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Enter"), "**/api/v1/map?*");
        await Expect(page.Locator(".map-view")).ToBeFocusedAsync();
        var box = BoxOf(asked);
        Assert.True(box[0] is > -2.2 and < -1.7 && box[3] is > 53.6 and < 53.9, $"The cluster was not come closer to: {string.Join(',', box)}.");
    }

    [Fact]
    public async Task Somebody_found_on_the_map_has_the_focus_again_after_their_profile()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, "/find/map?near=Thurso&within=100mi");
        await page.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".map-said")).ToHaveTextAsync(MoreOrNone());

        var person = await site.SomebodyAsync(Core.Listings.PublicStanding.Shown);
        await StubAsync(page, [], total: 1, $$"""
            { "type": "Feature", "properties": { "kind": "point", "slug": "x", "name": "Xanthe Otherwise", "href": "/practitioners/{{person.Slug}}" }, "geometry": { "type": "Point", "coordinates": [{{await MiddleAsync(page)}}] } }
            """);
        await page.Keyboard.PressAsync("ArrowUp");
        var dot = page.GetByRole(AriaRole.Link, new() { Name = "Xanthe Otherwise" });
        await dot.ClickAsync();
        await Expect(page).ToHaveURLAsync("/practitioners/" + person.Slug);
        await page.GoBackAsync();

        await Expect(dot).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_place_that_is_looked_at_is_searched_with_the_filters_kept()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, Search + "&country=GB&need=step-free&sort=confirmed&page=1");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Search this area" });
        await Expect(link).ToHaveCountAsync(0);

        await page.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await link.ClickAsync();

        var address = new Uri(page.Url);
        Assert.Matches(@"^\?lat=5\d\.\d{1,3}&lon=-1\.\d{1,3}&within=(1|2|5|10|15|25|50|100)mi&technique=cupping&need=step-free&sort=confirmed$", address.Query);
        Assert.Equal("/find", address.AbsolutePath);
        await Expect(new ResultsPage(page).Total).ToContainTextAsync("of a point");
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task The_server_tells_the_map_who_is_there()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        await OpenAsync(visit, "/find/map?near=Leeds");
        await page.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("-");

        await Expect(page.Locator(".map-said")).ToHaveTextAsync(MoreWords());
        await Expect(page.Locator(".map-cluster").First).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Is_sound_beside_the_list_in_both_themes(bool dark)
    {
        await using var visit = await Visit.AtAsync(site, dark: dark);
        await OpenAsync(visit, Search);

        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task Keeps_its_colours_where_the_reader_chooses_those_of_the_page()
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await OpenAsync(visit, Search);

        await visit.AssertSoundAsync();
        foreach (var mark in new[] { ".place-number:not(.place-area)", ".map-numbered path" })
            Assert.Equal("rgb(169, 72, 31)", await visit.Page.Locator(mark).First.EvaluateAsync<string>("e => e instanceof SVGElement ? getComputedStyle(e).fill : getComputedStyle(e).backgroundColor"));
    }

    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task Without_scripts_there_is_no_empty_box_and_everybody_is_in_the_list(int width)
    {
        await using var visit = await Visit.AtAsync(site, width, scripts: false);
        var page = visit.Page;
        await page.GotoAsync(Search);
        await Expect(page.Locator(".find-map")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true })).ToBeHiddenAsync();
        var people = await new ResultsPage(page).PeopleAsync();
        await visit.AssertSoundAsync();

        await page.GotoAsync(MapPage);
        await Expect(page.Locator("place-map")).ToBeHiddenAsync();
        Assert.Equal(people, await page.Locator(".map-list .rows a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)"));
        Assert.All(await page.Locator(".map-list .rows b").AllInnerTextsAsync(), Assert.NotEmpty);
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task A_profile_brings_its_map_when_it_is_asked_to()
    {
        var person = await site.SomebodyAsync(l => l.Standing(site.Now) == Core.Listings.PublicStanding.Shown && l.PublicContent!.VisitAreas.Count > 0 && l.PublicContent.Locations.Count > 0);
        await using var visit = await Visit.AtAsync(site, Visit.Phone, touch: true);
        var page = visit.Page;
        var asked = Watch(page);
        await page.GotoAsync("/practitioners/" + person.Slug, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(asked);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show on a map" }).ClickAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("place-map .map-cover").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Visits are made where it is shaded.")).ToBeVisibleAsync();
        await visit.AssertSoundAsync();
    }

    private static async Task OpenAsync(Visit visit, string address)
    {
        await visit.Page.GotoAsync(address);
        await ReadyAsync(visit.Page);
    }

    private static Task ReadyAsync(IPage page) => Expect(page.Locator("place-map")).ToHaveAttributeAsync("ready", "");

    private static ConcurrentQueue<string> Watch(IPage page)
    {
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (FirstViewTests.IsOfTheMap(request) && !request.IsNavigationRequest)
                asked.Enqueue(request.Url);
        };
        return asked;
    }

    /// <summary>Who is the first but so many of the list that has a place, and their number.</summary>
    private static async Task<(string Number, string Name)> FirstOfTheListAsync(IPage page, int but)
    {
        var row = page.Locator("li:has([data-number])").Nth(but);
        return (await row.Locator("[data-number]").InnerTextAsync(), await row.Locator("a[href^='/practitioners/']").InnerTextAsync());
    }

    /// <summary>The answer of the server is put together here, so that what is in it is known.</summary>
    private static async Task StubAsync(IPage page, ConcurrentQueue<string> asked, int total, string features) =>
        await page.RouteAsync("**/api/v1/map?*", route =>
        {
            asked.Enqueue(new Uri(route.Request.Url).Query);
            return route.FulfillAsync(new() { ContentType = "application/geo+json", Body = $$"""{ "type": "FeatureCollection", "total": {{total}}, "features": [{{features}}] }""" });
        });

    private static double[] BoxOf(IRequest asked) => [.. asked.Url.Split("bbox=")[1].Split(',').Select(d => double.Parse(d, CultureInfo.InvariantCulture))];

    /// <summary>Where the map looks, as GeoJSON has it.</summary>
    private static async Task<string> MiddleAsync(IPage page)
    {
        var query = new Uri(new Uri("http://x"), await page.Locator(".map-search").GetAttributeAsync("href")).Query;
        var parts = System.Web.HttpUtility.ParseQueryString(query);
        return $"{parts["lon"]}, {parts["lat"]}";
    }

    [GeneratedRegex(@"\bmap-near\b")]
    private static partial Regex MarkedPin();

    [GeneratedRegex(@"^[\d,]+ more (person|people|places?) in this view\.$")]
    private static partial Regex MoreWords();

    [GeneratedRegex(@" in this view\.$")]
    private static partial Regex MoreOrNone();
}
