using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Features.BodyMap.Parts;

/// <summary>What to do with a sign that needs more than a practitioner.</summary>
public sealed partial class CareCard
{
    /// <summary>The question that was answered yes.</summary>
    [Parameter, EditorRequired]
    public ScreenQuestion Question { get; set; } = default!;

    /// <summary>Whom to call where the reader is; null where that is not known.</summary>
    [Parameter, EditorRequired]
    public EmergencyNumber? Here { get; set; }

    /// <summary>Unique on the page; the card can be gone to by it.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    private string TitleId => $"{Id}-title";

    private bool IsEmergency => Question.Urgency == Urgency.Emergency;

    private bool IsStop => Question.Stage == RedFlagStage.Stop;

    private bool IsBritish => Here?.Country == CareWords.UnitedKingdom;

    // The table asks for advice by telephone in the words of the United Kingdom.
    private bool AsksForAdvice => Question.Flags.Any(f => f.Action.Contains("NHS 111", StringComparison.Ordinal));

    /// <summary>What to do, each with the signs it is for.</summary>
    private IReadOnlyList<(string Words, string Symptoms)> Actions =>
    [
        .. Question.Flags.GroupBy(f => CareWords.Of(f.Action, Here)).Select(g => (g.Key, string.Join("; ", g.Select(f => f.Symptom)) + ".")),
    ];

    // The plainest of several: those that add something stand in the list under it.
    private string Heading => Actions.MinBy(a => a.Words.Length).Words;

    private string Means
    {
        get
        {
            var reasons = Question.Flags.Select(f => f.Why).Distinct().Select(why => $"{char.ToLowerInvariant(why[0])}{why[1..]}").ToList();
            return $"Why it matters: {string.Join("; ", reasons)}.";
        }
    }

    private IReadOnlyList<Reference> Sources => [.. Question.Flags.SelectMany(f => f.Sources).Where(s => !s.IsWithheld).DistinctBy(s => s.Key)];

    private bool HasUnsourced => Question.Flags.Any(f => f.Sources.Count == 0);
}
