namespace PractitionerFinder.Core.Learn.Screening;

/// <summary>
/// The questions asked of a part of the body before anything else is shown of it, and what the answers mean (evidence base,
/// section 5.2). Answers are judged and forgotten: nothing here keeps them.
/// </summary>
public sealed class RedFlagScreen
{
    /// <summary>More is for nobody to answer.</summary>
    public const int MostQuestions = 8;

    private RedFlagScreen(IReadOnlyList<ScreenQuestion> questions) => Questions = questions;

    /// <summary>The most urgent first; of equal urgency those of the area before those of any.</summary>
    public IReadOnlyList<ScreenQuestion> Questions { get; }

    /// <summary>The screen of an area. A finer area asks what its wide area does.</summary>
    /// <param name="area">Any area.</param>
    /// <param name="flags">The table.</param>
    public static RedFlagScreen Of(BodyArea area, IReadOnlyList<RedFlag> flags)
    {
        var wide = area.Parent ?? area.Slug;
        var asked = flags.Where(f => f.Stage != RedFlagStage.Booking).ToList();
        var own = asked.Where(f => f.Area == wide).ToLookup(f => f.Group);
        var anywhere = asked.Where(f => f.Area == RedFlag.Anywhere).ToLookup(f => f.Group);
        var groups = own.Select(g => g.Key).Concat(anywhere.Select(g => g.Key)).Distinct();
        return new RedFlagScreen(
        [
            .. groups.Select(g => new ScreenQuestion(g, [.. own[g], .. anywhere[g]]))
                .OrderBy(q => q.Stage).ThenBy(q => q.Urgency).ThenBy(q => q.Flags[0].Area == wide ? 0 : 1),
        ]);
    }

    /// <summary>What a set of answers means. A yes that stops does so whatever else was answered or left out.</summary>
    /// <param name="answers">By group: true is yes; null is not answered.</param>
    public ScreenOutcome Judge(Func<string, bool?> answers)
    {
        if (Questions.FirstOrDefault(q => q.Stage == RedFlagStage.Stop && answers(q.Group) == true) is { } stop)
        {
            return new ScreenOutcome.Stopped(stop);
        }

        var missing = Questions.Where(q => answers(q.Group) is null).ToList();
        return missing.Count > 0
            ? new ScreenOutcome.Unfinished(missing)
            : new ScreenOutcome.Passed([.. Questions.Where(q => answers(q.Group) == true)]);
    }

    /// <summary>What is to be told or cleared up before a session of a technique. A known clot stops the way on and is told again here.</summary>
    /// <param name="flags">The table.</param>
    /// <param name="technique">Slug of the technique; null for what concerns every technique.</param>
    public static IReadOnlyList<RedFlag> Cautions(IReadOnlyList<RedFlag> flags, string? technique) =>
        [.. flags.Where(f => f.IsCaution && (f.Techniques.Count == 0 || f.Techniques.Contains(technique ?? "")))];
}
