using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Techniques with where they were learnt, and body areas.</summary>
public sealed partial class TechniquesSection
{
    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private IReadOnlyList<(string, string)> Areas => [.. Words.Areas.Select(a => (a.Slug, a.Name))];

    private static string? RuleOf(Technique technique) => technique.TitleRule switch
    {
        TitleRule.Trademark => "This name is a trademark. It shows on your page while we hold proof that you may use it.",
        TitleRule.Registration => "This name is protected by law. It shows on your page while we hold proof of your registration.",
        TitleRule.TrainingEvidence => "Say where you learnt it. Titles that go with it need proof.",
        _ => null,
    };

    private static string Optional(Technique technique) => technique.TitleRule == TitleRule.None ? " (optional)" : "";

    private Task SetAsync(string slug, bool isOn)
    {
        var techniques = Form.Techniques.Techniques;
        if (techniques.FirstOrDefault(t => t.Key == slug) is { } chosen)
        {
            if (!isOn)
            {
                techniques.Remove(chosen);
            }
        }
        else if (isOn)
        {
            techniques.Add(new TechniqueForm { Key = slug });
        }

        return Draft.FlushAsync();
    }
}
