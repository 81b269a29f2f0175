namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Techniques that proof is held for until one instant, and the number of what is proven besides.</summary>
/// <param name="Techniques">The techniques.</param>
/// <param name="Until">The instant from which it no longer holds, in ticks, UTC.</param>
/// <param name="Others">The number of a further one; 0 when there is none.</param>
internal readonly record struct Proof(Bits128 Techniques, long Until, int Others);

/// <summary>
/// What is proven, in 32 bits: for nearly everybody one set of techniques until one whole hour, as the number of the set (12 bits) above hours since
/// 2000 (19 bits). Sets are few, so that looking one up stays in the cache. Whatever does not fit is the number of a <see cref="Proof"/>.
/// </summary>
internal static class ProofCode
{
    public const uint IsNumber = 1u << 31;
    public const int SetShift = 19;
    public const uint HoursMask = (1u << SetShift) - 1;
    public const int MostSets = 1 << (31 - SetShift);

    /// <summary>The hours of an instant, rounded down, when they fit.</summary>
    public static uint Hours(long ticks) => (uint)Math.Clamp((ticks - WayTable.Epoch.Ticks) / TimeSpan.TicksPerHour, 0, HoursMask);

    /// <summary>Whether an instant is a whole hour that fits.</summary>
    public static bool Fits(DateTime until) => until.Ticks % TimeSpan.TicksPerHour == 0 && until > WayTable.Epoch && Hours(until.Ticks) < HoursMask;
}
