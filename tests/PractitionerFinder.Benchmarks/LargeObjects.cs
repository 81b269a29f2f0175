using System.Diagnostics.Tracing;

namespace PractitionerFinder.Benchmarks;

/// <summary>Hears of memory that is taken from the heap of large objects: the runtime says so about every hundred kilobytes of them.</summary>
internal sealed class LargeObjects : EventListener
{
    private const EventKeywords GarbageCollection = (EventKeywords)1;
    private const uint Large = 1;

    private long bytes;

    /// <summary>Bytes so far.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>What they were for.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> Types { get; } = new();

    private void Enable(EventSource source)
    {
        if (source.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(source, EventLevel.Verbose, GarbageCollection);
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource) => Enable(eventSource);

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true && eventData.Payload is { Count: > 5 } payload && payload[1] is Large)
        {
            Interlocked.Add(ref bytes, (long)(ulong)payload[3]!);
            Types.AddOrUpdate((string)payload[5]!, 1, (_, times) => times + 1);
        }
    }
}
