using System.Net;
using PractitionerFinder.Core.Listings;
using static PractitionerFinder.Web.Tests.Features.Portal.PeopleSite;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>Who keeps a listing: what each sees and may do, and what stays so whatever anybody does.</summary>
public sealed class PeopleTests : IAsyncDisposable
{
    private readonly PeopleSite site = new();

    private long amira;
    private long ben;
    private long listing;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private string Page => $"/portal/listings/{listing}/people";

    private async Task GivenAsync(MemberRole roleOfBen)
    {
        amira = await site.GivenPersonAsync("amira");
        ben = await site.GivenPersonAsync("ben");
        listing = await site.GivenListingAsync(amira);
        await site.JoinAsync(listing, ben, roleOfBen);
    }

    [Fact]
    public async Task An_owner_sees_who_takes_part_and_how_to_reach_them()
    {
        await GivenAsync(MemberRole.Editor);

        var words = (await (await site.SignInAsync("amira")).OpenAsync(Page)).Words();

        Assert.Contains("Holt Clinic", words, StringComparison.Ordinal);
        Assert.Contains($"amira (you) Owner {Email("amira")} Since 15 June 2026", words, StringComparison.Ordinal);
        Assert.Contains($"ben Editor {Email("ben")} Since 15 June 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_who_takes_part_without_addresses_or_anything_to_press_but_leaving()
    {
        await GivenAsync(MemberRole.Editor);

        var page = await (await site.SignInAsync("ben")).OpenAsync(Page);

        Assert.Contains("amira Owner Since", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("@people.example", page.Words(), StringComparison.Ordinal);
        Assert.Equal(["Leave it"], page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task To_anybody_else_the_page_is_not_there()
    {
        await GivenAsync(MemberRole.Editor);
        await site.GivenPersonAsync("carla");

        await (await site.SignInAsync("carla")).OpenAsync(Page, HttpStatusCode.NotFound);
        await site.Visit().OpenAsync(Page, HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("editor")]
    [InlineData("remove")]
    public async Task An_editor_cannot_do_what_an_owner_can(string act)
    {
        await GivenAsync(MemberRole.Owner);
        var editor = await site.SignInAsync("ben");
        var before = await editor.OpenAsync(Page);
        await (await site.SignInAsync("amira")).PressAsync(Page, "acts", ("act", $"editor-{ben}"));

        // The page was opened in another tab while they were an owner.
        using var answer = await editor.Browser.PostAsync(Page, Visitor.Fill(before, "acts", ("act", $"{act}-{amira}")), TestContext.Current.CancellationToken);

        Assert.Equal($"{Page}?did=NotAllowed", answer.Headers.Location?.ToString());
        Assert.Contains("You may not do that", (await editor.OpenAsync($"{Page}?did=NotAllowed")).Words(), StringComparison.Ordinal);
        Assert.Equal(new Dictionary<long, MemberRole> { [amira] = MemberRole.Owner, [ben] = MemberRole.Editor }, await site.MembersAsync(listing));
    }

    [Theory]
    [InlineData("invite", "Email")]
    [InlineData("hand-over", "NewOwner")]
    public async Task Whoever_was_an_owner_when_they_opened_the_page_is_told_when_they_send(string form, string field)
    {
        await GivenAsync(MemberRole.Owner);
        var editor = await site.SignInAsync("ben");
        var before = await editor.OpenAsync(Page);
        await (await site.SignInAsync("amira")).PressAsync(Page, "acts", ("act", $"editor-{ben}"));

        foreach (var typed in new[] { "dora@elsewhere.example", "no address" })
        {
            using var answer = await editor.Browser.PostAsync(Page, Visitor.Fill(before, form, (field, typed)), TestContext.Current.CancellationToken);
            Assert.Equal($"{Page}?did=NotAllowed", answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_press_of_somebody_who_was_taken_off_meanwhile_does_nothing()
    {
        await GivenAsync(MemberRole.Editor);
        var editor = await site.SignInAsync("ben");
        var before = await editor.OpenAsync(Page);
        await (await site.SignInAsync("amira")).PressAsync(Page, "acts", ("act", $"remove-{ben}"));

        using var answer = await editor.Browser.PostAsync(Page, Visitor.Fill(before, "acts", ("act", $"remove-{ben}")), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Holt Clinic", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await editor.OpenAsync(Page, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_owner_makes_an_editor_an_owner_and_an_editor_again()
    {
        await GivenAsync(MemberRole.Editor);
        var owner = await site.SignInAsync("amira");

        await owner.PressAsync(Page, "acts", ("act", $"owner-{ben}"));
        Assert.Equal(MemberRole.Owner, (await site.MembersAsync(listing))[ben]);
        await owner.PressAsync(Page, "acts", ("act", $"editor-{ben}"));
        Assert.Equal(MemberRole.Editor, (await site.MembersAsync(listing))[ben]);

        Assert.Equal(
            [(ListingDeed.ChangedRole, amira, ben, "Owner"), (ListingDeed.ChangedRole, amira, ben, "Editor")],
            await site.EventsAsync(listing));
        Assert.Equal(
            [(Email("ben"), "You are an owner now"), (Email("ben"), "You are an editor now")],
            site.Mails.Sent.Select(m => (m.To, m.Subject)));
        Assert.Contains("amira made ben an owner", (await owner.OpenAsync($"/portal/listings/{listing}/history")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_does_nothing_twice()
    {
        await GivenAsync(MemberRole.Editor);
        var owner = await site.SignInAsync("amira");
        var page = await owner.OpenAsync(Page);

        for (var press = 0; press < 2; press++)
        {
            using var answer = await owner.Browser.PostAsync(Page, Visitor.Fill(page, "acts", ("act", $"remove-{ben}")), TestContext.Current.CancellationToken);
            Assert.Equal(press == 0 ? $"{Page}?did=removed" : $"{Page}?did=Already", answer.Headers.Location?.ToString());
        }

        Assert.Equal([(ListingDeed.Removed, amira, ben, "Editor")], await site.EventsAsync(listing));
        Assert.Equal((Email("ben"), "You no longer keep a listing"), (site.Mails.Sent.Single().To, site.Mails.Sent.Single().Subject));
    }

    [Fact]
    public async Task The_last_owner_is_told_to_hand_it_over_first()
    {
        await GivenAsync(MemberRole.Editor);
        var owner = await site.SignInAsync("amira");

        var page = await owner.OpenAsync(Page);

        Assert.Contains("You are the only owner", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "Leave it");
    }

    [Fact]
    public async Task The_last_owner_can_neither_leave_nor_become_an_editor()
    {
        await GivenAsync(MemberRole.Owner);
        var owner = await site.SignInAsync("amira");
        var opened = await owner.OpenAsync(Page);
        await (await site.SignInAsync("ben")).PressAsync(Page, "acts", ("act", $"remove-{ben}"));

        foreach (var act in new[] { $"editor-{amira}", $"remove-{amira}" })
        {
            using var answer = await owner.Browser.PostAsync(Page, Visitor.Fill(opened, "acts", ("act", act)), TestContext.Current.CancellationToken);
            Assert.Equal($"{Page}?did=LastOwner", answer.Headers.Location?.ToString());
        }

        Assert.Contains("Hand it over first", (await owner.OpenAsync($"{Page}?did=LastOwner")).Words(), StringComparison.Ordinal);
        Assert.Equal(new Dictionary<long, MemberRole> { [amira] = MemberRole.Owner }, await site.MembersAsync(listing));
    }

    [Fact]
    public async Task An_editor_leaves()
    {
        await GivenAsync(MemberRole.Editor);
        var editor = await site.SignInAsync("ben");

        var (address, page) = await editor.PressAsync(Page, "acts", ("act", $"remove-{ben}"));

        Assert.Equal("/portal?did=left", address);
        Assert.Contains("You no longer keep that listing", page.Words(), StringComparison.Ordinal);
        Assert.Equal([(ListingDeed.Removed, ben, ben, "Editor")], await site.EventsAsync(listing));
        Assert.Equal((Email("amira"), "Somebody has left a listing"), (site.Mails.Sent.Single().To, site.Mails.Sent.Single().Subject));
        await editor.OpenAsync(Page, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("stay")]
    [InlineData("leave")]
    public async Task An_owner_hands_over_to_somebody_who_takes_part(string then)
    {
        await GivenAsync(MemberRole.Editor);
        var owner = await site.SignInAsync("amira");

        var (address, _) = await owner.PressAsync(Page, "hand-over", ("To", $"{ben}"), ("Then", then));

        Assert.Equal(then == "stay" ? $"{Page}?did=handed-over" : "/portal?did=left", address);
        var members = await site.MembersAsync(listing);
        Assert.Equal(MemberRole.Owner, members[ben]);
        Assert.Equal(then == "stay" ? MemberRole.Editor : null, members.TryGetValue(amira, out var role) ? role : (MemberRole?)null);
        Assert.Equal((ListingDeed.HandedOver, amira, ben, "Owner"), (await site.EventsAsync(listing))[0]);
        Assert.Equal((Email("ben"), "A listing was handed over to you"), (site.Mails.Sent.Single().To, site.Mails.Sent.Single().Subject));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_kept_undoes_what_it_tells()
    {
        await GivenAsync(MemberRole.Editor);
        var owner = await site.SignInAsync("amira");
        site.Mails.IsBroken = true;

        using var removal = await owner.SendAsync(Page, "acts", ("act", $"remove-{ben}"));
        using var invitation = await owner.SendAsync(Page, "invite", ("Email", "dora@elsewhere.example"));

        Assert.Equal(HttpStatusCode.InternalServerError, removal.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, invitation.StatusCode);
        Assert.Equal(2, (await site.MembersAsync(listing)).Count);
        Assert.Empty(await site.EventsAsync(listing));
        Assert.DoesNotContain("dora@", (await owner.OpenAsync(Page)).Words(), StringComparison.Ordinal);
    }
}
