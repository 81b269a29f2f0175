using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shell;

/// <summary>
/// How far the feed of changes to listings has come. It is part of the key of every kept answer, so that a change shows within
/// a second on every node, whoever made it, and nothing has to be thrown out of a cache.
/// </summary>
public sealed partial class FeedVersion(IDbContextFactory<FinderDbContext> contexts, ILogger<FeedVersion> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);

    private long current;

    /// <summary>The last change that is known; while the database does not answer, it stays.</summary>
    public long Current => Volatile.Read(ref current);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often);
        var isLost = false;
        do
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                Volatile.Write(ref current, await db.Changes.MaxAsync(c => (long?)c.Sequence, stoppingToken) ?? 0);
                isLost = false;
            }
            catch (Exception error) when (error is DbException or InvalidOperationException or TimeoutException)
            {
                // Said once, not four times a second.
                if (!isLost)
                {
                    Lost(log, error);
                }

                isLost = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The feed of changes cannot be read: pages may be up to a minute old until it can.")]
    private static partial void Lost(ILogger log, Exception error);
}
