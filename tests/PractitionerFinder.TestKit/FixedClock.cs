namespace PractitionerFinder.TestKit;

/// <summary>A clock that shows what it was set to until it is moved. Timers keep real time, so an application that runs on it still ticks.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
