using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A person who has found somebody wants to get in touch, or to get there.</summary>
public sealed class ReachingSomebodyTests(Site site)
{
    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task By_mail_whose_address_comes_at_a_press(int width, bool scripts)
    {
        var person = await site.SomebodyAsync(l => l.Standing(site.Now) == PublicStanding.Shown
            && l.PublicContent is { Accepting: Accepting.Yes, Contact: { EmailIsPublic: true, Email: not null } });
        var email = person.PublicContent!.Contact.Email!;
        await using var visit = await Visit.AtAsync(site, width, scripts: scripts);
        await visit.Page.GotoAsync($"/practitioners/{person.Slug}");
        Assert.DoesNotContain(email, await visit.Page.ContentAsync(), StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show e-mail address" }).PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"E-mail address of {person.Name}");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = email })).ToHaveAttributeAsync("href", $"mailto:{email}");
        await visit.AssertSoundAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Back to {person.Name}" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"/practitioners/{person.Slug}");
    }

    [Fact]
    public async Task By_the_map_of_another_service_which_learns_nothing_before_a_press()
    {
        var person = await site.SomebodyAsync(l => l.Standing(site.Now) == PublicStanding.Shown
            && l.PublicContent!.Locations is [{ Privacy: AddressPrivacy.Public }]);
        await using var visit = await Visit.AtAsync(site, Visit.Phone);
        await visit.Page.GotoAsync($"/practitioners/{person.Slug}");
        var map = visit.Page.GetByRole(AriaRole.Link, new() { Name = "OpenStreetMap" });
        await Expect(map).ToBeHiddenAsync();

        await visit.Page.GetByText("Directions").ClickAsync();

        await Expect(map).ToBeVisibleAsync();
        visit.AssertNothingWentWrong();
    }
}
