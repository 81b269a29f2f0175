using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Moderation;

/// <summary>Staff read what was sent and decide; of two who decide, one does and the other is told.</summary>
public sealed class ReviewTests : IAsyncDisposable
{
    private const string Headline = "Slow <b>hands</b> in a quiet room";

    private readonly PeopleSite site = new();
    private long amira;
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Page => $"/desk/listings/{listing}/revisions/2";

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<PeopleSite.Visitor> GivenAsync()
    {
        amira = await site.GivenPersonAsync("amira");
        listing = await site.GivenListingAsync(amira);
        await ChangeAsync(l => l.Propose(l.PublicContent! with { Headline = Headline }, amira.ToString(CultureInfo.InvariantCulture), PeopleSite.Noon));
        return await StaffAsync("mo");
    }

    private async Task<PeopleSite.Visitor> StaffAsync(string name)
    {
        var id = await site.GivenPersonAsync(name);
        await using var scope = site.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        if (!await roles.RoleExistsAsync(Roles.Moderator))
        {
            Assert.True((await roles.CreateAsync(new IdentityRole<long>(Roles.Moderator))).Succeeded);
        }

        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.AddToRoleAsync((await accounts.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)))!, Roles.Moderator)).Succeeded);
        return await site.SignInAsync(name);
    }

    private async Task ChangeAsync(Action<Listing> change)
    {
        await using var db = await site.ContextAsync();
        change(await db.Listings.WithEverything().SingleAsync(l => l.Id == listing, Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<Listing> ReadAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Listings.WithEverything().SingleAsync(l => l.Id == listing, Cancel);
    }

    [Fact]
    public async Task What_waits_is_listed_with_what_it_changes_and_its_marks_are_text()
    {
        var staff = await GivenAsync();

        Assert.Contains("1 listing waits", (await staff.OpenAsync("/desk")).Words(), StringComparison.Ordinal);
        Assert.Contains("Changes Headline", (await staff.OpenAsync("/desk")).Words(), StringComparison.Ordinal);
        var review = await staff.OpenAsync(Page);
        Assert.Contains("<b>hands</b>", review.QuerySelector(".differences ins")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(review.QuerySelectorAll(".differences b"));
    }

    [Fact]
    public async Task An_approved_revision_is_public_and_those_who_keep_the_listing_are_told()
    {
        var staff = await GivenAsync();

        var (address, _) = await staff.PressAsync(Page, "decide", ("decision", "Approve"));

        Assert.Equal("/desk?did=approved", address);
        Assert.Equal(2, (await ReadAsync()).PublicRevision);
        Assert.Equal((PeopleSite.Email("amira"), "Your listing was approved"), (site.Mails.Sent[^1].To, site.Mails.Sent[^1].Subject));
    }

    [Fact]
    public async Task Words_beside_a_field_are_sent_back_and_nothing_goes_back_without_words()
    {
        var staff = await GivenAsync();

        var (_, page) = await staff.PressAsync(Page, "decide", ("decision", "SendBack"));
        Assert.Contains("Nothing was sent", page.Words(), StringComparison.Ordinal);
        await staff.PressAsync(Page, "decide", ("decision", "SendBack"), ("reasons[headline]", "Say what you do."));

        var revision = (await ReadAsync()).Revisions.Single(r => r.Number == 2);
        Assert.Equal(RevisionState.ChangesRequested, revision.State);
        Assert.Equal([new FieldReason("headline", "Say what you do.")], revision.Reasons);
        Assert.Contains(site.Mails.Sent[^1].Blocks.OfType<MailBlock.Quote>(), q => q is { About: "Headline", Words: "Say what you do." });
    }

    [Fact]
    public async Task Of_two_decisions_one_is_done_and_the_other_is_told_and_keeps_its_words()
    {
        var staff = await GivenAsync();
        var other = await StaffAsync("noor");
        var opened = await other.OpenAsync(Page);
        await staff.PressAsync(Page, "decide", ("decision", "Approve"));

        using var answer = await other.Browser.PostAsync(Page, PeopleSite.Visitor.Fill(opened, "decide", ("decision", "Refuse"), ("sure", "true"), ("words", "I had doubts")), Cancel);

        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("mo approved this", body, StringComparison.Ordinal);
        Assert.Contains("I had doubts", body, StringComparison.Ordinal);
        Assert.Equal(RevisionState.Approved, (await ReadAsync()).Revisions.Single(r => r.Number == 2).State);
    }

    [Fact]
    public async Task Nobody_decides_about_a_listing_that_they_keep()
    {
        var staff = await GivenAsync();
        await using (var db = await site.ContextAsync())
        {
            db.Members.Add(new ListingMember(listing, await db.Users.Where(a => a.Name == "mo").Select(a => a.Id).SingleAsync(Cancel), MemberRole.Editor, PeopleSite.Noon));
            await db.SaveChangesAsync(Cancel);
        }

        var page = await staff.OpenAsync(Page);

        Assert.Contains("A colleague must decide", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[name=decision]"));
    }

    [Fact]
    public async Task A_listing_that_staff_add_is_public_once_however_often_it_is_pressed_and_nobody_keeps_it()
    {
        var staff = await GivenAsync();
        var form = await staff.OpenAsync("/desk/listings/new");
        (string, string)[] fields =
        [
            ("name", "Ines Rey"), ("headline", "Cupping in Leeds"), ("about", "Seen by appointment."), ("techniques", "cupping"), ("line1", "1 High Street"), ("locality", "Leeds"),
            ("postcode", "LS1 4AP"), ("country", "GB"), ("email", "ines@practice.example"), ("accepting", "yes"), ("language", "en"),
        ];

        for (var press = 0; press < 2; press++)
        {
            using var answer = await staff.Browser.PostAsync("/desk/listings/new", PeopleSite.Visitor.Fill(form, "add", fields), Cancel);
            Assert.Equal("/desk?did=added", answer.Headers.Location?.ToString());
        }

        await using var db = await site.ContextAsync();
        var added = await db.Listings.Include(l => l.Confirmations).SingleAsync(l => l.Name == "Ines Rey", Cancel);
        Assert.Equal(("ines-rey-leeds", ListingState.Published), (added.Slug, added.State));
        Assert.All(added.Confirmations, c => Assert.Equal(ConfirmedHow.Staff, c.How));
        Assert.False(await db.Members.AnyAsync(m => m.ListingId == added.Id, Cancel));
    }
}
