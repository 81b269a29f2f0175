using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A person follows a saved link to somebody who may be there no longer.</summary>
public sealed class ComingByAnAddressTests(Site site)
{
    [Fact]
    public async Task Somebody_who_has_paused_is_shown_without_contact_and_leads_on()
    {
        var paused = await site.SomebodyAsync(PublicStanding.Paused);
        await using var visit = await Visit.AtAsync(site, Visit.Phone);

        var response = await visit.Page.GotoAsync($"/practitioners/{paused.Slug}");

        Assert.Equal(200, response!.Status);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(paused.Name);
        await Expect(visit.Page.GetByText("This practitioner has paused their listing")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main a[href^='tel:'], main a[rel~=ugc]")).ToHaveCountAsync(0);
        await visit.AssertSoundAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Find somebody else" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Town or postcode")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_who_was_taken_down_is_gone_without_a_name()
    {
        var gone = await site.SomebodyAsync(PublicStanding.Gone);
        await using var visit = await Visit.AtAsync(site, Visit.Phone);

        var response = await visit.Page.GotoAsync($"/practitioners/{gone.Slug}");

        Assert.Equal(410, response!.Status);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This page is no longer here");
        Assert.DoesNotContain(gone.Name, await response.TextAsync(), StringComparison.Ordinal);
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task Somebody_who_waits_for_approval_is_as_unknown_as_nobody()
    {
        var waiting = await site.SomebodyAsync(PublicStanding.Unknown);
        await using var visit = await Visit.AtAsync(site);

        var nobody = await visit.Page.GotoAsync("/practitioners/nobody-of-this-name");
        var nothing = await visit.Page.InnerTextAsync("body");
        var response = await visit.Page.GotoAsync($"/practitioners/{waiting.Slug}");

        Assert.Equal((404, 404), (nobody!.Status, response!.Status));
        Assert.Equal(nothing, await visit.Page.InnerTextAsync("body"));
    }

    [Fact]
    public async Task Somebody_who_was_entered_twice_is_found_at_the_one_address()
    {
        var second = await site.SomebodyAsync(PublicStanding.Moved);
        await using var visit = await Visit.AtAsync(site);

        var response = await visit.Page.GotoAsync($"/practitioners/{second.Slug}");

        Assert.Equal(200, response!.Status);
        Assert.NotNull(response.Request.RedirectedFrom);
        await Expect(visit.Page).Not.ToHaveURLAsync($"/practitioners/{second.Slug}");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(second.Name);
    }
}
