using System.Collections.Concurrent;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// How many match online, by what is asked of them. No place narrows that down, so that searches from everywhere share it; and nearly every search
/// asks for it, as the count of a facet or as a step of the ladder. Any number of threads may use it.
/// </summary>
internal sealed class OnlineMatches
{
    // So many questions are remembered, about half a megabyte, before all are forgotten: most that are asked are asked again soon.
    private const int MostKept = 4_096;

    private readonly ConcurrentDictionary<Asked, int> counts = new();

    /// <summary>The number, when it is known.</summary>
    public int? Of(in Asked asked) => counts.TryGetValue(asked, out var count) ? count : null;

    public void Keep(in Asked asked, int count)
    {
        if (counts.Count >= MostKept)
        {
            counts.Clear();
        }

        counts[asked] = count;
    }

    /// <summary>All of a question that decides who matches online.</summary>
    /// <param name="Span">The span of time in which nobody's answer changes, see <see cref="OnlineBits.SpanOf"/>.</param>
    /// <param name="Wanted">The techniques.</param>
    /// <param name="MatchAll">Whether all of them.</param>
    /// <param name="Verified">Whether proof is wanted.</param>
    /// <param name="ShowDemo">Whether fictional listings are.</param>
    /// <param name="Area">The part of the body.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Accepting">Whether they take new people.</param>
    /// <param name="Gender">The gender.</param>
    /// <param name="Needs">What is needed.</param>
    public readonly record struct Asked(
        long Span, Bits128 Wanted, bool MatchAll, bool Verified, bool ShowDemo, int Area, int Language, Accepting? Accepting, Gender? Gender, Needs Needs);
}
