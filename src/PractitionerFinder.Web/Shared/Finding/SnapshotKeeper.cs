using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>
/// Keeps the snapshot that searches are answered from: takes the one that was kept when the site last ran or builds it, has it follow the feed of changes,
/// and builds it anew when many have come together or a day has passed. While the database does not answer, the last one stays.
/// </summary>
public sealed partial class SnapshotKeeper(
    PublishedListings listings, IDbContextFactory<FinderDbContext> contexts, SnapshotStore store, Vocabulary vocabulary, TimeProvider time, ILogger<SnapshotKeeper> log)
    : BackgroundService
{
    // Every search looks through the changes too: with so many they would be felt, and with so many more it is quicker to begin anew.
    private const int MostChanges = 2_000;
    private const int MostFollowed = 20_000;
    private const int LinesAtATime = 500;
    private const int LinesOfAMark = 100;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BuiltAnewAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromSeconds(10);

    // After the kept file was deleted there should be another soon, but not one for each who goes.
    private static readonly TimeSpan KeptAnewAfter = TimeSpan.FromMinutes(15);

    // One follows at a time; whoever publishes keeps those out who remember what they read.
    private readonly SemaphoreSlim following = new(1);
    private readonly Lock publishing = new();
    private Snapshot? current;
    private long version;
    private Task<(Snapshot Snapshot, TimeSpan GoodFor)>? building;
    private Task keeping = Task.CompletedTask;
    private bool hasLookedForKept;
    private DateTimeOffset builtAnewFrom;
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

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await keeping.WaitAsync(cancellationToken);
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
        if (Current is null)
        {
            // Until there is a snapshot the database is asked, which knows of everything at once.
            Volatile.Write(ref version, await EndAsync(db, Version, cancel));
            await BuildAsync(db, Version, cancel);
        }

        if (building is { IsCompleted: true } built)
        {
            // Until it is known to be good: what fails is not tried four times a second.
            building = null;
            notBefore = time.GetUtcNow() + TriedAgainAfter;
            var (begunWith, goodFor) = await built;
            (builtAnewFrom, notBefore) = (time.GetUtcNow() + goodFor, default);
            var (whole, _) = await AfterAsync(db, begunWith, cancel);
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

            if (next.Changes > MostChanges || time.GetUtcNow() > builtAnewFrom)
            {
                await BuildAsync(db, next.Position, cancel);
            }
        }
    }

    /// <summary>Begins to build, unless that was begun.</summary>
    private async Task BuildAsync(FinderDbContext db, long known, CancellationToken cancel)
    {
        if (building is not null || time.GetUtcNow() < notBefore)
        {
            return;
        }

        begun = time.GetTimestamp();
        if (!hasLookedForKept)
        {
            hasLookedForKept = true;
            if (await Task.Run(store.Read, cancel) is { } kept)
            {
                var mark = await MarkAsync(db, kept.Snapshot.Position, cancel);
                if (mark.SequenceEqual(kept.Mark))
                {
                    // What a rebuild would put right does not wait for a day after every start.
                    building = Task.FromResult((kept.Snapshot, KeptAnewAfter));
                    return;
                }

                // Somebody put another database in the place of the one it was made of.
                store.Erase();
            }
        }

        // Before the first row is read: what comes after may be in some rows and not in others, and is read again.
        var position = await EndAsync(db, known, cancel);
        var recognised = await MarkAsync(db, position, cancel);
        await keeping;
        building = Task.Factory.StartNew(
            () => (Snapshot.Build(listings.ReadAll(), vocabulary, position), BuiltAnewAfter), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // Of a feed without lines nothing can be recognised.
        if (position > 0)
        {
            keeping = building.ContinueWith(
                built => store.Keep(built.Result.Snapshot, recognised), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>What tells the feed up to a position from every other: its last lines.</summary>
    private static async Task<byte[]> MarkAsync(FinderDbContext db, long position, CancellationToken cancel)
    {
        var lines = await db.FeedUpTo(position).OrderByDescending(l => l.Position).Take(LinesOfAMark).ToListAsync(cancel);
        return SHA256.HashData(MemoryMarshal.AsBytes(lines.SelectMany(l => new[] { l.Position, l.ListingId, l.At.Ticks }).Append(position).ToArray().AsSpan()));
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
                var before = snapshot.Cards.Of(id);
                changed.UnionWith(new[] { before?.Slug, listing?.Card.Slug }.OfType<string>());
                if (before is not null && HasTakenBack(before, listing?.Card))
                {
                    store.Erase();
                    builtAnewFrom = Earlier(builtAnewFrom, time.GetUtcNow() + KeptAnewAfter);
                }
            }

            snapshot = snapshot.With(news, lines[^1].Position);
        }
    }

    /// <summary>Whether something that was public is not to be known any more: a listing, or where somebody is.</summary>
    private static bool HasTakenBack(CardFacts before, CardFacts? now) => now is null || before.Places.Any(p => !now.Places.Contains(p));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

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
