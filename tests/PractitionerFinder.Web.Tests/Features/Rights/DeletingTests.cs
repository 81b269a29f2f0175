using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Tests.Features.Portal;
using static PractitionerFinder.Web.Tests.Features.Portal.PeopleSite;

namespace PractitionerFinder.Web.Tests.Features.Rights;

/// <summary>Deleting an account or a listing: what leaves at once, what can be taken back, by whom, and what ends.</summary>
public sealed class DeletingTests : IAsyncDisposable
{
    private readonly PeopleSite site = RightsSite.New();

    private long amira;
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private string DeleteListingPage => PortalUrls.Delete(listing);

    private async Task<Visitor> OwnerAsync()
    {
        amira = await site.GivenPersonAsync("amira");
        listing = await site.GivenListingAsync(amira);
        return await site.SignInAsync("amira");
    }

    [Fact]
    public async Task Whoever_deletes_their_account_is_signed_out_everywhere_and_comes_back_only_to_take_that_back()
    {
        var owner = await OwnerAsync();
        var elsewhere = await site.SignInAsync("amira");

        var (address, page) = await owner.DeleteAccountAsync();
        site.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("/account/sign-in?done=leaving", address);
        Assert.Contains("Your account is to be deleted", page.Words(), StringComparison.Ordinal);
        await elsewhere.OpenAsync("/account", HttpStatusCode.Redirect);
        var back = await site.SignInAsync("amira");
        foreach (var closed in new[] { "/portal", "/account", "/account/password", PortalUrls.Listing(listing), DeleteListingPage })
        {
            using var answer = await back.Browser.GetAsync(closed, Cancel);
            Assert.Equal((closed, "/account/undo"), (closed, answer.Headers.Location?.ToString()));
        }

        Assert.Contains("29 June 2026", (await back.OpenAsync("/account/undo")).Words(), StringComparison.Ordinal);
        await back.OpenAsync("/account/export");
        await back.OpenAsync("/account/sign-out");
    }

