using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Features.Enquiries;

namespace PractitionerFinder.Web.Tests.Features.Enquiries;

/// <summary>
/// A thousand ways in which what people, time and crashes do to enquiries can follow upon each other or happen at one moment, by a seed each. Whatever the way: no message that
/// was taken is lost, nobody reads what is not theirs, a link opens one enquiry, a block holds, and what is erased is nowhere.
/// </summary>
public sealed class EnquiryInterleavingTests
{
    private const int Ways = 1_000;
    private const int Steps = 9;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_interleavings_keep_every_promise()
    {
        var crash = new Crash();
        await using var site = new EnquirySite(crash);
        var amira = await site.GivenAsync("amira", new ListingBuilder().At("amira"));
        var ben = await site.GivenAsync("ben", new ListingBuilder().At("ben"));
        Keeper[] keepers = [new(amira.Listing.Id, amira.Keeper), new(ben.Listing.Id, ben.Keeper)];
        for (var seed = 0; seed < Ways; seed++)
        {
            var way = new Way(site, keepers, crash, seed);
            try
            {
                await way.RunAsync();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail($"With seed {seed}, after {string.Join(", ", way.Log)}: {error}");
            }
        }
    }

    private sealed record Keeper(long Listing, long Account);

    private sealed record Sender(string Name, string Email);

    /// <summary>One way. It has a clock of its own and leaves nothing behind.</summary>
    private sealed class Way
    {
        private readonly Random dice;
        private readonly EnquirySite site;
        private readonly Keeper[] keepers;
        private readonly Crash crash;
        private readonly FixedClock clock = new(EnquirySite.Noon);
        private readonly Sender[] senders;
        private readonly SendEnquiry send;
        private readonly FollowEnquiry follow;
        private readonly AnswerEnquiry answer;
        private readonly ReadEnquiries read;
        private readonly TidyEnquiries tidy;

        // What was taken, by the enquiry it belongs to; what was erased; who was blocked by whom; links by whom they were mailed to.
        private readonly ConcurrentDictionary<string, (long Enquiry, bool BySender)> taken = new();
        private readonly ConcurrentDictionary<long, bool> erased = new();
        private readonly ConcurrentDictionary<(long Listing, string Email), int> sentWhenBlocked = new();
        private readonly Dictionary<string, (string Email, long Enquiry)> links = [];

        public Way(EnquirySite site, Keeper[] keepers, Crash crash, int seed)
        {
            (this.site, this.keepers, this.crash, dice) = (site, keepers, crash, new Random(seed));
            senders = [new($"Rosa-{seed}", $"rosa-{seed}@patient.example"), new($"Tom-{seed}", $"tom-{seed}@patient.example")];
            var change = Make<ChangeEnquiry>();
            send = Make<SendEnquiry>();
            follow = Make<FollowEnquiry>(change);
            answer = Make<AnswerEnquiry>(change);
            read = Make<ReadEnquiries>();
            tidy = Make<TidyEnquiries>(change);

            T Make<T>(params object[] more) => ActivatorUtilities.CreateInstance<T>(site.Services, [.. more, .. typeof(T).GetConstructors()[0].GetParameters().Any(p => p.ParameterType == typeof(TimeProvider)) ? [clock] : Array.Empty<object>()]);
        }

        public ConcurrentQueue<string> Log { get; } = new();

        public async Task RunAsync()
        {
            for (var step = 0; step < Steps; step++)
            {
                var acts = Enumerable.Range(0, dice.Next(3) == 0 ? 2 : 1).Select(_ => Choose()).ToList();
                var crashes = acts.Count == 1 && dice.Next(6) == 0;
                if (crashes)
                {
                    await CrashAsync(acts[0]);
                }

                await Task.WhenAll(acts.Select(act => act()));
                await CollectAsync();
            }

            await CheckAsync();
            clock.Advance(TimeSpan.FromDays(Enquiry.DaysToAnswer + Enquiry.DaysKept + 1));
            await Task.WhenAll(tidy.RunAsync(Cancel), tidy.RunAsync(Cancel));
            await tidy.RunAsync(Cancel);
            await using var db = await site.ContextAsync();
            Assert.False(await db.Enquiries.AnyAsync(Cancel) || await db.EnquiryMessages.AnyAsync(Cancel) || await db.EnquiryLinks.AnyAsync(Cancel) || await db.EnquiryReports.AnyAsync(Cancel));
            Assert.All(await Task.WhenAll(links.Keys.Take(3).Select(token => read.ByLinkAsync(token, Cancel))), Assert.Null);
            await db.OutgoingMails.ExecuteDeleteAsync(Cancel);
        }

