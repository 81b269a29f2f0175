using System.Net;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shell;
using static PractitionerFinder.Web.Tests.Features.Portal.PeopleSite;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>Invitations by e-mail: what a link does and does not do, and for whom.</summary>
public sealed class InviteTests : IAsyncDisposable
{
    private const string Unusable = "This invitation cannot be used";

    private readonly PeopleSite site = new();

    private long amira;
    private long listing;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Page => $"/portal/listings/{listing}/people";

    private async Task<Visitor> OwnerAsync()
    {
        amira = await site.GivenPersonAsync("amira");
        listing = await site.GivenListingAsync(amira);
        return await site.SignInAsync("amira");
    }

    private async Task<string> InviteAsync(Visitor owner, string name, InvitedAs role = InvitedAs.Editor)
    {
        await owner.PressAsync(Page, "invite", ("Email", Email(name)), ("As", role.ToString()));
        return site.Mails.LinkTo(name);
    }

    [Theory]
    [InlineData(InvitedAs.Editor, MemberRole.Editor)]
    [InlineData(InvitedAs.CoOwner, MemberRole.Owner)]
    public async Task Whoever_is_invited_joins_by_one_press(InvitedAs invitedAs, MemberRole role)
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben", invitedAs);
        Assert.Contains($"{Email("ben")} Invited as a", (await owner.OpenAsync(Page)).Words(), StringComparison.Ordinal);
        var guest = await site.SignInAsync("ben");

        Assert.Contains("amira invites you to keep Holt Clinic", (await guest.OpenAsync(link)).Words(), StringComparison.Ordinal);
        var (address, page) = await guest.PressAsync(link, "accept");