    [Fact]
    public async Task The_listing_of_an_only_owner_leaves_the_site_at_once()
    {
        var owner = await OwnerAsync();
        var page = await site.PageOfAsync(listing);
        await site.Visit().OpenAsync(page);

        await owner.DeleteAccountAsync();
        await site.CatchUpAsync();

        var gone = await site.Visit().OpenAsync(page, HttpStatusCode.Gone);
        Assert.DoesNotContain("Holt Clinic", gone.Words(), StringComparison.Ordinal);
        using var search = await site.Visit().Browser.GetAsync("/api/v1/search?near=leeds&country=GB", Cancel);
        Assert.DoesNotContain("Holt Clinic", await search.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_the_mail_changes_nothing_until_it_is_pressed_and_then_everything_is_as_it_was()
    {
        var owner = await OwnerAsync();
        var page = await site.PageOfAsync(listing);
        await owner.DeleteAccountAsync();
        var link = await site.LinkToAsync("amira");
        var reader = site.Visit();

        using (var opened = await reader.Browser.GetAsync(link, Cancel))
        {
            Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", await opened.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.True(opened.Headers.CacheControl?.NoStore);
        }

        Assert.NotNull(await ErasedFromAsync());
        await site.Visit().OpenAsync(page, HttpStatusCode.Gone);
        var (address, _) = await reader.PressAsync(link, "undo");
        await site.CatchUpAsync();

        Assert.Equal("/account/sign-in?done=kept", address);
        Assert.Null(await ErasedFromAsync());
        Assert.Contains("Holt Clinic", (await site.Visit().OpenAsync(page)).Words(), StringComparison.Ordinal);
        Assert.Contains("nothing to take back", (await reader.OpenAsync(link)).Words(), StringComparison.Ordinal);
        Assert.Equal(["Your account is to be deleted", "Your account stays"], (await site.MailsAsync()).Select(m => m.Subject));
        Assert.DoesNotContain(link.Split("token=")[1], site.Logs.Text, StringComparison.Ordinal);
        await (await site.SignInAsync("amira")).OpenAsync(PortalUrls.Listing(listing));
    }

    [Fact]
    public async Task A_second_press_of_the_link_is_answered_by_the_page()
    {
        await (await OwnerAsync()).DeleteAccountAsync();
        var link = await site.LinkToAsync("amira");
        var reader = site.Visit();
        var page = await reader.OpenAsync(link);
        await reader.PressAsync(link, "undo");

        using var second = await reader.Browser.PostAsync(link, Visitor.Fill(page, "undo"), Cancel);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(2, (await site.MailsAsync()).Count);
    }

    [Fact]
    public async Task Whoever_signs_in_again_keeps_the_account_by_a_press()
    {
        await (await OwnerAsync()).DeleteAccountAsync();
        var back = await site.SignInAsync("amira");

        var (address, page) = await back.PressAsync("/account/undo", "undo");

        Assert.Equal("/account?done=kept", address);
        Assert.Contains("Your account stays", page.Words(), StringComparison.Ordinal);
        await back.OpenAsync(PortalUrls.Listing(listing));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not my password at all")]
    public async Task Without_the_password_nothing_is_deleted(string password)
    {
        var owner = await OwnerAsync();

        var (_, account) = await owner.DeleteAccountAsync(password);
        var (_, page) = await owner.PressAsync(DeleteListingPage, "delete", ("Password", password));

        Assert.All([account, page], p => Assert.StartsWith("Error: ", p.Title, StringComparison.Ordinal));
        Assert.Null(await ErasedFromAsync());
        await site.Visit().OpenAsync(await site.PageOfAsync(listing));
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task What_goes_and_what_stays_is_said_before()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        var shared = (await site.GivenAsync(new ListingBuilder().Named("Shared Rooms")))[0].Id;
        await site.JoinAsync(shared, amira, MemberRole.Owner);
        await site.JoinAsync(shared, ben, MemberRole.Owner);

        var words = (await owner.OpenAsync("/account/delete")).Words();

        Assert.Contains("This listing has no owner but you, so it goes too. To keep one, hand it over first. Holt Clinic", words, StringComparison.Ordinal);
        Assert.Contains("you keep it no longer. Shared Rooms", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_others_own_stays_and_the_part_in_it_ends_when_the_account_does()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Owner);

        await owner.DeleteAccountAsync();
        await site.CatchUpAsync();

        await site.Visit().OpenAsync(await site.PageOfAsync(listing));
        Assert.Equal(2, (await site.MembersAsync(listing)).Count);
        site.Time.Advance(RightsSite.UndoTime);
        await site.EraseAsync();
        Assert.Equal(new Dictionary<long, MemberRole> { [ben] = MemberRole.Owner }, await site.MembersAsync(listing));
        await site.Visit().OpenAsync(await site.PageOfAsync(listing));
    }

    [Fact]
    public async Task The_owner_that_is_left_counts_as_the_last_one()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Owner);
        var other = await site.SignInAsync("ben");
        var people = await other.OpenAsync(PortalUrls.People(listing));

        await owner.DeleteAccountAsync();
        using var leaving = await other.Browser.PostAsync(PortalUrls.People(listing), Visitor.Fill(people, "acts", ("act", $"remove-{ben}")), Cancel);

        Assert.Equal($"{PortalUrls.People(listing)}?did=LastOwner", leaving.Headers.Location?.ToString());
        Assert.Contains("Their account is to be deleted", (await other.OpenAsync(PortalUrls.People(listing))).Words(), StringComparison.Ordinal);
        Assert.Contains("so it goes too", (await other.OpenAsync("/account/delete")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_is_told_why()
    {
        var owner = await OwnerAsync();
        await site.MakeAsync(amira, Roles.Administrator);
        var ben = await site.GivenPersonAsync("ben");
        await site.MakeAsync(ben, Roles.Administrator);
        var other = await site.SignInAsync("ben");
        var page = await other.OpenAsync("/account/delete");
        await owner.DeleteAccountAsync();

        using var answer = await other.Browser.PostAsync("/account/delete", Visitor.Fill(page, "delete", ("Password", Password)), Cancel);

        Assert.Contains("You are the only administrator", (await other.OpenAsync("/account/delete")).Words(), StringComparison.Ordinal);
        await using var db = await site.ContextAsync();
        Assert.Null(await db.Users.Where(a => a.Id == ben).Select(a => a.ErasedFrom).SingleAsync(Cancel));
    }

    [Fact]
    public async Task An_owner_deletes_a_listing_and_another_owner_keeps_it()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Owner);
        var page = await site.PageOfAsync(listing);

        var (address, told) = await owner.PressAsync(DeleteListingPage, "delete", ("Password", Password));
        await site.CatchUpAsync();

        Assert.Equal($"{PortalUrls.Listing(listing)}?did=deleting", address);
        Assert.Contains("This listing is to be deleted on 29 June 2026.", told.Words(), StringComparison.Ordinal);
        await site.Visit().OpenAsync(page, HttpStatusCode.Gone);
        Assert.Equal([Email("amira"), Email("ben")], (await site.MailsAsync()).Select(m => m.To).Order());
        await (await site.SignInAsync("ben")).PressAsync(DeleteListingPage, "keep");
        await site.CatchUpAsync();
        await site.Visit().OpenAsync(page);
        Assert.Equal([ListingDeed.AskedErasure, ListingDeed.KeptListing], (await site.EventsAsync(listing)).Select(e => e.Deed));
    }

    [Fact]
    public async Task An_editor_deletes_no_listing()
    {
        await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Editor);

        var editor = await site.SignInAsync("ben");

        await editor.OpenAsync(DeleteListingPage, HttpStatusCode.NotFound);
        Assert.Equal(PeopleOutcome.NotAllowed, await site.Services.GetRequiredService<DeleteListing>().AskAsync(listing, ben, Cancel));
    }

    [Fact]
    public async Task A_paused_listing_comes_back_paused_and_one_that_was_never_public_as_it_was()
    {
        amira = await site.GivenPersonAsync("amira");
        var made = await site.GivenAsync(new ListingBuilder().Paused(), new ListingBuilder().Submitted());
        var delete = site.Services.GetRequiredService<DeleteListing>();
        foreach (var one in made)
        {
            await site.JoinAsync(one.Id, amira, MemberRole.Owner);
            Assert.Equal(PeopleOutcome.Done, await delete.AskAsync(one.Id, amira, Cancel));
            Assert.Equal(PeopleOutcome.Already, await delete.AskAsync(one.Id, amira, Cancel));
            Assert.Equal(PeopleOutcome.Done, await delete.TakeBackAsync(one.Id, amira, Cancel));
        }

        await using var db = await site.ContextAsync();
        var standing = (await db.Listings.OrderBy(l => l.Id).ToListAsync(Cancel)).Select(l => l.Standing(Noon));
        Assert.Equal([PublicStanding.Paused, PublicStanding.Unknown], standing);
    }

    [Fact]
    public async Task Nothing_is_erased_before_its_time_and_after_it_one_of_two_nodes_erases()
    {
        var owner = await OwnerAsync();
        var page = await site.PageOfAsync(listing);
        var merged = (await site.GivenAsync(new ListingBuilder().Archived(listing)))[0];
        await owner.DeleteAccountAsync();
        var link = await site.LinkToAsync("amira");
        site.Time.Advance(RightsSite.UndoTime - TimeSpan.FromSeconds(1));
        await site.EraseAsync();
        Assert.NotNull(await ErasedFromAsync());

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(site.EraseAsync, Cancel)));
        await site.EraseAsync();
        await site.CatchUpAsync();

