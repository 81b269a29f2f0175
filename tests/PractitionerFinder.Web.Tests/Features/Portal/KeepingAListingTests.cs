using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>What those who keep a listing do with it, and what the public sees meanwhile.</summary>
public sealed class KeepingAListingTests : IAsyncDisposable
{
    private readonly PeopleSite site = new();
    private long amira;
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Page => $"/portal/listings/{listing}";

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task GivenAsync()
    {
        amira = await site.GivenPersonAsync("amira");
        listing = await site.GivenListingAsync(amira);
    }

    private T Service<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    private async Task<Workbook> ReadAsync() => (await Service<ReadWorkbook>().RunAsync(listing, amira, Cancel))!;

    /// <summary>Types into a section as the page does.</summary>
    private async Task TypeAsync(string section, Action<ListingForm> change)
    {
        var book = await ReadAsync();
        change(book.Form);
        var seen = book.Drafts.FirstOrDefault(d => d.Section == section)?.Version ?? 0;
        Assert.IsType<SaveDraft.Result.Saved>(await Service<SaveDraft>().RunAsync(listing, amira, section, seen, book.Form.Write(section), Cancel));
    }

    private async Task<Kept> SendAsync() => await Service<KeepListing>().SendAsync(listing, amira, (await ReadAsync()).Seen, Cancel);

