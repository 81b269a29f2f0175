using System.Net;
using AngleSharp.Dom;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class ProfilePageTests : IAsyncDisposable
{
    private const string Page = "/practitioners/amira";

    // A query that means nothing asks past what is kept for a minute.
    private const string Later = Page + "?later";

    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Says_how_sure_each_fact_is_by_whom_and_when_it_is_due()
    {
        await site.GivenAsync(Amira().Confirmed(ListingFact.Contact, FinderSite.Noon.AddDays(-3)));
        site.Time.Advance(TimeSpan.FromDays(40));

        var page = await site.OpenAsync(Page);

        Assert.Equal(
            ["Taking on new people", "Not confirmed for 5 weeks. Ask before you rely on it. 15 Jun 2026", "The practitioner, signed in", "Was due 15 Jul 2026"],
            Row(page, "fresh", "Taking on new people"));
        Assert.Equal(["Contact", "Confirmed 6 weeks ago 12 Jun 2026", "The practitioner, signed in", "10 Sep 2026"], Row(page, "fresh", "Contact"));
        Assert.Equal(Freshness.Facts.Count, page.QuerySelectorAll("[aria-labelledby=fresh] tbody tr").Length);
    }

    [Fact]
    public async Task Late_fees_and_hours_are_late_where_they_stand()
    {
        await site.GivenAsync(Amira().Confirmed(ListingFact.Contact, FinderSite.Noon.AddDays(180)).Confirmed(ListingFact.Address, FinderSite.Noon.AddDays(180)));
        site.Time.Advance(TimeSpan.FromDays(200));

        var page = await site.OpenAsync(Page);

        Assert.Equal("Hours not confirmed for 6 months. Ask before you travel.", Words(page.QuerySelector("[aria-labelledby=places] .late")));
        Assert.Equal("Fees not confirmed for 6 months. Ask before you book.", Words(page.QuerySelector("[aria-labelledby=fees] .late")));
        Assert.Contains("£55 for 60 minutes Not confirmed for 6 months", Words(page.QuerySelector("aside")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_proved_and_until_when()
    {
        await site.GivenAsync(Amira().ProvenIn("cupping", FinderSite.Noon.Date.AddDays(10)).Offering("thai-massage"));

        var before = await site.OpenAsync(Page);
        site.Time.Advance(TimeSpan.FromDays(10));
        var after = await site.OpenAsync(Later);

        Assert.StartsWith("Cupping Proof seen, good until 24 June 2026", Words(before.QuerySelectorAll(".offered > li")[0]), StringComparison.Ordinal);
        Assert.StartsWith("Thai massage In their own words, proof not seen", Words(before.QuerySelectorAll(".offered > li")[1]), StringComparison.Ordinal);
        Assert.Equal(
            ["Register of Manual Therapists, number RMT-1 For Cupping", "Proof seen by our staff", "15 Jun 2026", "24 Jun 2026"],
            Cells(before.QuerySelector("[aria-labelledby=training] tbody tr")));
        Assert.StartsWith("Cupping In their own words, proof not seen", Words(after.QuerySelectorAll(".offered > li")[0]), StringComparison.Ordinal);
        Assert.Equal(
            ["Register of Manual Therapists, number RMT-1 For Cupping", "Their own word", "Not checked", "Expired 24 Jun 2026"],
            Cells(after.QuerySelector("[aria-labelledby=training] tbody tr")));
    }

    [Fact]
    public async Task Every_technique_says_what_is_known_of_it_whether_or_not_proof_was_seen()
    {
        await site.GivenAsync(Amira().ProvenIn("cupping").Offering("thai-massage"));

        var offered = (await site.OpenAsync(Page)).QuerySelectorAll(".offered > li");

        Assert.Equal(2, offered.Length);
        Assert.All(offered, technique => Assert.NotEmpty(Words(technique.QuerySelector(".evidence b"))));
    }

    [Fact]
    public async Task Training_is_the_practitioners_own_word()
    {
        await site.GivenAsync(Amira().Saying(c => c with { Techniques = [new OfferedTechnique("cupping", new Training("Example School", 2015, 60))] }));

        Assert.Equal(
            ["Cupping, 60 hours Example School, 2015", "Their own word", "Not checked", "No end date"],
            Cells((await site.OpenAsync(Page)).QuerySelector("[aria-labelledby=training] tbody tr")));
    }

    [Theory]
    [InlineData("+44 113 496 0123", true, "https://holt.example", "+44 113 496 0123")]
    [InlineData(null, true, "https://holt.example", "Show e-mail address")]
    [InlineData(null, false, "https://holt.example", "holt.example")]
    [InlineData(null, false, null, null)]
    public async Task The_first_way_to_get_in_touch_and_no_other_is_filled(string? phone, bool email, string? website, string? filled)
    {
        await site.GivenAsync(Amira().Saying(c => c with { Contact = c.Contact with { Phone = phone, EmailIsPublic = email, Website = website } }));

        var page = await site.OpenAsync(Page);

        Assert.Equal(filled is null ? [] : [filled], page.QuerySelectorAll("main .button-main").Select(Words));
        Assert.Equal(email, page.QuerySelector($"form[method=post][action='{Page}/email'] button") is not null);
        Assert.Equal(filled is null, Words(page.QuerySelector("aside")).Contains("No way to get in touch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_takes_nobody_on_says_so_where_the_button_would_be_and_points_to_others()
    {
        await site.GivenAsync(Amira().Taking(Accepting.No).Offering("thai-massage", "cupping"));

        var page = await site.OpenAsync(Page);

        Assert.Empty(page.QuerySelectorAll("main .button"));
        Assert.StartsWith("Not taking on new people. Find somebody else near Leeds", Words(page.QuerySelector("aside")), StringComparison.Ordinal);
        Assert.Equal("/find?near=Leeds&country=GB&technique=cupping&technique=thai-massage", page.QuerySelector("aside a")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("aside a[href='tel:+441134960123']"));
    }

    [Fact]
    public async Task Paused_shows_a_note_in_place_of_contact_and_points_to_others()
    {
        await site.GivenAsync(Amira().Open(DayOfWeek.Monday).Saying(Mailable).Paused());

        var page = await site.OpenAsync(Page);

        Assert.Contains("has paused their listing", Words(page.QuerySelector("aside .note")), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("aside .note a[href^='/find?near=Leeds']"));
        Assert.Empty(page.QuerySelectorAll("main form, main .button, a[href^='tel:'], .open-now, script:not([src])"));
        Assert.DoesNotContain("Taking on new people", Words(page.QuerySelector(".profile-head")), StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/practitioners/gone", HttpStatusCode.Gone)]
    [InlineData("/practitioners/nobody", HttpStatusCode.NotFound)]
    public async Task What_is_not_shown_leads_to_a_search(string address, HttpStatusCode status)
    {
        await site.GivenAsync(new ListingBuilder().At("gone").Suspended());

        var page = await site.OpenAsync(address, status);

        Assert.NotNull(page.QuerySelector("main form[action='/find'] input[name=near]"));
        Assert.Empty(page.QuerySelectorAll("script[type='application/ld+json'], .profile"));
    }

    [Fact]
    public async Task Hours_are_those_of_the_place_and_say_whether_it_is_open_now()
    {
        // Noon in UTC on a Monday in June: one o'clock in London.
        await site.GivenAsync(Amira().Open(DayOfWeek.Monday, DayOfWeek.Wednesday));

        var open = await site.OpenAsync(Page);
        site.Time.Advance(TimeSpan.FromHours(7));
        var closed = await site.OpenAsync(Later);

        Assert.Equal("Open now until 20:00", Words(open.QuerySelector("[aria-labelledby=places] .open-now")));
        Assert.Equal("Hours, London time", Words(open.QuerySelector("caption")));
        Assert.Equal("Closed now, opens Wednesday 10:00", Words(closed.QuerySelector("[aria-labelledby=places] .open-now")));
    }

    [Fact]
    public async Task A_public_address_has_directions_that_nothing_is_loaded_for()
    {
        await site.GivenAsync(Amira().In(53.8, -1.55));

        var page = await site.OpenAsync(Page);

        var links = page.QuerySelectorAll("details.directions:not([open]) a");
        Assert.Equal(
            [
                "https://www.openstreetmap.org/directions?to=53.8%2C-1.55", "https://maps.apple.com/?daddr=53.8,-1.55",
                "https://www.google.com/maps/dir/?api=1&destination=53.8%2C-1.55", "geo:53.8,-1.55?q=53.8,-1.55",
            ],
            links.Select(a => a.GetAttribute("href")));
        Assert.All(links, a => Assert.Contains("noopener noreferrer", a.GetAttribute("rel"), StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("[src], link"), e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.StartsWith("https://", StringComparison.Ordinal) && e.GetAttribute("rel") != "canonical");
    }

    [Fact]
    public async Task A_private_place_has_no_directions_and_no_point()
    {
        await site.GivenAsync(Amira().In(53.812345, -1.567891, "Headingley").PrivateHome());

        var page = await site.OpenAsync(Page);

        Assert.Empty(page.QuerySelectorAll("details, address, a[href*='geo:'], a[href*='map']"));
        Assert.Contains("The address is private", Words(page.QuerySelector(".place")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_web_address_becomes_a_link()
    {
        await site.GivenAsync(Amira().Saying(c => c with { Contact = c.Contact with { Website = "javascript:alert(1)" } }));

        var page = await site.OpenAsync(Page);

        Assert.Empty(page.QuerySelectorAll("a[href^='javascript']"));
        Assert.NotNull(page.QuerySelector("a[href='tel:+441134960123']"));
    }

    private static ListingBuilder Amira() => new ListingBuilder().At("amira");

    private static ListingContent Mailable(ListingContent content) => content with { Contact = content.Contact with { EmailIsPublic = true } };

    private static string[] Row(IDocument page, string section, string fact) =>
        Cells(page.QuerySelectorAll($"[aria-labelledby={section}] tbody tr").Single(r => Words(r.QuerySelector("th")) == fact));

    private static string[] Cells(IElement? row) => [.. row!.Children.Select(Words)];

    private static string Words(IElement? element) =>
        string.Join(' ', element!.GetDescendants().OfType<IText>().SelectMany(t => t.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