        /// <summary>The program dies before or after what it writes is on the disk; whoever pressed presses again.</summary>
        private async Task CrashAsync(Func<Task> act)
        {
            crash.Before = dice.Next(2) == 0;
            crash.IsArmed = true;
            try
            {
                await act();
            }
            catch (Crash.Died)
            {
                Log.Enqueue("(died)");
            }
            finally
            {
                crash.IsArmed = false;
            }
        }

        private Func<Task> Choose()
        {
            var (sender, keeper) = (senders[dice.Next(2)], keepers[dice.Next(10) == 0 ? 1 : 0]);
            var (act, token, words, once) = (dice.Next(16), AnyLink(), $"words-{Guid.NewGuid():n}", Guid.NewGuid().ToString("n"));
            var enquiry = links.Count == 0 ? 0 : links.Values.ElementAt(dice.Next(links.Count)).Enquiry;
            var reads = new AnswerEnquiry.Whose(keeper.Listing, keeper.Account, enquiry);
            return act switch
            {
                < 3 => () => Note("send", send.RunAsync(keeper.Listing, new(sender.Name, sender.Email, EnquiryReason.Fees, null, null, EnquiryTimes.None, $"first {act} of {sender.Name}"), Cancel)),
                < 6 => () => Note("confirm", follow.ConfirmAsync(token, Cancel)),
                < 8 => () => Note("accept", answer.AcceptAsync(reads, Cancel)),
                8 => () => Note("decline", answer.DeclineAsync(reads, DeclineReason.Times, words, Cancel)),
                9 => () => BlockAsync(reads),
                < 12 => () => SayAsync(() => follow.SayAsync(token, words, once, Cancel), words, links.GetValueOrDefault(token).Enquiry, bySender: true),
                < 14 => () => SayAsync(() => answer.SayAsync(reads, words, once, Cancel), words, enquiry, bySender: false),
                14 => () => EraseAsync(token),
                _ => PassTimeAsync,
            };
        }

        private async Task PassTimeAsync()
        {
            clock.Advance(TimeSpan.FromDays(dice.Next(4) == 0 ? Enquiry.DaysToAnswer : 1));
            Log.Enqueue("time");
            await Task.WhenAll(tidy.RunAsync(Cancel), tidy.RunAsync(Cancel));
        }

        private async Task Note<T>(string what, Task<T> doing) => Log.Enqueue($"{what} {await doing}");

        private async Task SayAsync(Func<Task<EnquiryOutcome>> say, string words, long enquiry, bool bySender)
        {
            var outcome = await say();
            Log.Enqueue($"say {outcome}");
            if (outcome is EnquiryOutcome.Done or EnquiryOutcome.Already)
            {
                taken[words] = (enquiry, bySender);
            }
        }

        private async Task EraseAsync(string token)
        {
            var enquiry = links.GetValueOrDefault(token).Enquiry;
            var outcome = await follow.EraseAsync(token, Cancel);
            Log.Enqueue($"erase {outcome}");
            if (outcome == EnquiryOutcome.Done)
            {
                erased[enquiry] = true;
            }
        }

        private async Task BlockAsync(AnswerEnquiry.Whose whose)
        {
            var outcome = await answer.BlockAsync(whose, ReportReason.Abuse, Cancel);
            Log.Enqueue($"block {outcome}");
            if (outcome == EnquiryOutcome.Done && links.Values.FirstOrDefault(l => l.Enquiry == whose.Enquiry).Email is { } email)
            {
                await using var db = await site.ContextAsync();
                sentWhenBlocked.TryAdd((whose.Listing, email), await TimesSentAsync(whose.Listing, email));
            }
        }

        private string AnyLink() => links.Count == 0 ? "none" : links.Keys.ElementAt(dice.Next(links.Count));

