using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn.Parts;

/// <summary>The text of a section, with what the site draws into it.</summary>
public sealed partial class LearnText
{
    [Parameter, EditorRequired]
    public LearnPage Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public LearnSection Section { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;
}
