using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Tests.Features.Reminders;

/// <summary>
/// A year of two nodes over one database, which are stopped at any step, stand still, race each other, and whose mail server is away at times;
/// of owners who confirm at once, late, in part or never. What must hold is looked at every day.
/// </summary>
public sealed class SimulatedYearTests
{
    private const int Days = 400;

    // A round in which everything goes well has so many commands at the most that a stop may fall between.
    private const int MostSteps = 60;

    // What a day's step of the clock may add to what is promised in hours.
    private static readonly TimeSpan Coarseness = TimeSpan.FromDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private enum Habit
    {
        ConfirmsAtOnce,
        ConfirmsAtTheLastWarning,
        ConfirmsContactAlone,
        ComesBackWhenHidden,
        NeverDoesAnything,
        GoesAway,
    }

    private sealed record Kept(long Id, string Slug, string Email, Habit Habit);

    [Theory]
    [InlineData(20260615, false)]
    [InlineData(7, true)]
    public async Task Each_reminder_goes_once_nobody_is_hidden_unwarned_and_nobody_stays_past_the_time(int seed, bool hasTrouble)
    {
        var dice = new Random(seed);
        await using var one = new ReminderSite();
        await using var other = new ReminderSite(one);
        var nodes = new[] { one, other };
        var kept = await GivenAsync(one);
        var letters = new List<ReminderSite.Letter>();
        var returned = 0;
        for (var day = 1; day <= Days; day++)
        {
            one.Time.Advance(TimeSpan.FromDays(1));
            var isDown = hasTrouble && day % 100 is > 20 and < 31;
            var hasMailServer = !(hasTrouble && day % 90 is > 10 and < 20);
            if (isDown)
            {
                continue;
            }

            await WorkAsync(nodes, dice, hasTrouble);

            // A step that was stopped is taken up by a node that was started again.
            one.Time.Advance(TimeSpan.FromMinutes(2));
            foreach (var node in nodes)
            {
                node.Killer.Start();
                await node.WorkAsync();
            }

            if (hasMailServer)
            {
                var today = (await one.TakeAsync()).Concat(await other.TakeAsync()).ToList();
                letters.AddRange(today);
                foreach (var letter in today)
                {
                    returned += await AnswerAsync(one, kept.Single(k => k.Email == letter.To), letter);
                }
            }

            if (day == 60)
            {
                await one.ChangeAsync(kept.Single(k => k.Habit == Habit.GoesAway).Id, l => l.Pause(one.Now.AddDays(100), one.Now));
            }

            await AssertFairAsync(one, kept, letters);
            if (day % 25 == 0)
            {
                await AssertShownAsync(one, kept);
            }
        }

        await AssertOnceAsync(one, letters);
        Assert.True(returned > 0, "Nobody brought a hidden page back.");
        Assert.Contains(letters, l => l.Subject == "Your page is hidden now");
    }

    private static async Task<List<Kept>> GivenAsync(ReminderSite site)
    {
        var kept = new List<Kept>();
        foreach (var habit in Enum.GetValues<Habit>())
        {
            var slug = $"{habit}".ToLowerInvariant();
            var (id, owner) = await site.GivenAsync(new ListingBuilder().At(slug).Approved(ReminderSite.Noon.AddHours(-31 * kept.Count)));
            await using var db = await site.ContextAsync();
            kept.Add(new Kept(id, slug, (await db.Users.SingleAsync(a => a.Id == owner, Cancel)).Email!, habit));
        }

        return kept;
    }

    private static async Task WorkAsync(ReminderSite[] nodes, Random dice, bool hasTrouble)
    {
        foreach (var node in nodes.Where(_ => hasTrouble && dice.Next(2) == 0))
        {
            node.Killer.StopAfter(dice.Next(1, MostSteps));
        }

        // A node that is stopped fails as it would; the other goes on.
        if (dice.Next(2) == 0)
        {
            await Task.WhenAll(nodes.Select(n => Record.ExceptionAsync(n.WorkAsync).AsTask()));
        }
        else
        {
            await Record.ExceptionAsync(nodes[dice.Next(2)].WorkAsync);
        }
    }

