using System.Collections.Concurrent;

namespace PractitionerFinder.Core.Finder;

/// <summary>Lets one thread read while another works.</summary>
internal static class ReadAhead
{
    private const int ItemsAtATime = 500;
    private const int MostAhead = 16;

    /// <summary>The same items in the same order, read on a thread of their own some thousands ahead of whoever takes them.</summary>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> items)
    {
        using var ended = new CancellationTokenSource();
        using var read = new BlockingCollection<T[]>(MostAhead);
        var reading = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var some in items.Chunk(ItemsAtATime))
                    {
                        read.Add(some, ended.Token);
                    }
                }
                finally
                {
                    read.CompleteAdding();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            foreach (var item in read.GetConsumingEnumerable().SelectMany(some => some))
            {
                yield return item;
            }

            // What ended the reading ends the taking.
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            ended.Cancel();
            reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        }
    }
}