        /// <summary>Takes the links out of the mails, as their readers would.</summary>
        private async Task CollectAsync()
        {
            await using var db = await site.ContextAsync();
            var known = await db.EnquiryLinks.AsNoTracking().ToListAsync(Cancel);
            foreach (var mail in (await db.OutgoingMails.AsNoTracking().ToListAsync(Cancel)).Select(m => m.Read()!).Where(m => senders.Any(s => s.Email == m.To)))
            {
                var token = EnquirySite.TokenIn(EnquirySite.LinkIn(mail));
                var hash = Web.Shared.LinkToken.Hash(token);
                if (!links.ContainsKey(token) && known.Find(l => l.TokenHash.AsSpan().SequenceEqual(hash)) is { } link)
                {
                    links[token] = (mail.To, link.EnquiryId);
                }
            }
        }

        private async Task<int> TimesSentAsync(long listing, string email)
        {
            await using var db = await site.ContextAsync();
            return await db.Enquiries.CountAsync(e => e.ListingId == listing && e.Email == email && (e.State == EnquiryState.Sent || e.State == EnquiryState.Accepted), Cancel);
        }

        private async Task CheckAsync()
        {
            await using var db = await site.ContextAsync();
            var now = clock.GetUtcNow().UtcDateTime;
            var enquiries = await db.Enquiries.AsNoTracking().ToDictionaryAsync(e => e.Id, Cancel);
            var messages = await db.EnquiryMessages.AsNoTracking().ToListAsync(Cancel);

            // No message that was taken is lost or doubled while its enquiry lives, and each stands in its own.
            foreach (var (words, (enquiry, bySender)) in taken)
            {
                var found = messages.Where(m => m.Words == words).ToList();
                Assert.Equal(enquiries.ContainsKey(enquiry) ? 1 : 0, found.Count);
                Assert.All(found, m => Assert.Equal((enquiry, bySender), (m.EnquiryId, m.BySender)));
            }

            // A link opens the enquiry that its reader wrote, or nothing.
            foreach (var (token, (email, enquiry)) in links)
            {
                var seen = await read.ByLinkAsync(token, Cancel);
                Assert.Equal(enquiries.TryGetValue(enquiry, out var there) && !there.IsOver(now), seen is not null);
                if (seen is not null)
                {
                    Assert.Equal(senders.Single(s => s.Email == email).Name, seen.Name);
                    Assert.Equal(email, there!.Email);
                    Assert.All(seen.Messages, m => Assert.Equal(enquiry, messages.Single(x => x.Words == m.Words).EnquiryId));
                    Assert.NotEqual(EnquiryState.Blocked, seen.State);
                }
            }

            // Who keeps a listing sees what was sent to it, and addresses when they have accepted.
            foreach (var enquiry in enquiries.Values)
            {
                foreach (var keeper in keepers)
                {
                    var seen = await read.OneAsync(enquiry.ListingId, keeper.Account, enquiry.Id, Cancel);
                    Assert.Equal(keeper.Listing == enquiry.ListingId && enquiry.SentAt is not null && !enquiry.IsOver(now), seen is not null);
                    Assert.Equal(enquiry.State == EnquiryState.Accepted ? seen?.Email : null, seen?.Email);
                }
            }

            // Of one sender at most one is open to a listing, and none after a block.
            foreach (var open in enquiries.Values.Where(e => e.State is EnquiryState.Sent or EnquiryState.Accepted).GroupBy(e => (e.ListingId, e.Email)))
            {
                Assert.Single(open);
                Assert.True(!sentWhenBlocked.TryGetValue(open.Key, out var before) || before > 0, "An enquiry was sent after a block.");
            }

            // What is erased is nowhere.
            Assert.All(erased.Keys, id => Assert.False(enquiries.ContainsKey(id)));
            var mails = string.Concat(await db.OutgoingMails.Select(m => m.Words).ToListAsync(Cancel));
            Assert.All(taken.Keys, words => Assert.DoesNotContain(words, mails, StringComparison.Ordinal));
            Assert.All(senders, s => Assert.DoesNotContain(s.Name, mails, StringComparison.Ordinal));
        }
    }

    /// <summary>Kills what saves, before or after the disk has it.</summary>
    private sealed class Crash : SaveChangesInterceptor
    {
        public sealed class Died : Exception;

        public bool IsArmed { get; set; }

        public bool Before { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Die(atOnce: true);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Die(atOnce: false);
            return ValueTask.FromResult(result);
        }

        private void Die(bool atOnce)
        {
            if (IsArmed && Before == atOnce)
            {
                IsArmed = false;
                throw new Died();
            }
        }
    }
}
