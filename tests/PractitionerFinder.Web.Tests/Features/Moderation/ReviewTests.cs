using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Features.Portal;
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
        Assert.Equal("#words", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Contains("Say what to change", page.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RevisionState.Submitted, (await ReadAsync()).Waiting!.State);
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

        using var answer = await other.Browser.PostAsync(Page, PeopleSite.Visitor.Fill(opened, "decide", ("decision", "SendBack"), ("words", "I had doubts"), ("reasons[headline]", "Too vague")), Cancel);

        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("mo approved this", body, StringComparison.Ordinal);
        Assert.Contains("I had doubts", body, StringComparison.Ordinal);
        Assert.Contains("Too vague", body, StringComparison.Ordinal);
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

        var places = new List<string?>();
        for (var press = 0; press < 2; press++)
        {
            using var answer = await staff.Browser.PostAsync("/desk/listings/new", PeopleSite.Visitor.Fill(form, "add", fields), Cancel);
            places.Add(answer.Headers.Location?.ToString());
        }

        await using var db = await site.ContextAsync();
        var added = await db.Listings.Include(l => l.Confirmations).SingleAsync(l => l.Name == "Ines Rey", Cancel);
        Assert.Equal(("ines-rey-leeds", ListingState.Published), (added.Slug, added.State));
        Assert.All(places, place => Assert.Equal($"/desk/listings/{added.Id}/revisions/1?did=added", place));
        Assert.All(added.Confirmations, c => Assert.Equal(ConfirmedHow.Staff, c.How));
        Assert.False(await db.Members.AnyAsync(m => m.ListingId == added.Id, Cancel));
    }

    [Fact]
    public async Task What_is_missing_of_a_listing_that_staff_add_stands_beside_its_field_and_what_was_typed_stays()
    {
        var staff = await GivenAsync();

        var (_, page) = await staff.PressAsync(
            "/desk/listings/new", "add", ("headline", "Cupping"), ("techniques", "cupping"), ("line1", "1 High Street"), ("locality", "Nowhere at all"), ("country", "GB"), ("accepting", "yes"), ("language", "en"));

        Assert.All(page.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        foreach (var field in new[] { "name", "about", "postcode", "phone" })
        {
            Assert.True(page.QuerySelector($"#{field}-error") is not null, $"Nothing is said beside {field}.");
            Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        }

        Assert.Equal("Cupping", page.QuerySelector("#headline")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("input[name=techniques][value=cupping]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_home_that_staff_add_is_an_area_to_the_public()
    {
        var staff = await GivenAsync();

        var (_, review) = await staff.PressAsync(
            "/desk/listings/new", "add", ("name", "Ines Rey"), ("headline", "Cupping in Leeds"), ("about", "Seen by appointment."), ("techniques", "cupping"), ("line1", "1 Hidden Row"), ("locality", "Leeds"),
            ("postcode", "LS1 4AP"), ("country", "GB"), ("home", "true"), ("phone", "0113 496 0123"), ("accepting", "no"), ("language", "en"));

        Assert.Contains("1 Hidden Row, Leeds, LS1 4AP, GB", review.Words(), StringComparison.Ordinal);
        Assert.Contains("The public sees Leeds and an area around it, not this address and not this point.", review.Words(), StringComparison.Ordinal);
        var shown = (await site.Visit().OpenAsync("/practitioners/ines-rey-leeds")).DocumentElement.OuterHtml;
        var preview = (await staff.OpenAsync(review.QuerySelector("a.strong-link")!.GetAttribute("href")!)).DocumentElement.OuterHtml;
        Assert.All([shown, preview], html =>
        {
            Assert.Contains("Ines Rey", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden Row", html, StringComparison.Ordinal);
            Assert.DoesNotContain("4AP", html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task To_refuse_is_asked_twice_and_the_words_are_kept_between()
    {
        var staff = await GivenAsync();

        var (_, bare) = await staff.PressAsync(Page, "decide", ("decision", "Refuse"));
        var (_, asked) = await staff.PressAsync(Page, "decide", ("decision", "Refuse"), ("words", "Not a practitioner"));

        Assert.Contains("Say why it is refused", bare.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Not a practitioner", asked.QuerySelector("#words")!.TextContent);
        var yes = asked.QuerySelector("button[value=RefuseForGood]")!;
        Assert.Equal(asked.QuerySelector("form.decide")!.Id, yes.GetAttribute("form"));
        Assert.Equal(RevisionState.Submitted, (await ReadAsync()).Waiting!.State);

        var (address, _) = await staff.PressAsync(Page, "decide", ("decision", "RefuseForGood"), ("words", "Not a practitioner"));

        Assert.Equal("/desk?did=refused", address);
        Assert.Equal((RevisionState.Rejected, "Not a practitioner"), (await ReadAsync()).Revisions.Where(r => r.Number == 2).Select(r => (r.State, r.Reason)).Single());
        Assert.Equal("Your listing was refused", site.Mails.Sent[^1].Subject);
    }

    [Fact]
    public async Task Who_wrote_what_to_change_does_not_approve_by_mistake()
    {
        var staff = await GivenAsync();

        var (_, page) = await staff.PressAsync(Page, "decide", ("decision", "Approve"), ("reasons[headline]", "Say what you do."));

        Assert.Contains("pressed Approve", page.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Say what you do.", page.QuerySelector("#r-headline")!.TextContent);
        Assert.True(page.QuerySelector("#r-headline")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal(1, (await ReadAsync()).PublicRevision);
    }

    [Fact]
    public async Task A_decision_stands_when_its_mail_cannot_be_kept_and_staff_are_told()
    {
        var staff = await GivenAsync();
        site.Mails.IsBroken = true;

        var (_, page) = await staff.PressAsync(Page, "decide", ("decision", "Approve"));

        Assert.Contains("The e-mail about it could not be sent", page.Words(), StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync()).PublicRevision);
    }

    [Fact]
    public async Task What_was_typed_after_it_was_sent_outlives_the_approval()
    {
        var staff = await GivenAsync();
        await site.WriteAsync(db => db.Drafts.AddRange(
            new ListingDraft(listing, "about", "{}", amira, PeopleSite.Noon),
            new ListingDraft(listing, "contact", "{}", amira, PeopleSite.Noon.AddSeconds(1))));

        await staff.PressAsync(Page, "decide", ("decision", "Approve"));

        await using var db = await site.ContextAsync();
        Assert.Equal("contact", (await db.Drafts.SingleAsync(d => d.ListingId == listing, Cancel)).Section);
        Assert.Contains((await site.EventsAsync(listing)), e => e.Deed == ListingDeed.Approved);
    }

    [Fact]
    public async Task What_waits_too_long_is_called_late_and_a_listing_is_found_by_a_name_that_it_took_later()
    {
        var staff = await GivenAsync();
        Assert.Contains("Due: 18 June 2026", (await staff.OpenAsync("/desk")).Words(), StringComparison.Ordinal);
        await ChangeAsync(l => l.Approve(2, "staff", PeopleSite.Noon, Service<Vocabulary>()));
        await ChangeAsync(l => l.Approve(l.Propose(l.PublicContent! with { Name = "Ferry Lane Rooms" }, "1", PeopleSite.Noon).Number, "staff", PeopleSite.Noon, Service<Vocabulary>()));
        await ChangeAsync(l => l.Propose(l.PublicContent! with { Headline = "Again" }, "1", PeopleSite.Noon));
        site.Time.Advance(TimeSpan.FromDays(4));

        var page = await staff.OpenAsync("/desk?named=ferry+lane");

        Assert.Contains("Late: 18 June 2026", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"/desk/listings/{listing}/revisions/4", page.QuerySelector(".rows a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Proof_is_recorded_for_what_is_public_and_gives_the_mark()
    {
        var staff = await GivenAsync();
        var credential = new Credential("c1", "Register of Bodywork", "RB-1", new DateOnly(2027, 3, 1), ["myofascial-release"]);
        await site.WriteAsync(db => db.Documents.Add(new ProofDocument(listing, "c1", "card.pdf", "application/pdf", [1, 2, 3], "1", PeopleSite.Noon)));
        await ChangeAsync(l => l.Propose(l.PublicContent! with { Credentials = [credential] }, "1", PeopleSite.Noon));
        var third = $"/desk/listings/{listing}/revisions/3";
        var before = await staff.OpenAsync(third);
        Assert.Contains("Proof can be recorded once this is public.", before.Words(), StringComparison.Ordinal);
        Assert.Contains("card.pdf", before.Words(), StringComparison.Ordinal);

        var (address, _) = await staff.PressAsync(third, "decide", ("decision", "Approve"));
        Assert.Equal($"{third}?did=approved", address);
        var (_, late) = await staff.PressAsync(third, "proof-c1", ("until", "2026-06-14"));
        Assert.Contains("not past", late.QuerySelector("#until-c1-error")!.TextContent, StringComparison.Ordinal);
        var (_, page) = await staff.PressAsync(third, "proof-c1", ("until", "2026-12-31"));

        Assert.Contains("Proof was seen on 15 June 2026 and holds until 31 December 2026.", page.Words(), StringComparison.Ordinal);
        var check = Assert.Single((await ReadAsync()).Checks);
        Assert.Equal(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), check.ValidUntil);
        Assert.True((await ReadAsync()).HasProof("myofascial-release", PeopleSite.Noon));
        Assert.Contains(await site.EventsAsync(listing), e => e.Deed == ListingDeed.CheckedProof);

        // Another number under the same entry is not what was looked at.
        await ChangeAsync(l => l.Propose(l.PublicContent! with { Credentials = [credential with { Number = "RB-2" }] }, "1", PeopleSite.Noon));
        var other = await staff.OpenAsync($"/desk/listings/{listing}/revisions/4");
        Assert.Contains("Nobody has checked it as it stands here.", other.Words(), StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("#until-c1"));
    }

    [Fact]
    public async Task Marks_in_any_field_are_text()
    {
        const string Marks = "<img src=x onerror=alert(1)>\"'&";
        var staff = await GivenAsync();
        await ChangeAsync(l => l.Approve(2, "staff", PeopleSite.Noon, Service<Vocabulary>()));
        await site.WriteAsync(db => db.Documents.Add(new ProofDocument(listing, "c1", Marks, "application/pdf", [1], "1", PeopleSite.Noon)));
        await ChangeAsync(l => l.Propose(
            l.PublicContent! with
            {
                Name = Marks,
                Headline = Marks,
                About = Marks,
                Pronouns = Marks,
                Languages = [Marks],
                Techniques = [new OfferedTechnique(Marks)],
                Areas = [Marks],
                Credentials = [new Credential("c1", Marks, Marks, null, [Marks])],
                Fees = [new Fee(60, 5500, "GBP", Marks)],
                Contact = new ContactChoices { Phone = Marks, Email = Marks, Website = Marks },
                Locations = [.. l.PublicContent!.Locations.Select(p => p with { Name = Marks, Parking = Marks, Transport = Marks, Address = p.Address with { Lines = [Marks], Locality = Marks, Postcode = Marks } })],
            },
            "1",
            PeopleSite.Noon));
        var third = $"/desk/listings/{listing}/revisions/3";

        var (_, review) = await staff.PressAsync(third, "decide", ("decision", "Approve"), ("words", "</textarea>" + Marks), ("reasons[headline]", "</textarea>" + Marks));
        var pages = new[] { review, await staff.OpenAsync(third), await staff.OpenAsync(third + "/preview"), await staff.OpenAsync("/desk") };

        Assert.All(pages, page =>
        {
            Assert.Contains(Marks, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("[onerror]"));
            Assert.DoesNotContain(page.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task The_circle_closes_from_what_is_sent_to_what_the_public_reads()
    {
        var staff = await GivenAsync();
        await ChangeAsync(l => l.Withdraw(2, PeopleSite.Noon));
        await TypeAsync("Slow hands");
        await SendAsync();
        Assert.DoesNotContain("Slow hands", await PublicPageAsync(), StringComparison.Ordinal);

        await staff.PressAsync($"/desk/listings/{listing}/revisions/3", "decide", ("decision", "SendBack"), ("reasons[headline]", "Say what you do."));

        var keeper = await site.SignInAsync("amira");
        var section = await keeper.OpenAsync($"/portal/listings/{listing}/about");
        Assert.Contains("Say what you do.", section.QuerySelector("#f-headline")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Slow hands", await PublicPageAsync(), StringComparison.Ordinal);

        await TypeAsync("Slow hands on tight backs");
        await SendAsync();
        await staff.PressAsync($"/desk/listings/{listing}/revisions/4", "decide", ("decision", "Approve"));

        Assert.Contains("Slow hands on tight backs", await PublicPageAsync(), StringComparison.Ordinal);
        Assert.Equal(["Your listing needs a change", "Your listing was approved"], site.Mails.Sent.Where(m => m.To == PeopleSite.Email("amira")).TakeLast(2).Select(m => m.Subject));
        Assert.Contains("Nothing is waiting", (await staff.OpenAsync("/desk")).Words(), StringComparison.Ordinal);
    }

    private T Service<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    private async Task TypeAsync(string headline)
    {
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var book = (await Service<ReadWorkbook>().RunAsync(listing, amira, Cancel))!;
        book.Form.About.Headline = headline;
        var seen = book.Drafts.FirstOrDefault(d => d.Section == AboutForm.Section)?.Version ?? 0;
        Assert.IsType<SaveDraft.Result.Saved>(await Service<SaveDraft>().RunAsync(listing, amira, AboutForm.Section, seen, book.Form.Write(AboutForm.Section), Cancel));
    }

    private async Task SendAsync() =>
        Assert.IsType<Kept.Done>(await Service<KeepListing>().SendAsync(listing, amira, (await Service<ReadWorkbook>().RunAsync(listing, amira, Cancel))!.Seen, Cancel));

    private async Task<string> PublicPageAsync()
    {
        await site.CatchUpAsync();
        return (await site.Visit().OpenAsync($"/practitioners/{(await ReadAsync()).Slug}")).Words();
    }
}
