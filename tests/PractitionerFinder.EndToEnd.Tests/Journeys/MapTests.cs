using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

[assembly: AssemblyFixture(typeof(PractitionerFinder.EndToEnd.Tests.Journeys.LookSite))]

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>The site as those who build it see it, with its sheet of parts.</summary>
public sealed class LookSite : FinderApplication, IAsyncLifetime
{
    public LookSite()
    {
        EnvironmentName = "Development";
        OnKestrel = true;
    }

    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The map element in all that it can do. Its reader asked for less motion, so that a press is over when it is done.</summary>
public sealed class MapTests(LookSite site)
{
    // The maps to pick and to draw begin here.
    private const double Latitude = 53.905, Longitude = -1.691;

    // Of a pixel, at the zoom that they begin with.
    private const double Degrees = 360.0 / (256 << 9);

    // How far an arrow moves the map.
    private const int ArrowPixels = 80;

    [Fact]
    public async Task A_pin_is_put_where_the_map_is_pressed_and_can_be_dragged_on()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-picked"));
        var view = await CentreAsync(map);

        await page.Mouse.ClickAsync(view.X - 100, view.Y);
        await Expect(map.GetByRole(AriaRole.Status)).ToContainTextAsync("The pin is at 53.90");
        AssertNear(await LastAsync(page, "pick"), Latitude, Longitude - 100 * Degrees);

