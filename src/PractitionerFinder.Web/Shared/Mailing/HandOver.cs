using MailKit.Net.Smtp;
using MimeKit;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// Hands what waits in the outbox to the mail server, the oldest first. While the server is away everything waits; a mail that the server
/// does not take now waits by itself; one that it will never take is put aside. Rounds are made by one caller, one after the other.
/// </summary>
public sealed partial class HandOver(Outbox outbox, MailSettings settings, SiteSettings site, TimeProvider time, ILogger<HandOver> log)
{
    /// <summary>How often is looked for mails of other programs, such as a command's.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>As long as RFC 5321, 4.5.4.1 asks a server to try at the least.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(4);

    private const int FirstMistake = 500;
    private const int MostDoublings = 10;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Delay> delays = [];
    private Delay server = Delay.None;

    /// <summary>Hands over what is due, and answers how long to rest.</summary>
    public async Task<TimeSpan> RunAsync(CancellationToken cancel)
    {
        outbox.Tidy();
        var now = time.GetUtcNow();
        if (now < server.Until)
        {
            return server.Until - now;
        }

        var waiting = outbox.In(Outbox.Place.Waiting);
        if (settings.Smtp is null)
        {
            foreach (var letter in waiting)
            {
                outbox.Move(letter, Outbox.Place.Kept);
            }

            return Rest;
        }

        foreach (var gone in delays.Keys.Except(waiting.Select(l => l.Id)).ToList())
        {
            delays.Remove(gone);
        }

        // One that has failed comes after those that have not: it may be what breaks the connection.
        var due = waiting.Where(l => now >= delays.GetValueOrDefault(l.Id, Delay.None).Until).OrderBy(l => delays.ContainsKey(l.Id)).ToList();
        return due.Count == 0 || await HandOverAsync(due, settings.Smtp, cancel) ? Rest : server.Until - now;
    }

    /// <summary>Whether the server was there to the end.</summary>
    private async Task<bool> HandOverAsync(List<Outbox.Letter> letters, MailSettings.Server to, CancellationToken cancel)
    {
        using var smtp = new SmtpClient
        {
            Timeout = (int)Patience.TotalMilliseconds,
            LocalDomain = site.PublicUrl.Host,

            // Whoever reads reports of mails that did not arrive has no need of the links in them.
            DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly,
        };
        try
        {
            await smtp.ConnectAsync(to.Host, to.Port, to.Security, cancel);
            if (to.Login is not null)
            {
                await smtp.AuthenticateAsync(to.Login, cancel);
            }
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // Nobody's address was said yet, so the server's words can be written down.
            Away(error.Message);
            return false;
        }

        foreach (var letter in letters)
        {
            if (!await HandOverAsync(smtp, letter, cancel))
            {
                return false;
            }
        }

        server = Delay.None;
        await smtp.DisconnectAsync(quit: true, cancel);
        return true;
    }

    /// <summary>Whether the server is still there.</summary>
    private async Task<bool> HandOverAsync(SmtpClient smtp, Outbox.Letter letter, CancellationToken cancel)
    {
        try
        {
            using var message = await MimeMessage.LoadAsync(letter.File, cancel);
            await smtp.SendAsync(message, settings.ReturnPath ?? settings.From, message.To.Mailboxes, cancel);
            Outbox.Remove(letter);
            delays.Remove(letter.Id);
            return true;
        }
        catch (SmtpCommandException error) when (error.ErrorCode is not SmtpErrorCode.SenderNotAccepted && smtp.IsConnected)
        {
            // The server's words may repeat the address: its number says enough.
            var code = (int)error.StatusCode;
            PutOffOrAside(letter, $"it answered {code}", forGood: code >= FirstMistake);
            return true;
        }
        catch (Exception error) when (error is FormatException or NotSupportedException)
        {
            // The file is no mail, or its address needs what the server does not know.
            PutOffOrAside(letter, error.GetType().Name, forGood: true);
            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // The mail itself may be why.
            PutOffOrAside(letter, error.GetType().Name, forGood: false);
            Away(error is SmtpCommandException command ? $"it answered {(int)command.StatusCode} to the sender's address" : error.GetType().Name);
            return false;
        }
    }

    private void Away(string why)
    {
        server = server.Longer(time);
        ServerAway(log, why, server.Until - time.GetUtcNow());
    }

    private void PutOffOrAside(Outbox.Letter letter, string why, bool forGood)
    {
        if (forGood || time.GetUtcNow() - letter.At > GiveUpAfter)
        {
            delays.Remove(letter.Id);
            outbox.Move(letter, Outbox.Place.Refused);
            Refused(log, letter.Id, why);
        }
        else
        {
            delays[letter.Id] = delays.GetValueOrDefault(letter.Id, Delay.None).Longer(time);
            PutOff(log, letter.Id, why, delays[letter.Id].Until - time.GetUtcNow());
        }
    }

    [LoggerMessage(LogLevel.Warning, "The mail server cannot be used ({Why}). Mails wait in the outbox; the next attempt is in {Wait}.")]
    private static partial void ServerAway(ILogger log, string why, TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "The mail server did not take mail {Id} yet ({Why}). The next attempt is in {Wait}.")]
    private static partial void PutOff(ILogger log, string id, string why, TimeSpan wait);

    [LoggerMessage(LogLevel.Error, "The mail server does not take mail {Id} ({Why}). It lies in outbox/refused for two weeks.")]
    private static partial void Refused(ILogger log, string id, string why);

    /// <summary>Twice as long after every failure, and never quite as long as the last time, so that many nodes do not come back at once.</summary>
    private readonly record struct Delay(int Failures, DateTimeOffset Until)
    {
        public static readonly Delay None = new(0, DateTimeOffset.MinValue);

        public Delay Longer(TimeProvider time)
        {
            var wait = FirstWait * Math.Pow(2, Math.Min(Failures, MostDoublings));
            var jitter = 0.8 + (0.4 * Random.Shared.NextDouble());
            return new Delay(Failures + 1, time.GetUtcNow() + ((wait < LongestWait ? wait : LongestWait) * jitter));
        }
    }
}