    private async Task DecideAsync(Action<Listing> decide)
    {
        await using var db = await site.ContextAsync();
        decide(await db.Listings.WithEverything().SingleAsync(l => l.Id == listing, Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<string> PublicPageAsync()
    {
        var slug = (await ReadAsync()).Listing.Slug;
        using var browser = site.CreateClient();
        return WebUtility.HtmlDecode(await browser.GetStringAsync($"/practitioners/{slug}", Cancel));
    }

    [Fact]
    public async Task What_is_typed_and_sent_waits_and_the_public_page_stays_as_it_was()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");

        Assert.IsType<Kept.Done>(await SendAsync());

        Assert.DoesNotContain("Slow hands in a quiet room", await PublicPageAsync(), StringComparison.Ordinal);
        var words = (await (await site.SignInAsync("amira")).OpenAsync(Page)).Words();
        Assert.Contains("Your page is public. Readers see revision 1.", words, StringComparison.Ordinal);
        Assert.Contains("Revision 2 waits for staff", words, StringComparison.Ordinal);
        Assert.Contains("they answer by 18 June 2026 at the latest", words, StringComparison.Ordinal);
        Assert.Contains("It changes: Headline", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_ask_stands_beside_the_field_and_the_typed_words_stay()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");
        await SendAsync();
        await DecideAsync(l => l.TurnDown(2, forGood: false, "staff", PeopleSite.Noon, "Nearly there", [new FieldReason("headline", "Say what you do.")]));
        var visitor = await site.SignInAsync("amira");

        var list = (await visitor.OpenAsync(Page)).Words();
        var section = await visitor.OpenAsync($"{Page}/about");

        Assert.Contains("came back to you on 15 June 2026 with one thing to change", list, StringComparison.Ordinal);
        Assert.Contains("Needs a change", list, StringComparison.Ordinal);
        Assert.Contains("Say what you do.", section.QuerySelector("#f-headline")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Slow hands in a quiet room", section.QuerySelector("#f-headline")!.GetAttribute("value"));
        Assert.DoesNotContain("Slow hands in a quiet room", await PublicPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_facts_go_live_at_once_and_what_waits_takes_them_over()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");
        await SendAsync();
        await TypeAsync(HoursForm.Section, f => f.Hours.Accepting = "waiting");

        Assert.IsType<Kept.Done>(await Service<KeepListing>().PublishSmallFactsAsync(listing, amira, HoursForm.Section, Cancel));

        var page = await PublicPageAsync();
        Assert.Contains("Has a waiting list", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Slow hands in a quiet room", page, StringComparison.Ordinal);
        var read = (await ReadAsync()).Listing;
        Assert.Equal(3, read.PublicRevision);
        Assert.True(read.Revisions.Single(r => r.Number == 3).IsByRule);
        Assert.Equal(Accepting.Waiting, read.Waiting!.Content.Accepting);
        Assert.Equal("Slow hands in a quiet room", read.Waiting.Content.Headline);
    }

    [Fact]
    public async Task Nothing_is_sent_while_something_is_missing_and_each_fault_leads_to_its_field()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Name = "");
        var visitor = await site.SignInAsync("amira");

        var (_, page) = await visitor.PressAsync(Page, "send");

        var link = page.QuerySelector("#faults a")!;
        Assert.Contains("Enter the name that people know you by", link.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Page}/about?faults=1#f-name", link.GetAttribute("href"));
        Assert.Null((await ReadAsync()).Listing.Waiting);
        Assert.Contains("Enter the name", (await visitor.OpenAsync($"{Page}/about?faults=1")).QuerySelector("#f-name-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_sends_nothing_twice()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");

        await SendAsync();

        Assert.IsType<Kept.Already>(await SendAsync());
        Assert.Equal(2, (await ReadAsync()).Listing.Revisions.Count);
    }

    [Fact]
    public async Task Whoever_sends_what_another_typed_meanwhile_is_told_to_look_first()
    {
        await GivenAsync();
        var seen = (await ReadAsync()).Seen;
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Typed by somebody else");

        Assert.IsType<Kept.ChangedSince>(await Service<KeepListing>().SendAsync(listing, amira, seen, Cancel));
        Assert.Null((await ReadAsync()).Listing.Waiting);
    }

    [Fact]
    public async Task What_was_sent_can_be_taken_back_and_its_words_are_in_the_form()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");
        await SendAsync();

        var (address, page) = await (await site.SignInAsync("amira")).PressAsync(Page, "withdraw");

        Assert.Equal($"{Page}?did=withdrawn", address);
        Assert.Contains("Taken back", page.Words(), StringComparison.Ordinal);
        var book = await ReadAsync();
        Assert.Null(book.Listing.Waiting);
        Assert.Equal("Slow hands in a quiet room", book.Form.About.Headline);
    }

    [Fact]
    public async Task A_save_over_what_was_not_seen_is_refused_and_told()
    {
        await GivenAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Editor);
        var form = (await ReadAsync()).Form;
        form.About.Headline = "Ben’s line";
        var save = Service<SaveDraft>();
        Assert.IsType<SaveDraft.Result.Saved>(await save.RunAsync(listing, ben, AboutForm.Section, 0, form.Write(AboutForm.Section), Cancel));
        form.About.Headline = "Amira’s line";

        var refused = Assert.IsType<SaveDraft.Result.Changed>(await save.RunAsync(listing, amira, AboutForm.Section, 0, form.Write(AboutForm.Section), Cancel));

        Assert.Equal("ben", refused.By);
        Assert.Contains("Ben\\u2019s line", refused.Json, StringComparison.Ordinal);
        Assert.Equal("Ben’s line", (await ReadAsync()).Form.About.Headline);
    }

    [Fact]
    public async Task Of_two_who_type_at_once_what_each_typed_elsewhere_is_kept_and_what_both_typed_is_asked()
    {
        await GivenAsync();
        var ben = await site.GivenPersonAsync("ben");
        await site.JoinAsync(listing, ben, MemberRole.Editor);
        using var his = await SessionAsync(ben);
        using var hers = await SessionAsync(amira);
        his.Form.About.Pronouns = "they/them";
        his.Form.About.Headline = "Ben’s line";
        await his.FlushAsync();
        hers.Form.About.About = "Amira’s words.";
        hers.Form.About.Headline = "Amira’s line";

        await hers.FlushAsync();

        var conflict = Assert.Single(hers.Conflicts);
        Assert.Equal(("headline", "ben"), (conflict.Path, hers.Other));
        Assert.Equal("Ben’s line", (await ReadAsync()).Form.About.Headline);
        await hers.ResolveAsync(conflict, takeTheirs: false);
        var kept = (await ReadAsync()).Form.About;
        Assert.Equal(("they/them", "Amira’s words.", "Amira’s line"), (kept.Pronouns, kept.About, kept.Headline));
    }

    [Fact]
    public async Task Who_no_longer_keeps_the_listing_saves_nothing_and_is_told()
    {
        await GivenAsync();
        using var session = await SessionAsync(amira);
        await using (var db = await site.ContextAsync())
        {
            await db.Members.ExecuteDeleteAsync(Cancel);
        }

        session.Form.About.Headline = "Too late";
        await session.FlushAsync();

        Assert.Contains("you no longer keep this listing", session.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_what_is_typed_to_its_keepers_and_the_public_page_does_not()
    {
        await GivenAsync();
        await TypeAsync(AboutForm.Section, f => f.About.Headline = "Slow hands in a quiet room");

        var preview = await (await site.SignInAsync("amira")).OpenAsync($"{Page}/preview");

        Assert.Contains("Slow hands in a quiet room", preview.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Slow hands in a quiet room", await PublicPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_takes_the_page_out_of_search_and_one_press_brings_it_back()
    {
        await GivenAsync();
        var visitor = await site.SignInAsync("amira");

        await visitor.PressAsync(Page, "pause");
        Assert.Contains("paused", await PublicPageAsync(), StringComparison.Ordinal);
        await visitor.PressAsync(Page, "resume");

        Assert.False((await ReadAsync()).Listing.IsPaused(PeopleSite.Noon));
    }

    [Fact]
    public async Task One_press_says_that_a_fact_is_still_true()
    {
        await GivenAsync();
        site.Time.Advance(TimeSpan.FromDays(29));

        await (await site.SignInAsync("amira")).PressAsync(Page, "confirm", ("fact", "Accepting"));

        Assert.Equal(PeopleSite.Noon.AddDays(29), (await ReadAsync()).Listing.Confirmations.Single(c => c.Fact == ListingFact.Accepting).At);
    }

    [Fact]
    public async Task A_new_listing_is_begun_once_however_often_it_is_pressed_and_gets_its_address_when_it_is_sent()
    {
        amira = await site.GivenPersonAsync("amira");
        var begin = Service<BeginListing>();
        listing = (await begin.RunAsync(amira, Cancel))!.Value;
        Assert.Equal(listing, await begin.RunAsync(amira, Cancel));
        await TypeAsync(AboutForm.Section, f => (f.About.Name, f.About.Headline, f.About.About, f.About.Languages) = ("Zoë Ōkubo", "Slow hands", "I work slowly.", ["en"]));
        await TypeAsync(TechniquesForm.Section, f => f.Techniques.Techniques.Add(new TechniqueForm { Key = Service<Vocabulary>().Techniques.First(t => t.TitleRule == TitleRule.None).Slug }));
        await TypeAsync(VisitsForm.Section, f => f.Visits.Online = true);
        await TypeAsync(HoursForm.Section, f => f.Hours.Accepting = "yes");
        await TypeAsync(ContactForm.Section, f => f.Contact.Email = "zoe@practice.example");

        var sent = await SendAsync();

        Assert.True(sent is Kept.Done, sent is Kept.Faulty faulty ? string.Join("; ", faulty.Faults) : sent.ToString());
        var read = (await ReadAsync()).Listing;
        Assert.Equal("zoe-okubo", read.Slug);
        using var browser = site.CreateClient();
        using var answer = await browser.GetAsync("/practitioners/zoe-okubo", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await DecideAsync(l => l.Approve(1, "staff", PeopleSite.Noon, Service<Vocabulary>()));
        Assert.Contains("Zoë Ōkubo", await PublicPageAsync(), StringComparison.Ordinal);
    }

    private async Task<DraftSession> SessionAsync(long account) => new(
        (await Service<ReadWorkbook>().RunAsync(listing, account, Cancel))!,
        AboutForm.Section,
        account,
        Service<SaveDraft>(),
        Service<FormReader>(),
        site.Time,
        work => work());
}
