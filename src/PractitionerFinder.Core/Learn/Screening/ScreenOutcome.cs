namespace PractitionerFinder.Core.Learn.Screening;

/// <summary>What the answers to a screen mean.</summary>
public abstract record ScreenOutcome
{
    private ScreenOutcome()
    {
    }

    /// <summary>Medical help comes first; there is no way on.</summary>
    /// <param name="At">The first question that stopped.</param>
    public sealed record Stopped(ScreenQuestion At) : ScreenOutcome;

    /// <summary>Not everything was answered.</summary>
    /// <param name="Missing">What is still to be answered.</param>
    public sealed record Unfinished(IReadOnlyList<ScreenQuestion> Missing) : ScreenOutcome;

    /// <summary>The way on is open.</summary>
    /// <param name="Cards">What somebody should look at all the same.</param>
    public sealed record Passed(IReadOnlyList<ScreenQuestion> Cards) : ScreenOutcome;
}
