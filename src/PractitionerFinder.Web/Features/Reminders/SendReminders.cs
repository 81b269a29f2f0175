using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>
/// Asks owners whether facts are still true before their listing is hidden, and tells them when it is. What was missed is not made up for: the
/// step that is due goes, once. A listing whose owners could not be warned in time is hidden later, and this is the only thing that moves the
/// time: if it never runs, listings are hidden when their confirmations said.
/// </summary>
public sealed partial class SendReminders(
    IDbContextFactory<FinderDbContext> contexts, ReminderMails mails, MailRelay relay, TimeProvider time, ILogger<SendReminders> log) : IScheduledWork
{
    // A listing that is not hidden yet is looked at again when less than this is left, while its warning has not gone out.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(Freshness.LeastNoticeDays);

    private sealed record Owner(long Id, string Email, DateTime Since);

    public async Task RunAsync(CancellationToken cancel)
    {
        var waiting = relay.Waiting();
        foreach (var listing in await DueAsync(cancel))
        {
            try
            {
                await RemindAsync(listing, waiting, cancel);
            }
            catch (DbUpdateException error)
            {
                // Another node was quicker, or somebody changed the listing meanwhile: the next round sees what is so then.
                Overtaken(log, listing, error.GetType().Name);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // One that cannot be dealt with keeps no other from being warned.
                Failed(log, listing, error);
            }
        }
    }

    /// <summary>The listings with an owner that something may be due for.</summary>
    private async Task<List<long>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var soon = time.GetUtcNow().UtcDateTime + Freshness.Early;
        var (last, second, first) = (soon.AddDays((int)ReminderStep.Last), soon.AddDays((int)ReminderStep.Second), soon.AddDays((int)ReminderStep.First));
        var due = new List<long>();
        due.AddRange(await FindAsync(l => l.HiddenFrom <= last, ReminderStep.Hidden));
        due.AddRange(await FindAsync(l => l.HiddenFrom > last && l.HiddenFrom <= second, ReminderStep.Second));
        due.AddRange(await FindAsync(l => l.HiddenFrom > second && l.HiddenFrom <= first, ReminderStep.First));
        return due;

        // Those who were sent this step need not be read.
        Task<List<long>> FindAsync(Expression<Func<Listing, bool>> when, ReminderStep step) => db.Listings.Where(when)
            .Where(l => l.State == ListingState.Published && !l.IsDemo && db.Members.Any(m => m.ListingId == l.Id && m.Role == MemberRole.Owner))
            .Where(l => !db.Reminders.Any(r => r.ListingId == l.Id && r.Step <= step
                && r.DueAt == l.Confirmations.Where(c => c.Fact == ListingFact.Contact || c.Fact == ListingFact.Address).Min(c => c.DueAt)))
            .OrderBy(l => l.HiddenFrom).Select(l => l.Id).ToListAsync(cancel);
    }

    private async Task RemindAsync(long id, IReadOnlySet<long> waiting, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var listing = await db.Listings.Include(l => l.Confirmations).SingleOrDefaultAsync(l => l.Id == id, cancel);
        var owners = await OwnersAsync(db, id, cancel);
        if (listing is not { State: ListingState.Published, HiddenFrom: { } hiddenFrom, HidingFact: { } hiding } || owners.Count == 0)
        {
            return;
        }

        var sent = (await db.Reminders.Where(r => r.ListingId == id && r.At > hiding.At).ToListAsync(cancel))
            .Select(r => (Reminder: r, Step: r.StepFor(hiding))).ToList();
        var warnedAt = await WentOutAsync(db, [.. sent.Where(s => s.Step <= ReminderStep.Last).Select(s => s.Reminder)], waiting, cancel);
        var isFair = warnedAt + Notice <= hiddenFrom || (hiddenFrom <= now && owners.TrueForAll(o => o.Since >= hiddenFrom));
        if (!isFair && hiddenFrom < now + Notice)
        {
            // Whoever is away is not asked; they have the full time when they are back.
            listing.HideNoSoonerThan(
                listing.IsPaused(now) ? (listing.PausedUntil == DateTime.MaxValue ? now : listing.PausedUntil!.Value).AddDays(Freshness.DaysUntilHidden)
                : warnedAt is { } at ? at + Notice : now + Notice + Freshness.Early);
        }

        if (!listing.IsPaused(now) && Freshness.StepAt(listing.HiddenFrom!.Value, now) is { } step)
        {
            foreach (var owner in owners.Where(o => !sent.Exists(s => s.Reminder.AccountId == o.Id && s.Step <= step)))
            {
                var token = LinkToken.New();
                var reminder = new Reminder(id, owner.Id, step, hiding.DueAt, LinkToken.Hash(token), now);
                db.Reminders.Add(reminder);
                db.OutgoingMails.Add(new OutgoingMail(mails.Write(owner.Email, listing, reminder, token), now, reminder.MailKey));
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Who can be written to: owners whose address is known to be theirs.</summary>
    private static async Task<List<Owner>> OwnersAsync(FinderDbContext db, long listing, CancellationToken cancel) => await db.Members
        .Where(m => m.ListingId == listing && m.Role == MemberRole.Owner)
        .Join(db.Users.Where(a => a.EmailConfirmed && !a.IsDemo), m => m.AccountId, a => a.Id, (m, a) => new Owner(a.Id, a.Email!, m.Since))
        .ToListAsync(cancel);

    /// <summary>
    /// When the first of some mails left for its owner; null while none has. One that the mail server refused counts from then: an address that
    /// takes no mail does not keep a page public.
    /// </summary>
    private static async Task<DateTime?> WentOutAsync(FinderDbContext db, List<Reminder> reminders, IReadOnlySet<long> waiting, CancellationToken cancel)
    {
        var keys = reminders.ConvertAll(r => r.MailKey);
        var rows = await db.OutgoingMails.Where(m => keys.Contains(m.Key!)).ToDictionaryAsync(m => m.Key!, cancel);

        // A mail that was handed over long ago has no row any more.
        return reminders.Min(r => !rows.TryGetValue(r.MailKey, out var mail) ? r.At : waiting.Contains(mail.Id) ? null : mail.RefusedAt ?? mail.HandedAt);
    }

    [LoggerMessage(LogLevel.Information, "Listing {Listing} was reminded of or changed by another ({Error}); it is looked at again in the next round.")]
    private static partial void Overtaken(ILogger log, long listing, string error);

    [LoggerMessage(LogLevel.Error, "Owners of listing {Listing} could not be reminded. It is tried again in the next round.")]
    private static partial void Failed(ILogger log, long listing, Exception error);
}
