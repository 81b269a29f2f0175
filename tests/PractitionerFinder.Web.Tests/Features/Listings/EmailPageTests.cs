using System.Net;
using AngleSharp.Html.Parser;
using PractitionerFinder.Web.Shell;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class EmailPageTests : IAsyncDisposable
{
    private const string Email = "owner@mail.example";

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_press_on_the_profile_tells_the_address()
    {
        await site.GivenAsync(Mailable());
        var form = (await site.OpenAsync("/practitioners/amira")).QuerySelector("main form")!;

        using var answer = await site.Browser.PostAsync(
            form.GetAttribute("action"),
            new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))),
            Cancel);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("E-mail address of Amira Holt", page.QuerySelector("h1")?.TextContent);
        Assert.Equal(Email, page.QuerySelector($"a[href='mailto:{Email}']")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/practitioners/amira']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Without_a_press_the_address_is_nowhere()
    {
        await site.GivenAsync(Mailable());
        await PressAsync();

        foreach (var address in new[] { "/practitioners/amira", "/api/v1/practitioners/amira", "/find?near=Leeds", "/api/v1/search?near=Leeds" })
        {
            using var answer = await site.Browser.GetAsync(address, Cancel);
            Assert.DoesNotContain(Email, answer.Headers + await answer.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
        }

        Assert.True((await site.AskAsync("/api/v1/practitioners/amira")).GetProperty("emailAvailable").GetBoolean());
        Assert.DoesNotContain(Email, site.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_comes_by_the_address_of_the_press_is_led_to_the_profile()
    {
        await site.GivenAsync(Mailable());

        using var answer = await site.Browser.GetAsync("/practitioners/amira/email", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, "/practitioners/amira"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.DoesNotContain(Email, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    public static TheoryData<string, ListingBuilder, HttpStatusCode> Refused => new()
    {
        { "not given out", new ListingBuilder(), HttpStatusCode.NotFound },
        { "paused", Mailable().Paused(), HttpStatusCode.NotFound },
        { "waiting", Mailable().Submitted(), HttpStatusCode.NotFound },
        { "suspended", Mailable().Suspended(), HttpStatusCode.Gone },
        { "archived", Mailable().Archived(), HttpStatusCode.Gone },
        { "hidden", Mailable().Approved(FinderSite.Noon.AddDays(-121)), HttpStatusCode.Gone },
        { "fictional while fiction is off", Mailable().Demo(), HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_is_told_that_the_listing_does_not_allow(string state, ListingBuilder listing, HttpStatusCode expected)
    {
        await site.GivenAsync(listing.At("amira"));

        using var answer = await PressAsync();

        Assert.True(expected == answer.StatusCode, state);
        Assert.DoesNotContain(Email, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_listing_leads_to_the_profile_it_became()
    {
        var into = (await site.GivenAsync(Mailable().At("other")))[0];
        await site.GivenAsync(Mailable().Archived(into.Id));

        using var answer = await PressAsync();

        Assert.Equal((HttpStatusCode.Redirect, "/practitioners/other"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Who_presses_too_often_is_told_when_to_come_back_and_can_still_read_profiles()
    {
        await site.GivenAsync(Mailable());
        for (var press = 0; press < RateLimits.MostReveals; press++)
        {
            using var given = await PressAsync();
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        using var refused = await PressAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), RateLimits.Window);
        var words = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Wait ten minutes", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, words, StringComparison.Ordinal);
        await site.OpenAsync("/practitioners/amira");
    }

    private static ListingBuilder Mailable() => new ListingBuilder().At("amira").Saying(c => c with { Contact = c.Contact with { EmailIsPublic = true } });

    private Task<HttpResponseMessage> PressAsync() =>
        site.Browser.PostAsync("/practitioners/amira/email", new FormUrlEncodedContent([new("_handler", "email")]), Cancel);
}