        await page.Mouse.MoveAsync(view.X - 100, view.Y - 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(view.X - 50, view.Y - 20, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(Pin(map)).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("^Pin at 53.90.* west$"));
        AssertNear(await LastAsync(page, "pick"), Latitude, Longitude - 50 * Degrees);
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_pin_goes_by_the_arrows_and_says_where_it_is()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-picked"));
        await map.Locator(".map-view").FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(Pin(map)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await ToldAsync(page, "pick", 1);
        AssertNear(await LastAsync(page, "pick"), Latitude, Longitude + 39 * Degrees);
        await Expect(map.GetByRole(AriaRole.Status)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^The pin is at 53\.90\d\d north, 1\.58\d\d west\.$"));

        // Closer, a step is shorter.
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowLeft");
        await ToldAsync(page, "pick", 2);
        AssertNear(await LastAsync(page, "pick"), Latitude, Longitude + 29 * Degrees);
        await Expect(Pin(map)).ToBeFocusedAsync();
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_pin_is_moved_by_the_page_without_a_word_to_it()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-picked"));

        await map.EvaluateAsync("e => e.moveTo(51.5, -0.12)");
        await Expect(Pin(map)).ToHaveAccessibleNameAsync("Pin at 51.5000 north, 0.1200 west");

        // What a server sends back is where the pin was, and not where it should go.
        var view = await CentreAsync(map);
        await page.Mouse.ClickAsync(view.X - 40, view.Y);
        var first = await LastAsync(page, "pick");
        await page.Mouse.ClickAsync(view.X - 80, view.Y);
        await map.EvaluateAsync("(e, p) => { e.setAttribute('latitude', p[0]); e.setAttribute('longitude', p[1]); }", new[] { first.GetProperty("latitude").GetRawText(), first.GetProperty("longitude").GetRawText() });
        var second = await LastAsync(page, "pick");
        await map.EvaluateAsync("(e, north) => e.setAttribute('latitude', north)", second.GetProperty("latitude").GetRawText());
        await Expect(Pin(map)).ToHaveAccessibleNameAsync($"Pin at {second.GetProperty("latitude").GetDouble():0.0000} north, {-second.GetProperty("longitude").GetDouble():0.0000} west");
        Assert.Equal(2, await TellingsAsync(page, "pick"));
    }

    [Fact]
    public async Task An_outline_is_drawn_mended_and_taken_back_by_keys()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-drawn"));
        var (view, said, corners) = (map.Locator(".map-view"), map.GetByRole(AriaRole.Status), map.Locator(".map-corner"));
        await view.FocusAsync();

        foreach (var key in new[] { "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(corners).ToHaveCountAsync(3);
        Assert.Equal(0, (await LastAsync(page, "draw")).GetArrayLength());
        await PressAsync(page, map, "Close the outline");
        await Expect(said).ToHaveTextAsync("The outline is closed, with 3 corners.");
        var outline = await LastAsync(page, "draw");
        Assert.Equal(3, outline.GetArrayLength());
        Assert.Equal(Latitude, outline[0][0].GetDouble(), Degrees);
        Assert.Equal(Longitude, outline[0][1].GetDouble(), Degrees);
        Assert.True(outline[1][1].GetDouble() > Longitude && outline[2][0].GetDouble() < Latitude);

        // A corner goes by the arrows, and comes back with one press however many steps it made.
        await corners.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await ToldAsync(page, "draw", 5);
        Assert.Equal(outline[0][1].GetDouble() - 40 * Degrees, (await LastAsync(page, "draw"))[0][1].GetDouble(), 1e-4);
        await PressAsync(page, map, "Undo");
        Assert.Equal(outline.ToString(), (await LastAsync(page, "draw")).ToString());

        await corners.First.FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(corners).ToHaveCountAsync(2);
        Assert.Equal(0, (await LastAsync(page, "draw")).GetArrayLength());
        await Expect(corners.First).ToBeFocusedAsync();

        // A server that heard of no whole outline sends none back; what is half drawn stays.
        await map.EvaluateAsync("e => { e.setAttribute('outline', '[]'); e.removeAttribute('outline'); }");
        await Expect(corners).ToHaveCountAsync(2);
        await PressAsync(page, map, "Undo");
        Assert.Equal(3, (await LastAsync(page, "draw")).GetArrayLength());

        await PressAsync(page, map, "Start again");
        await Expect(corners).ToHaveCountAsync(0);
        await PressAsync(page, map, "Undo");
        await Expect(corners).ToHaveCountAsync(3);
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task Keys_that_follow_each_other_quickly_all_count()
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-drawn"));
        await map.Locator(".map-view").FocusAsync();

        foreach (var key in new[] { "Enter", "ArrowRight", "ArrowRight", "Enter", "ArrowDown", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(3);
        var corners = await LastAsync(page, "drawing");
        Assert.Equal(corners[0][1].GetDouble() + 2 * ArrowPixels * Degrees, corners[1][1].GetDouble(), 2 * Degrees);
        Assert.Equal(corners[0][0].GetDouble(), corners[1][0].GetDouble(), 2 * Degrees);
        Assert.Equal(corners[1][1].GetDouble(), corners[2][1].GetDouble(), 2 * Degrees);
        Assert.True(corners[2][0].GetDouble() < corners[1][0].GetDouble() - Degrees, "The arrow down counts too.");
    }

    [Fact]
    public async Task An_outline_that_crosses_itself_is_told_in_words_and_a_dragged_corner_mends_it()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-drawn"));
        var (view, said) = (await CentreAsync(map), map.GetByRole(AriaRole.Status));

        // The fourth side runs through the second.
        foreach (var (x, y) in new[] { (-100, -100), (60, -100), (-100, 60), (60, 60) })
        {
            await page.Mouse.ClickAsync(view.X + x, view.Y + y);
        }

        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(4);
        await PressAsync(page, map, "Close the outline");
        await Expect(said).ToContainTextAsync("The outline crosses itself.");
        Assert.Equal(0, (await LastAsync(page, "draw")).GetArrayLength());
        Assert.Equal(4, (await LastAsync(page, "drawing")).GetArrayLength());

        // Not so near the edge that the map follows: how far it goes there hangs on how many pictures are drawn meanwhile.
        await page.Mouse.MoveAsync(view.X + 60, view.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(view.X - 110, view.Y - 20, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Expect(said).Not.ToContainTextAsync("crosses");
        Assert.Equal(4, (await LastAsync(page, "draw")).GetArrayLength());

        // On a closed outline a press puts a corner into the nearest side.
        await page.Mouse.ClickAsync(view.X - 20, view.Y - 120);
        AssertHas(5, await LastAsync(page, "draw"));
        visit.AssertNothingWentWrong();

        static void AssertHas(int corners, JsonElement outline)
        {
            Assert.Equal(corners, outline.GetArrayLength());
            Assert.InRange(outline[1][1].GetDouble(), Longitude - 30 * Degrees, Longitude - 10 * Degrees);
        }
    }

    [Fact]
    public async Task No_outline_has_more_corners_than_a_listing_takes()
    {
        await using var visit = await Visit.AtAsync(site);
        var (page, map) = (visit.Page, await OpenAsync(visit, "map-drawn"));
        await map.EvaluateAsync("e => e.outline = Array.from({ length: 60 }, (_, i) => [53.9 + .1 * Math.cos(i * Math.PI / 30), -1.7 + .15 * Math.sin(i * Math.PI / 30)])");
        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(60);

        await map.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(map.GetByRole(AriaRole.Status)).ToContainTextAsync("at most 60 corners");
        await Expect(map.Locator(".map-corner")).ToHaveCountAsync(60);
    }

    [Theory]
    [InlineData(Visit.Phone, false)]
    [InlineData(Visit.Phone, true)]
    [InlineData(Visit.Desktop, false)]
    public async Task Every_map_is_sound_and_names_its_sources(int width, bool dark)
    {
        await using var visit = await Visit.AtAsync(site, width, dark);
        var parts = new List<int>();
        visit.Page.Response += (_, response) =>
        {
            if (response.Url.Contains("/map/basemap.pmtiles", StringComparison.Ordinal))
            {
                lock (parts)
                {
                    parts.Add(response.Status);
                }
            }
        };

        foreach (var section in new[] { "map-shown", "map-picked", "map-drawn" })
        {
            var map = section == "map-shown" ? await OpenAsync(visit, section) : await GoToAsync(visit.Page, section);
            await Expect(map.Locator(".leaflet-control-attribution")).ToHaveTextAsync("Made with Natural Earth | Place names: GeoNames, CC BY 4.0");
            await Expect(map.Locator(".leaflet-control-attribution")).ToBeInViewportAsync();
            await Expect(map.Locator("canvas.leaflet-tile-loaded").First).ToBeAttachedAsync();
        }

        await visit.AssertSoundAsync();
        Assert.NotEmpty(parts);
        Assert.All(parts, status => Assert.Equal(206, status));
    }

    [Fact]
    public async Task What_was_lost_on_the_way_is_asked_for_again()
    {
        await using var visit = await Visit.AtAsync(site);
        var lost = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        await visit.Page.RouteAsync("**/map/basemap.pmtiles*", route => lost.TryAdd(route.Request.Headers["range"], true)
            ? route.AbortAsync(RequestAbortErrorCode.Aborted)
            : route.ContinueAsync());

        var map = await OpenAsync(visit, "map-shown");

        await Expect(map.Locator("canvas.leaflet-tile-loaded").First).ToBeAttachedAsync();
        visit.AssertNothingWentWrong();
        Assert.NotEmpty(lost);
    }

    [Fact]
    public async Task A_private_area_is_no_pin_and_a_place_that_leads_on_is_a_link()
    {
        await using var visit = await Visit.AtAsync(site);
        var map = await OpenAsync(visit, "map-shown");

        await Expect(map.GetByRole(AriaRole.Link, new() { Name = "Clinic 1" })).ToHaveAttributeAsync("href", "/look");
        await Expect(map.GetByRole(AriaRole.Img, new() { Name = "Private area 2" })).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("map-pin"));
        await Expect(map.Locator(".map-pin")).ToHaveCountAsync(2);

        // However far off it is looked at from, it is seen.
        for (var zoom = 0; zoom < 4; zoom++)
        {
            await map.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        }

        Assert.True(await map.EvaluateAsync<bool>("e => [...e.shadowRoot.querySelectorAll('path.map-area')].some(p => p.getBoundingClientRect().width >= 20)"));
    }

    [Fact]
    public async Task Where_the_map_ends_it_says_so_and_a_grid_goes_on()
    {
        await using var visit = await Visit.AtAsync(site);
        var map = await OpenAsync(visit, "map-picked");
        var (note, closer) = (map.GetByText("Streets need a tile server"), map.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }));
        await Expect(note).ToBeHiddenAsync();

        for (var zoom = 9; zoom < 16; zoom++)
        {
            await closer.ClickAsync();
        }

        await Expect(note).ToBeVisibleAsync();
        await Expect(map.GetByText("53.904° N")).ToBeVisibleAsync();
        await Expect(map.GetByText("100 m")).ToBeVisibleAsync();
        await Expect(closer).ToHaveAttributeAsync("aria-disabled", "true");
        visit.AssertNothingWentWrong();
    }

    [Fact]
    public async Task The_map_takes_the_colours_of_the_theme_when_that_changes()
    {
        await using var visit = await Visit.AtAsync(site);
        var map = await OpenAsync(visit, "map-picked");
        await Expect(map.Locator("canvas.leaflet-tile-loaded").First).ToBeAttachedAsync();

        await visit.Page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");

        await visit.Page.WaitForFunctionAsync(
            """
            () => [...document.querySelector("[aria-labelledby=map-picked] place-map").shadowRoot.querySelectorAll("canvas.leaflet-tile-loaded")]
              .some(c => { const [r, g, b, a] = c.getContext("2d").getImageData(c.width / 2, c.height / 2, 1, 1).data; return a === 255 && r + g + b < 150; })
            """);
    }

    [Fact]
    public async Task One_finger_scrolls_the_page_until_it_is_asked_to_move_the_map()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, touch: true);
        var map = await OpenAsync(visit, "map-picked");
        var (view, button) = (map.Locator(".map-view"), map.GetByRole(AriaRole.Button, new() { Name = "Move the map with one finger" }));

        await Expect(view).ToHaveCSSAsync("touch-action", "pan-x pan-y");
        await button.TapAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(view).ToHaveCSSAsync("touch-action", "none");
    }

    [Fact]
    public async Task Without_scripts_what_stands_in_the_page_is_there_and_nothing_else()
    {
        await using var visit = await Visit.AtAsync(site, Visit.Phone, scripts: false);
        await visit.Page.GotoAsync("/look");

        await Expect(visit.Page.GetByText("the fields for latitude and longitude stand here")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("A map comes here with scripts.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("place-map").First).ToHaveCSSAsync("min-height", "0px");
        visit.AssertNothingWentWrong();
    }

    /// <summary>Opens the sheet, listens to what its maps tell, and waits for one of them.</summary>
    private static async Task<ILocator> OpenAsync(Visit visit, string section)
    {
        await visit.Page.AddInitScriptAsync("window.told = { pick: [], draw: [], drawing: [] }; for (const name in told) addEventListener(name, e => told[name].push(e.detail));");
        await visit.Page.GotoAsync("/look");
        return await GoToAsync(visit.Page, section);
    }

    private static async Task<ILocator> GoToAsync(IPage page, string section)
    {
        var map = page.Locator($"[aria-labelledby={section}] place-map");
        await map.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await Expect(map).ToHaveAttributeAsync("ready", "");

        // Nothing that loads above moves it while it is pressed.
        await map.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        return map;
    }

    private static ILocator Pin(ILocator map) => map.Locator(".map-pin-moved");

    private static async Task<(float X, float Y)> CentreAsync(ILocator map)
    {
        var box = await map.Locator(".map-view").BoundingBoxAsync() ?? throw new InvalidOperationException("The map is not shown.");
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    private static async Task PressAsync(IPage page, ILocator map, string button)
    {
        await map.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task<int> TellingsAsync(IPage page, string name) => page.EvaluateAsync<int>($"told.{name}.length");

    private static async Task ToldAsync(IPage page, string name, int times) =>
        await page.WaitForFunctionAsync("([name, times]) => told[name].length >= Number(times)", new[] { name, times.ToString(CultureInfo.InvariantCulture) });

    private static async Task<JsonElement> LastAsync(IPage page, string name) =>
        (await page.EvaluateAsync<JsonElement?>($"told.{name}.at(-1)")) ?? throw new InvalidOperationException($"No {name} was told.");

    private static void AssertNear(JsonElement place, double latitude, double longitude)
    {
        Assert.Equal(latitude, place.GetProperty("latitude").GetDouble(), 1.5 * Degrees);
        Assert.Equal(longitude, place.GetProperty("longitude").GetDouble(), 1.5 * Degrees);
    }
}
