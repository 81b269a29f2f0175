using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Features.Reminders;

/// <summary>Which reminders go, to whom and when, and what happens to the time at which a listing is hidden.</summary>
public sealed class SendRemindersTests : IAsyncDisposable
{
    // Contact is due 90 days after the approval, and hides the listing 30 days later.
    private static readonly DateTime Due = ListingBuilder.Morning.AddDays(90);
    private static readonly DateTime Hidden = Due.AddDays(30);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    private readonly ReminderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_owner_who_does_nothing_is_warned_three_times_in_time_and_told_when_the_page_is_hidden()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder().Named("Holt Clinic"));
        site.Time.Advance(Due.AddDays(-1) - site.Now);

        var letters = await site.RemindUntilAsync(Hidden.AddDays(40), TimeSpan.FromHours(3));

        Assert.Equal(
            ["Is your page still true?", "Is your page still true?", "Your page will be hidden on 13 October 2026", "Your page is hidden now"],
            letters.Select(l => l.Subject));
        Assert.All(letters.Zip([30, 14, 3]), pair => Assert.InRange(Hidden - pair.First.At, TimeSpan.FromDays(pair.Second), TimeSpan.FromDays(pair.Second) + Freshness.Early));
        Assert.InRange(letters[3].At - Hidden, TimeSpan.Zero, TimeSpan.FromHours(3));
        Assert.Equal(Hidden, (await site.ReadAsync(listing)).HiddenFrom);
        Assert.All(letters, l => Assert.Contains("Holt Clinic", l.Words, StringComparison.Ordinal));
        Assert.Equal(4, letters.Select(l => l.Token).Distinct().Count());
    }

    [Fact]
    public async Task A_mail_lists_what_is_due_and_nothing_that_the_listing_keeps_to_itself()
    {
        await site.GivenAsync(new ListingBuilder().In(53.8, -1.55).PrivateHome());
        site.Time.Advance(Due - site.Now);

        var letter = Assert.Single(await site.RemindAsync());

        Assert.Contains("Contact: confirmed on 15 June 2026, due since 13 September 2026.", letter.Words, StringComparison.Ordinal);
        Assert.Contains("Taking on new people: confirmed on 15 June 2026, due since 15 July 2026.", letter.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Address:", letter.Words, StringComparison.Ordinal);
        Assert.All(["Secret Street", "LS1 9ZZ", "owner@mail.example"], secret => Assert.DoesNotContain(secret, letter.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_confirms_is_left_alone_until_something_is_due_again()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Due - site.Now);
        Assert.Single(await site.RemindAsync());

        await site.ChangeAsync(listing, l => l.Confirm(ListingFact.Contact, "1", ConfirmedHow.Owner, site.Now));

        Assert.Empty(await site.RemindUntilAsync(Due.AddDays(89), TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Every_owner_is_reminded_and_nobody_else()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        await site.GivenKeeperAsync(listing);
        await site.GivenKeeperAsync(listing, isConfirmed: false);
        await site.GivenKeeperAsync(listing, role: MemberRole.Editor);
        site.Time.Advance(Due - site.Now);

        Assert.Equal(2, (await site.RemindAsync()).Select(l => l.To).Distinct().Count());
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("suspended")]
    [InlineData("archived")]
    [InlineData("submitted")]
    [InlineData("paused")]
    [InlineData("unconfirmed")]
    [InlineData("editor")]
    public async Task Nobody_is_reminded_of_what_is_not_shown_or_who_cannot_be_written_to(string how)
    {
        var builder = new ListingBuilder();
        await site.GivenAsync(
            how switch
            {
                "demo" => builder.Demo(),
                "suspended" => builder.Suspended(),
                "archived" => builder.Archived(),
                "submitted" => builder.Submitted(),
                "paused" => builder.Paused(),
                _ => builder,
            },
            isConfirmed: how != "unconfirmed",
            how == "editor" ? MemberRole.Editor : MemberRole.Owner);

        Assert.Empty(await site.RemindUntilAsync(Hidden.AddDays(5), TimeSpan.FromDays(2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_nobody_could_be_warned_of_is_hidden_on_its_day(bool hasOwner)
    {
        var listing = hasOwner ? (await site.GivenAsync(new ListingBuilder(), isConfirmed: false)).Listing : (await site.GivenAsync([new ListingBuilder()]))[0].Id;

        await site.RemindUntilAsync(Hidden, TimeSpan.FromDays(3));

        Assert.Equal(Hidden, (await site.ReadAsync(listing)).HiddenFrom);
    }

    [Fact]
    public async Task After_a_time_away_the_step_that_is_due_goes_and_not_those_that_were_missed()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Hidden.AddDays(-10) - site.Now);

        Assert.Single(await site.RemindAsync());
        Assert.Equal(Hidden, (await site.ReadAsync(listing)).HiddenFrom);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(50)]
    public async Task A_page_whose_last_warning_was_missed_stays_three_days_more(int daysAfter)
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Hidden.AddDays(daysAfter) - site.Now);

        var warned = Assert.Single(await site.RemindAsync());
        var hiddenFrom = (await site.ReadAsync(listing)).HiddenFrom!.Value;

        Assert.InRange(hiddenFrom - warned.At, TimeSpan.FromDays(3), TimeSpan.FromDays(3) + Freshness.Early);
        Assert.StartsWith("Your page will be hidden on", warned.Subject, StringComparison.Ordinal);
        Assert.Equal("Your page is hidden now", Assert.Single(await site.RemindUntilAsync(hiddenFrom.AddDays(2), Hourly)).Subject);
        Assert.Equal(hiddenFrom, (await site.ReadAsync(listing)).HiddenFrom);
    }

    [Fact]
    public async Task While_the_mail_server_takes_nothing_nothing_is_hidden()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Hidden.AddDays(-4) - site.Now);
        while (site.Now < Hidden.AddDays(3))
        {
            site.Time.Advance(Hourly);
            await site.WorkAsync();
            Assert.True((await site.ReadAsync(listing)).HiddenFrom > site.Now.AddDays(2.9));
        }

        Assert.Equal(2, (await site.TakeAsync()).Count);

        var letter = Assert.Single(await site.RemindUntilAsync(Hidden.AddDays(8), Hourly));
        Assert.Equal("Your page is hidden now", letter.Subject);
        Assert.True(letter.At >= Hidden.AddDays(6));
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_does_not_keep_a_page_public()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Hidden.AddDays(-3) - site.Now);
        await site.WorkAsync();
        var outbox = site.Services.GetRequiredService<Outbox>();
        outbox.Move(Assert.Single(outbox.In(Outbox.Place.Waiting)), Outbox.Place.Refused);

        await site.RemindUntilAsync(Hidden.AddDays(1), Hourly);

        Assert.True((await site.ReadAsync(listing)).IsHidden(site.Now));
    }

    [Fact]
    public async Task A_pause_stops_the_clock_and_the_warnings_come_after_it()
    {
        var back = Hidden.AddDays(50);
        var (listing, _) = await site.GivenAsync(new ListingBuilder().Paused(back));

        Assert.Empty(await site.RemindUntilAsync(back.AddHours(-1), TimeSpan.FromDays(1)));
        var letters = await site.RemindUntilAsync(back.AddDays(32), TimeSpan.FromHours(6));

        Assert.Equal(back.AddDays(30), (await site.ReadAsync(listing)).HiddenFrom);
        Assert.Equal(4, letters.Count);
        Assert.Equal("Your page is hidden now", letters[^1].Subject);
    }

    [Fact]
    public async Task Who_becomes_owner_of_a_hidden_page_is_told_and_does_not_bring_it_back_by_that()
    {
        var listing = (await site.GivenAsync([new ListingBuilder()]))[0].Id;
        site.Time.Advance(Hidden.AddDays(9) - site.Now);
        await site.GivenKeeperAsync(listing);

        Assert.Equal("Your page is hidden now", Assert.Single(await site.RemindAsync()).Subject);
        Assert.Equal(Hidden, (await site.ReadAsync(listing)).HiddenFrom);
    }

    [Fact]
    public async Task What_one_mail_asked_for_is_not_asked_for_again_when_only_a_part_was_confirmed()
    {
        // Contact and address are both due within a few days of each other.
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        await site.ChangeAsync(listing, l => l.Confirm(ListingFact.Contact, "1", ConfirmedHow.Owner, ListingBuilder.Morning.AddDays(88)));
        var first = ListingBuilder.Morning.AddDays(178);
        site.Time.Advance(first.AddDays(29) - site.Now);
        Assert.Single(await site.RemindAsync());
        site.Time.Advance(TimeSpan.FromDays(4));
        Assert.Single(await site.RemindAsync());
        Assert.True((await site.ReadAsync(listing)).IsHidden(site.Now));

        await site.ChangeAsync(listing, l => l.Confirm(ListingFact.Contact, "1", ConfirmedHow.Owner, site.Now));

        Assert.Empty(await site.RemindAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_written_to_keeps_no_other_from_being_warned()
    {
        var (_, owner) = await site.GivenAsync(new ListingBuilder());
        await using (var db = await site.ContextAsync())
        {
            (await db.Users.SingleAsync(a => a.Id == owner, Cancel)).Email = "no address";
            await db.SaveChangesAsync(Cancel);
        }

        await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Due - site.Now);

        Assert.Single(await site.RemindAsync());
        Assert.DoesNotContain("no address", site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_at_any_step_a_reminder_goes_once()
    {
        var (listing, _) = await site.GivenAsync(new ListingBuilder());
        site.Time.Advance(Hidden.AddDays(-2) - site.Now);
        for (var step = 1; ; step++)
        {
            site.Killer.StopAfter(step);
            await Record.ExceptionAsync(site.WorkAsync);
            var wasStopped = site.Killer.IsDead;
            site.Killer.Start();
            site.Time.Advance(TimeSpan.FromMinutes(2));
            var letters = await site.RemindAsync();

            Assert.Single(letters);
            Assert.Empty(site.Services.GetRequiredService<Outbox>().In(Outbox.Place.Prepared));
            if (!wasStopped)
            {
                Assert.True(step > 5, $"Only {step} steps were found.");
                return;
            }

            await site.ChangeAsync(listing, l => l.Archive());
            (listing, _) = await site.GivenAsync(new ListingBuilder().Approved(site.Now.AddDays(-118)));
        }
    }

    [Fact]
    public async Task Two_nodes_at_once_remind_once()
    {
        await using var other = new ReminderSite(site);
        for (var i = 0; i < 12; i++)
        {
            await site.GivenAsync(new ListingBuilder());
        }

        site.Time.Advance(Hidden.AddDays(-2) - site.Now);
        await Task.WhenAll(site.WorkAsync(), other.WorkAsync());
        site.Time.Advance(TimeSpan.FromMinutes(2));

        string[] to = [.. (await site.RemindAsync()).Concat(await other.RemindAsync()).Select(l => l.To)];
        Assert.Equal((12, 12), (to.Length, to.Distinct().Count()));
    }
}
