using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// Reads the mailbox that mail servers report to, writes down which mails did not arrive, and deletes the reports, which hold addresses. What is no such
/// report stays for people to read.
/// </summary>
public sealed partial class ReadBounces(
    IDbContextFactory<FinderDbContext> contexts, MailSettings settings, TimeProvider time, ILogger<ReadBounces> log) : IScheduledWork
{
    /// <summary>In bytes: several times as much as a mail of ours comes back with.</summary>
    private const int LargestReport = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The server looks, so that whatever else lies there is not fetched again and again.
    private static readonly SearchQuery Reports = SearchQuery.NotSeen
        .And(SearchQuery.HeaderContains("Content-Type", "multipart/report")).And(SearchQuery.SmallerThan(LargestReport));

    private bool isAway;

    /// <exception cref="InvalidOperationException">No mailbox is set.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var mailbox = settings.Bounces ?? throw new InvalidOperationException("Mail:Bounces:Host is not set.");
        using var imap = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        if (await OpenAsync(imap, mailbox, cancel) is not { } folder)
        {
            return;
        }

        try
        {
            foreach (var id in await folder.SearchAsync(Reports, cancel))
            {
                await ReadAsync(folder, id, cancel);
            }

            isAway = false;
            await imap.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception error) when (error is IOException or ProtocolException or CommandException or ServiceNotConnectedException or TimeoutException)
        {
            // The server's words may repeat a report's.
            Away(error.GetType().Name);
        }
    }

    /// <summary>The folder of the reports; null when it cannot be had now.</summary>
    private async Task<IMailFolder?> OpenAsync(ImapClient imap, MailSettings.Mailbox mailbox, CancellationToken cancel)
    {
        try
        {
            await imap.ConnectAsync(mailbox.Server.Host, mailbox.Server.Port, mailbox.Server.Security, cancel);
            await imap.AuthenticateAsync(mailbox.Server.Login!, cancel);
            var folder = mailbox.Folder is { } path ? await imap.GetFolderAsync(path, cancel) : imap.Inbox;
            await folder.OpenAsync(FolderAccess.ReadWrite, cancel);
            return folder;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            Away(error switch
            {
                AuthenticationException => "it refuses Mail:Bounces:User or Mail:Bounces:Password",
                FolderNotFoundException => "it has no folder of the name in Mail:Bounces:Folder",
                _ => error.Message,
            });
            return null;
        }
    }

    private async Task ReadAsync(IMailFolder folder, UniqueId id, CancellationToken cancel)
    {
        DeliveryReport? report;
        try
        {
            using var message = await folder.GetMessageAsync(id, cancel);
            report = DeliveryReport.Read(message);
        }
        catch (MessageNotFoundException)
        {
            // Another node has read it.
            return;
        }
        catch (FormatException)
        {
            report = null;
        }

        if (report is null)
        {
            // A receipt, say. It is not fetched again.
            await folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancel);
            return;
        }

        if (report is { IsFailure: true, About: { } about })
        {
            await CameBackAsync(about, cancel);
        }

        await folder.AddFlagsAsync(id, MessageFlags.Deleted, silent: true, cancel);
        await folder.ExpungeAsync([id], cancel);
    }

    private async Task CameBackAsync(MailAttempt about, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.OutgoingMails.Where(m => m.Id == about.Mail && m.Attempt == about.Number && m.HandedAt != null && m.RefusedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.RefusedAt, now), cancel) == 1)
        {
            CameBack(log, about.Mail);
        }
    }

    private void Away(string why)
    {
        // Said once, not at every look.
        if (!isAway)
        {
            MailboxAway(log, why);
        }

        isAway = true;
    }

    [LoggerMessage(LogLevel.Warning, "The mailbox of reports cannot be read ({Why}). It is tried again every few minutes; until then mails that come back are not known of.")]
    private static partial void MailboxAway(ILogger log, string why);

    [LoggerMessage(LogLevel.Information, "Mail {Mail} of the database came back.")]
    private static partial void CameBack(ILogger log, long mail);
}
