using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
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
            var carried = 0;
            for (var some = AtATime; some == AtATime; carried += some)
            {
                some = await CarryAsync(db, cancel);
            }

            await RefusedAsync(db, cancel);
            if (carried > 0)
            {
                // As often as rows come, so that they do not gather, and not at every look.
                var old = time.GetUtcNow().UtcDateTime.AddDays(-OutgoingMail.Days);
                await db.OutgoingMails.Where(m => m.HandedAt < old).ExecuteDeleteAsync(cancel);
            }
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    /// <summary>The mails, by their row, that were carried over and that the mail server has not taken yet.</summary>
    public IReadOnlySet<long> Waiting() => outbox.In(Outbox.Place.Waiting).Select(l => AttemptOf(l)?.Mail).OfType<long>().ToHashSet();

    /// <summary>What attempts left behind that were stopped. One that may still be under way, in another process, is left alone.</summary>
    private async Task FinishAsync(FinderDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var letter in outbox.In(Outbox.Place.Prepared))
        {
            var found = AttemptOf(letter) ?? default;
            var mail = await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == found.Mail && m.Attempt == found.Number, cancel);
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
        var attempt = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
        var isOurs = await db.OutgoingMails.Where(m => m.Id == mail.Id && m.HandedAt == null && m.Attempt == mail.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempt, attempt).SetProperty(m => m.HeldUntil, now + Held), cancel) == 1;
        if (!isOurs)
        {
            return;
        }

        Outbox.Letter letter;
        try
        {
            var name = new MailAttempt(mail.Id, attempt).Name;
            using var message = await renderer.RenderAsync(mail.Read()!);
            message.MessageId = $"{name}@{message.MessageId!.Split('@')[^1]}";
            letter = await outbox.PrepareAsync(message, mail.At, name, cancel);
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

    private static MailAttempt? AttemptOf(Outbox.Letter letter) => MailAttempt.Of(letter.Id[(letter.Id.IndexOf('-', StringComparison.Ordinal) + 1)..]);
}
