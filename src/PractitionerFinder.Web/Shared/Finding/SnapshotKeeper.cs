using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>
/// Keeps the snapshot that searches are answered from: builds it when the site starts, has it follow the feed of changes, and builds it
/// anew when many have come together or a day has passed. While the database does not answer, the last one stays.
/// </summary>
public sealed partial class SnapshotKeeper(
    PublishedListings listings, IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, TimeProvider time, ILogger<SnapshotKeeper> log) : BackgroundService
{
    // Every search looks through the changes too: with so many they would be felt, and with so many more it is quicker to begin anew.
    private const int MostChanges = 2_000;
    private const int MostFollowed = 20_000;
    private const int LinesAtATime = 500;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BuiltAnewAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromSeconds(10);

    // One follows at a time; whoever publishes keeps those out who remember what they read.
    private readonly SemaphoreSlim following = new(1);
    private readonly Lock publishing = new();
    private Snapshot? current;
    private long version;
    private Task<Snapshot>? building;
    private DateTimeOffset builtAt;
    private DateTimeOffset notBefore;
    private long begun;

    /// <summary>What searches are answered from; null until it has been built.</summary>
    public Snapshot? Current => Volatile.Read(ref current);

    /// <summary>
    /// How far the feed of changes has come: the last change that answers are sure to know of. It is part of the key of every kept answer, so
    /// that a change shows on every node, whoever made it, and nothing has to be thrown out of a cache.
    /// </summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Called with the addresses of listings that changed, null when it may be any, before anybody can see that they did.</summary>
    public event Action<IReadOnlyCollection<string>?>? Changed;

    /// <summary>Does something if every change since a version would be heard of, and none was.</summary>
    public void IfUnchanged(long since, Action action)
    {
        lock (publishing)
        {
            if (version == since && current is not null)
            {
                action();
            }
        }
    }

    /// <summary>Once it is done, answers know of everything that was committed before.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await FollowAsync(cancel);
        if (building is { } begun)
        {
            await begun.WaitAsync(cancel);
            await FollowAsync(cancel);
        }
    }

    public override void Dispose()
    {
        following.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often);
        var isLost = false;
        do
        {
            try
            {
                await FollowAsync(stoppingToken);
                isLost = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, searches go on being answered. Said once, not four times a second.
                if (!isLost)
                {
                    Lost(log, error);
                }

                isLost = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await following.WaitAsync(cancel);
        try
        {
            await GoOnAsync(cancel);
        }
        finally
        {
            following.Release();
        }
    }

    private async Task GoOnAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (building is { IsCompleted: true } built)
        {
            // Until it is known to be good: what fails is not tried four times a second.
            building = null;
            notBefore = time.GetUtcNow() + TriedAgainAfter;
            var (whole, _) = await AfterAsync(db, await built, cancel);
            (builtAt, notBefore) = (time.GetUtcNow(), default);
            Publish(whole, null);
            Built(log, time.GetElapsedTime(begun).TotalSeconds, whole.Position);
        }

        if (Current is { } snapshot)
        {
            var (next, changed) = await AfterAsync(db, snapshot, cancel);
            if (next != snapshot)
            {
                Publish(next, changed);
            }

            if (next.Changes > MostChanges || time.GetUtcNow() - builtAt > BuiltAnewAfter)
            {
                await BuildAsync(db, next.Position, cancel);
            }
        }
        else
        {
            // Until there is a snapshot the database is asked, which knows of everything at once.
            Volatile.Write(ref version, await EndAsync(db, Version, cancel));
            await BuildAsync(db, Version, cancel);
        }
    }

    /// <summary>Begins to build, unless that was begun.</summary>
    private async Task BuildAsync(FinderDbContext db, long known, CancellationToken cancel)
    {
        if (building is not null || time.GetUtcNow() < notBefore)
        {
            return;
        }

        // Before the first row is read: what comes after may be in some rows and not in others, and is read again.
        var position = await EndAsync(db, known, cancel);
        begun = time.GetTimestamp();
        building = Task.Factory.StartNew(
            () => Snapshot.Build(listings.ReadAll(), vocabulary, position), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static async Task<long> EndAsync(FinderDbContext db, long known, CancellationToken cancel) =>
        await db.FeedAfter(known).MaxAsync(l => (long?)l.Position, cancel) ?? known;

    /// <summary>The snapshot with what came since, and the addresses of what changed.</summary>
    private async Task<(Snapshot Snapshot, HashSet<string> Changed)> AfterAsync(FinderDbContext db, Snapshot snapshot, CancellationToken cancel)
    {
        var changed = new HashSet<string>();
        while (true)
        {
            var lines = await db.FeedAfter(snapshot.Position).OrderBy(l => l.Position).Take(LinesAtATime).ToListAsync(cancel);
            if (lines.Count == 0 || snapshot.Changes > MostFollowed)
            {
                return (snapshot, changed);
            }

            var news = lines.Select(l => l.ListingId).Distinct().ToDictionary(id => id, _ => (PublishedListing?)null);
            foreach (var listing in listings.Read(news.Keys))
            {
                news[listing.Facts.Id] = listing;
            }

            foreach (var (id, listing) in news)
            {
                changed.UnionWith(new[] { snapshot.Cards.Of(id)?.Slug, listing?.Card.Slug }.OfType<string>());
            }

            snapshot = snapshot.With(news, lines[^1].Position);
        }
    }

    private void Publish(Snapshot snapshot, IReadOnlyCollection<string>? changed)
    {
        lock (publishing)
        {
            Changed?.Invoke(changed);
            Volatile.Write(ref current, snapshot);
            Volatile.Write(ref version, snapshot.Position);
        }
    }

    [LoggerMessage(LogLevel.Information, "Searches are answered from memory: it took {Seconds:0.0} s to read what is published, up to change {Position}.")]
    private static partial void Built(ILogger log, double seconds, long position);

    [LoggerMessage(LogLevel.Warning, "The changes of listings cannot be read: what changed since shows when they can.")]
    private static partial void Lost(ILogger log, Exception error);
}