        await using var db = await site.ContextAsync();
        Assert.False(await db.Users.AnyAsync(a => a.Id == amira, Cancel));
        Assert.False(await db.Listings.AnyAsync(l => l.Id == listing, Cancel));
        Assert.Null((await db.Listings.SingleAsync(l => l.Id == merged.Id, Cancel)).MergedIntoId);
        await site.Visit().OpenAsync(page, HttpStatusCode.NotFound);
        Assert.Contains("nothing to take back", (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        using var signIn = await site.Visit().SendAsync("/account/sign-in", "sign-in", ("Email", Email("amira")), ("Password", Password));
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        Assert.Single(site.Logs.Entries, e => e.Message == $"Account {amira} is erased.");
        Assert.Single(site.Logs.Entries, e => e.Message == $"Listing {listing} is erased.");
        Assert.DoesNotContain(Email("amira"), site.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_leaves_has_no_invitation_out()
    {
        var owner = await OwnerAsync();
        await owner.PressAsync(PortalUrls.People(listing), "invite", ("Email", "dora@elsewhere.example"), ("As", nameof(InvitedAs.CoOwner)));

        await owner.DeleteAccountAsync();

        await using var db = await site.ContextAsync();
        Assert.Empty(await db.Invites.ToListAsync(Cancel));
    }

    private async Task<DateTime?> ErasedFromAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Users.Where(a => a.Id == amira).Select(a => a.ErasedFrom).SingleAsync(Cancel);
    }
}
