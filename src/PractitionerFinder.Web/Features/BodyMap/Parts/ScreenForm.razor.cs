using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;

namespace PractitionerFinder.Web.Features.BodyMap.Parts;

/// <summary>The questions, and the card where one stopped: of what comes after that one nothing is there.</summary>
public sealed partial class ScreenForm
{
    public const string Name = "check";

    /// <summary>Id of what was found out; the page comes back to it.</summary>
    public const string Result = "answer";

    [Parameter, EditorRequired]
    public RedFlagScreen Screen { get; set; } = default!;

    /// <summary>What was answered, by group.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, bool> Answers { get; set; } = default!;

    /// <summary>What the answers mean; null while there are none.</summary>
    [Parameter, EditorRequired]
    public ScreenOutcome? Outcome { get; set; }

    /// <summary>Whom to call where the reader is; null where that is not known.</summary>
    [Parameter, EditorRequired]
    public EmergencyNumber? Here { get; set; }

    /// <summary>Where the page is.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback OnCheck { get; set; }

    private IReadOnlyList<ScreenQuestion> Shown => Outcome is ScreenOutcome.Stopped stopped
        ? [.. Screen.Questions.TakeWhile(q => q != stopped.At), stopped.At]
        : Screen.Questions;

    private IReadOnlyList<ScreenQuestion> Missing => Outcome is ScreenOutcome.Unfinished unfinished ? unfinished.Missing : [];

    private int NumberOf(ScreenQuestion question) => Screen.Questions.TakeWhile(q => q != question).Count() + 1;

    private bool IsAnswered(ScreenQuestion question, bool answer) => Answers.TryGetValue(question.Group, out var given) && given == answer;
}