    /// <summary>What an owner does about a mail; 1 when it brought a hidden page back.</summary>
    private static async Task<int> AnswerAsync(ReminderSite site, Kept kept, ReminderSite.Letter letter)
    {
        var isLast = letter.Subject.StartsWith("Your page will be hidden", StringComparison.Ordinal);
        var isHidden = letter.Subject == "Your page is hidden now";
        IReadOnlyCollection<ListingFact> facts = kept.Habit switch
        {
            Habit.ConfirmsAtOnce => Freshness.Facts,
            Habit.ConfirmsAtTheLastWarning when isLast => Freshness.Facts,
            Habit.ConfirmsContactAlone when isLast => [ListingFact.Contact],
            Habit.ComesBackWhenHidden when isHidden => Freshness.Facts,
            _ => [],
        };
        if (facts.Count == 0)
        {
            return 0;
        }

        var wasHidden = (await site.ReadAsync(kept.Id)).IsHidden(site.Now);
        await site.Press.RunAsync(letter.Token, facts, Cancel);
        if (kept.Habit != Habit.ConfirmsContactAlone)
        {
            Assert.False((await site.ReadAsync(kept.Id)).IsHidden(site.Now));
        }

        return wasHidden ? 1 : 0;
    }

    /// <summary>A page is hidden after its last warning and its days, and not much later.</summary>
    private static async Task AssertFairAsync(ReminderSite site, List<Kept> kept, List<ReminderSite.Letter> letters)
    {
        await using var db = await site.ContextAsync();
        foreach (var listing in await db.Listings.AsNoTracking().Include(l => l.Confirmations).ToListAsync(Cancel))
        {
            var planned = listing.HidingFact!.DueAt.AddDays(Freshness.DaysUntilHidden);
            var to = kept.Single(k => k.Id == listing.Id).Email;
            var warned = letters.Where(l => l.To == to && l.At > listing.HidingFact.At && !l.Subject.StartsWith("Is your", StringComparison.Ordinal)).Min(l => (DateTime?)l.At);
            var told = $"{listing.Slug} on {site.Now:g}: planned {planned:g}, hidden from {listing.HiddenFrom:g}, warned {warned:g}";
            if (listing.IsHidden(site.Now))
            {
                Assert.True(listing.HiddenFrom >= planned, told);
                Assert.True(listing.HiddenFrom >= warned?.AddDays(Freshness.LeastNoticeDays) - Coarseness, told);
            }
            else if (warned?.AddDays(Freshness.LeastNoticeDays) is { } fair && !listing.IsPaused(site.Now))
            {
                Assert.True(site.Now < (planned > fair ? planned : fair) + Freshness.Early + Coarseness, told);
            }
        }
    }

    /// <summary>The search and the pages say the same as the listings.</summary>
    private static async Task AssertShownAsync(ReminderSite site, List<Kept> kept)
    {
        await site.CatchUpAsync();
        using var browser = site.CreateClient();
        using var found = JsonDocument.Parse(await browser.GetStringAsync("/api/v1/search?near=Leeds&within=5km&pageSize=100", Cancel));
        var slugs = found.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("slug").GetString()).ToHashSet();
        foreach (var one in kept)
        {
            var listing = await site.ReadAsync(one.Id);
            using var answer = await browser.GetAsync($"/practitioners/{one.Slug}", Cancel);
            Assert.Equal(listing.IsHidden(site.Now) ? HttpStatusCode.Gone : HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(listing.IsFindable(site.Now), slugs.Contains(one.Slug));
        }
    }

    /// <summary>For every reminder that was written down there is one mail, and there is one reminder of a step for what fell due.</summary>
    private static async Task AssertOnceAsync(ReminderSite site, List<ReminderSite.Letter> letters)
    {
        await using var db = await site.ContextAsync();
        var reminders = await db.Reminders.ToListAsync(Cancel);
        Assert.Equal(letters.Count, letters.Select(l => l.Token).Distinct().Count());
        Assert.InRange(letters.Count, reminders.Count - await db.OutgoingMails.CountAsync(m => m.HandedAt == null, Cancel), reminders.Count);
        Assert.All(reminders.GroupBy(r => (r.ListingId, r.AccountId, r.DueAt, r.Step)), g => Assert.Single(g));
    }
}