        Assert.Equal($"{Page}?did=joined", address);
        Assert.Contains("Welcome. You keep this listing now.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(role, (await site.MembersAsync(listing))[ben]);
        Assert.Equal(
            [(ListingDeed.Invited, amira, null, role.ToString()), (ListingDeed.Joined, ben, (long?)null, role.ToString())],
            await site.EventsAsync(listing));
        Assert.Equal((Email("amira"), "An invitation was accepted"), (site.Mails.Sent[^1].To, site.Mails.Sent[^1].Subject));
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often_and_by_whom()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben");
        var guest = await site.SignInAsync("ben");

        for (var time = 0; time < 2; time++)
        {
            await site.Visit().OpenAsync(link);
            await guest.OpenAsync(link);
        }

        Assert.Equal([amira], (await site.MembersAsync(listing)).Keys);
        Assert.Contains("Open until 29 June 2026", (await owner.OpenAsync(Page)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_through_it_and_back()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben");
        var guest = site.Visit();

        var page = await guest.OpenAsync(link);
        var signIn = page.QuerySelector("main a[href^='/account/sign-in']")!.GetAttribute("href")!;

        Assert.DoesNotContain("Accept", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href^='/account/register']"));
        Assert.Equal(link, await guest.SignInAsync(signIn, "ben"));
        Assert.Contains("Accept the invitation", (await guest.OpenAsync(link)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_account_makes_one_on_the_way()
    {
        var owner = await OwnerAsync();
        var link = await InviteAsync(owner, "dora");
        var guest = site.Visit();
        var register = (await guest.OpenAsync(link)).QuerySelector("main a[href^='/account/register']")!.GetAttribute("href")!;

        using var made = await guest.SendAsync(register, "register", ("Name", "dora"), ("Email", Email("dora")), ("Password", Password));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var (address, page) = await guest.PressAsync(site.Mails.LinkTo("dora"), "confirm", ("Password", Password));

        Assert.Equal(link, address);
        Assert.Contains("Accept the invitation", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"{Page}?did=joined", (await guest.PressAsync(link, "accept")).Address);
    }

    [Fact]
    public async Task A_second_press_is_told_where_the_listing_is()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben");
        var guest = await site.SignInAsync("ben");
        var opened = await guest.OpenAsync(link);
        await guest.PressAsync(link, "accept");

        using var answer = await guest.Browser.PostAsync(link, Visitor.Fill(opened, "accept"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("If you have accepted it", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_with_another_address_cannot_accept_and_is_not_told_which()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var carla = await site.GivenPersonAsync("carla");
        var link = await InviteAsync(owner, "ben");
        var other = await site.SignInAsync("carla");

        var page = await other.OpenAsync(link);

        Assert.Contains("another e-mail address", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email("ben"), page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept", page.Words(), StringComparison.Ordinal);
        Assert.Equal(PeopleOutcome.OtherAddress, (await site.AcceptAsync(Token(link), carla)).Outcome);
        Assert.Equal([amira], (await site.MembersAsync(listing)).Keys);
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_is_nobody_s()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben", isConfirmed: false);

        Assert.Equal(PeopleOutcome.OtherAddress, (await site.AcceptAsync(Token(await InviteAsync(owner, "ben")), ben)).Outcome);
    }

    [Fact]
    public async Task Used_taken_back_too_old_and_invented_links_are_answered_alike()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var guest = await site.SignInAsync("ben");
        var words = new List<string>();

        var takenBack = await InviteAsync(owner, "ben");
        await owner.PressAsync(Page, "acts", ("act", await OpenInviteAsync()));
        words.Add((await guest.OpenAsync(takenBack)).Words());
        Assert.Equal((ListingDeed.Uninvited, amira, null, "Editor"), (await site.EventsAsync(listing))[^1]);

        var old = await InviteAsync(owner, "ben");
        site.Time.Advance(TimeSpan.FromDays(ListingInvite.Days));
        owner = await site.SignInAsync("amira");
        guest = await site.SignInAsync("ben");
        words.Add((await guest.OpenAsync(old)).Words());

        var used = await InviteAsync(owner, "ben");
        await guest.PressAsync(used, "accept");
        words.Add((await guest.OpenAsync(used)).Words());
        words.Add((await guest.OpenAsync("/portal/invites?token=invented")).Words());
        words.Add((await guest.OpenAsync("/portal/invites")).Words());

        Assert.StartsWith(Unusable, Assert.Single(words.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_until_the_last_moment()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben");

        site.Time.Advance(TimeSpan.FromDays(ListingInvite.Days) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Unusable, (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(Unusable, (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_presses_at_once_one_joins()
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        var token = Token(await InviteAsync(owner, "ben"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.AcceptAsync(token, ben))));

        Assert.Equal([PeopleOutcome.Done, PeopleOutcome.NoInvite, PeopleOutcome.NoInvite, PeopleOutcome.NoInvite], outcomes.Select(o => o.Outcome).Order());
        Assert.Single(await site.EventsAsync(listing), e => e.Deed == ListingDeed.Joined);
    }

    [Fact]
    public async Task Inviting_is_answered_alike_whether_or_not_the_address_has_an_account()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");

        var known = await owner.PressAsync(Page, "invite", ("Email", Email("ben")));
        await owner.PressAsync(Page, "acts", ("act", await OpenInviteAsync()));
        var unknown = await owner.PressAsync(Page, "invite", ("Email", Email("dora")));

        Assert.Equal(known.Address, unknown.Address);
        Assert.Equal(known.Page.Words(), unknown.Page.Words().Replace(Email("dora"), Email("ben"), StringComparison.Ordinal));
        var texts = site.Mails.Sent.Select(m => (m.Subject, string.Join('\n', m.Blocks.OfType<Core.Mail.MailBlock.Text>().Select(t => t.Words)))).Distinct();
        Assert.Single(texts);
    }

    [Theory]
    [InlineData("", "Enter an e-mail address")]
    [InlineData("ben at home", "Enter an e-mail address")]
    [InlineData("AMIRA@people.example", "keeps the listing already")]
    public async Task An_address_that_cannot_be_invited_is_said_beside_its_field(string typed, string expected)
    {
        var owner = await OwnerAsync();

        var (_, page) = await owner.PressAsync(Page, "invite", ("Email", typed), ("As", "CoOwner"));

        Assert.Contains(expected, page.QuerySelector("#Email-error")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#Email']"));
        Assert.Equal(typed, page.QuerySelector("#Email")?.GetAttribute("value") ?? "");
        Assert.NotNull(page.QuerySelector("input[value=CoOwner][checked]"));
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task A_second_press_sends_no_second_mail()
    {
        var owner = await OwnerAsync();
        await InviteAsync(owner, "ben");

        var (_, page) = await owner.PressAsync(Page, "invite", ("Email", "Ben@people.example"));

        Assert.Contains("nothing was sent again", page.QuerySelector("#Email-error")?.TextContent, StringComparison.Ordinal);
        Assert.Single(site.Mails.Sent);
    }

    [Fact]
    public async Task No_more_are_open_at_once_than_may_be()
    {
        var owner = await OwnerAsync();
        await site.WriteAsync(db => db.Invites.AddRange(Enumerable.Range(0, ListingInvite.MostOpen)
            .Select(i => new ListingInvite(listing, Email($"guest-{i}"), InvitedAs.Editor, BitConverter.GetBytes(i), amira, Noon))));

        var (address, page) = await owner.PressAsync(Page, "invite", ("Email", Email("ben")));

        Assert.Equal($"{Page}?did=TooManyOpen", address);
        Assert.Contains("Take one back first", page.Words(), StringComparison.Ordinal);
        Assert.Empty(site.Mails.Sent);

        site.Time.Advance(TimeSpan.FromDays(ListingInvite.Days));
        await InviteAsync(await site.SignInAsync("amira"), "ben");
        await using var db = await site.ContextAsync();
        Assert.Equal(Email("ben"), (await db.Invites.SingleAsync(Cancel)).Email);
    }

    [Fact]
    public async Task No_more_are_sent_in_a_day_than_may_be()
    {
        var owner = await OwnerAsync();
        await site.WriteAsync(db => db.Events.AddRange(Enumerable.Range(0, ListingInvite.MostADay)
            .Select(_ => new ListingEvent(listing, ListingDeed.Invited, amira, Noon, code: "Editor"))));

        Assert.Equal($"{Page}?did=TooManyToday", (await owner.PressAsync(Page, "invite", ("Email", Email("ben")))).Address);
        site.Time.Advance(TimeSpan.FromDays(1));
        await InviteAsync(await site.SignInAsync("amira"), "ben");
    }

    [Fact]
    public async Task A_program_cannot_send_as_fast_as_it_likes()
    {
        var owner = await OwnerAsync();
        var form = Visitor.Fill(await owner.OpenAsync(Page), "invite", ("Email", ""));
        var body = await form.ReadAsStringAsync(Cancel);
        var answers = new List<HttpStatusCode>();

        for (var press = 0; press <= RateLimits.MostInvites; press++)
        {
            using var answer = await owner.Browser.PostAsync(Page, new StringContent(body, null, "application/x-www-form-urlencoded"), Cancel);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..^1]);
    }

    [Theory]
    [InlineData("stay", MemberRole.Editor)]
    [InlineData("leave", null)]
    public async Task A_listing_is_handed_over_by_e_mail_when_the_invitation_is_accepted(string then, MemberRole? left)
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await owner.PressAsync(Page, "hand-over", ("NewOwner", Email("ben")), ("Then", then));
        Assert.Equal(new Dictionary<long, MemberRole> { [amira] = MemberRole.Owner }, await site.MembersAsync(listing));
        var guest = await site.SignInAsync("ben");
        var link = site.Mails.LinkTo("ben");

        Assert.Contains("You take it over", (await guest.OpenAsync(link)).Words(), StringComparison.Ordinal);
        await guest.PressAsync(link, "accept");

        var members = await site.MembersAsync(listing);
        Assert.Equal(MemberRole.Owner, members[ben]);
        Assert.Equal(left, members.TryGetValue(amira, out var role) ? role : (MemberRole?)null);
        Assert.Contains((ListingDeed.HandedOver, amira, (long?)ben, "Owner"), await site.EventsAsync(listing));
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("remove")]
    public async Task Invitations_of_somebody_who_is_no_owner_any_more_are_closed(string act)
    {
        var owner = await OwnerAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Owner);
        var link = await InviteAsync(await site.SignInAsync("ben"), "carla", InvitedAs.CoOwner);

        await owner.PressAsync(Page, "acts", ("act", $"{act}-{ben}"));

        Assert.Contains(Unusable, (await site.Visit().OpenAsync(link)).Words(), StringComparison.Ordinal);
        Assert.Contains((ListingDeed.Uninvited, amira, (long?)null, "Owner"), await site.EventsAsync(listing));
    }

    [Fact]
    public async Task The_token_is_in_the_mail_alone()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        var link = await InviteAsync(owner, "ben");
        var guest = await site.SignInAsync("ben");

        using var shown = await guest.Browser.GetAsync(link, Cancel);
        await guest.PressAsync(link, "accept");
        await guest.OpenAsync(link);

        Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", await shown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(Token(link), site.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Email("ben"), site.Logs.Text, StringComparison.OrdinalIgnoreCase);
        var file = await ReadAsync(Path.Combine(site.DataFolder, "finder.db")) + await ReadAsync(Path.Combine(site.DataFolder, "finder.db-wal"));
        Assert.Contains(Email("amira"), file, StringComparison.Ordinal);
        Assert.DoesNotContain(Token(link), file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_loses_the_way_while_registering_is_told_at_their_listings()
    {
        var owner = await OwnerAsync();
        await site.GivenPersonAsync("ben");
        await InviteAsync(owner, "ben");

        var words = (await (await site.SignInAsync("ben")).OpenAsync("/portal")).Words();

        Assert.Contains("amira invites you to keep Holt Clinic", words, StringComparison.Ordinal);
        Assert.DoesNotContain("invites you", (await owner.OpenAsync("/portal")).Words(), StringComparison.Ordinal);
    }

    private async Task<string> OpenInviteAsync()
    {
        await using var db = await site.ContextAsync();
        return $"uninvite-{await db.Invites.Select(i => i.Id).SingleAsync(Cancel)}";
    }

    private static string Token(string link) => link.Split("token=")[1];

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancel);
    }
}
