using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// Carries mails from the database into the outbox, each once, whenever it is killed and however many nodes do it: an attempt writes the file,
/// then says in the database that it is the one that counts, and only then lets the file be sent. A file whose attempt does not count is deleted.
/// </summary>
public sealed class MailRelay(IDbContextFactory<FinderDbContext> contexts, MailRenderer renderer, Outbox outbox, TimeProvider time) : IDisposable
{
    private const int AtATime = 50;

    /// <summary>How long an attempt is left alone: far longer than writing a file takes.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim running = new(1);
    private readonly HashSet<string> knownRefused = [];

    /// <summary>Carries over what there is, and writes down what the mail server refused.</summary>
    /// <exception cref="IOException">The outbox cannot be written to. What was not carried over stays in the database.</exception>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await running.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await FinishAsync(db, cancel);
            while (await CarryAsync(db, cancel) == AtATime)
            {
            }

            await RefusedAsync(db, cancel);
            var old = time.GetUtcNow().UtcDateTime.AddDays(-OutgoingMail.Days);
            if (await db.OutgoingMails.AnyAsync(m => m.HandedAt < old, cancel))
            {
                await db.OutgoingMails.Where(m => m.HandedAt < old).ExecuteDeleteAsync(cancel);
            }
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    /// <summary>What attempts left behind that were stopped. One that may still be under way, in another process, is left alone.</summary>
    private async Task FinishAsync(FinderDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var letter in outbox.In(Outbox.Place.Prepared))
        {
            var found = AttemptOf(letter) ?? default;
            var mail = await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == found.Mail && m.Attempt == found.Attempt, cancel);
            if (mail?.HandedAt is not null)
            {
                outbox.Send(letter);
            }
            else if (mail is null || await db.OutgoingMails.Where(m => m.Id == mail.Id && m.Attempt == mail.Attempt && m.HandedAt == null && m.HeldUntil <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempt, (long?)null).SetProperty(m => m.HeldUntil, (DateTime?)null), cancel) == 1)
            {
                Outbox.Remove(letter);
            }
        }
    }

    private async Task<int> CarryAsync(FinderDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.OutgoingMails.AsNoTracking().Where(m => m.HandedAt == null && (m.HeldUntil == null || m.HeldUntil <= now))
            .OrderBy(m => m.Id).Take(AtATime).ToListAsync(cancel);
        foreach (var mail in due)
        {
            await CarryAsync(db, mail, now, cancel);
        }

        return due.Count;
    }

    private async Task CarryAsync(FinderDbContext db, OutgoingMail mail, DateTime now, CancellationToken cancel)
    {
        var attempt = Random.Shared.NextInt64(1, long.MaxValue);
        var isOurs = await db.OutgoingMails.Where(m => m.Id == mail.Id && m.HandedAt == null && m.Attempt == mail.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempt, attempt).SetProperty(m => m.HeldUntil, now + Held), cancel) == 1;
        if (!isOurs)
        {
            return;
        }

        Outbox.Letter letter;
        try
        {
            using var message = await renderer.RenderAsync(mail.Read()!);
            letter = await outbox.PrepareAsync(message, mail.At, NameOf(mail.Id, attempt), cancel);
        }
        catch (IOException)
        {
            // It may be tried again at once when there is room.
            await db.OutgoingMails.Where(m => m.Id == mail.Id && m.Attempt == attempt).ExecuteUpdateAsync(set => set.SetProperty(m => m.HeldUntil, (DateTime?)null), cancel);
            throw;
        }

        var counts = await db.OutgoingMails.Where(m => m.Id == mail.Id && m.Attempt == attempt && m.HandedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.HandedAt, now).SetProperty(m => m.Words, (string?)null), cancel) == 1;
        if (counts)
        {
            outbox.Send(letter);
        }
        else
        {
            Outbox.Remove(letter);
        }
    }

    private async Task RefusedAsync(FinderDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var letter in outbox.In(Outbox.Place.Refused).Where(l => !knownRefused.Contains(l.Id)))
        {
            if (AttemptOf(letter) is { } found)
            {
                await db.OutgoingMails.Where(m => m.Id == found.Mail && m.RefusedAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.RefusedAt, now), cancel);
            }

            knownRefused.Add(letter.Id);
        }
    }

    private static string NameOf(long mail, long attempt) => string.Create(CultureInfo.InvariantCulture, $"{mail}.{attempt}");

    private static (long Mail, long Attempt)? AttemptOf(Outbox.Letter letter) =>
        letter.Id[(letter.Id.IndexOf('-', StringComparison.Ordinal) + 1)..].Split('.') is [var first, var second]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var mail)
        && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? (mail, attempt)
            : null;
}
