using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.TestKit;

/// <summary>A few words of each kind, for tests that start no application. An application has its own, read from its files.</summary>
public static class SmallVocabulary
{
    public static Vocabulary Instance { get; } = new(
        [
            Of("myofascial-release", "Myofascial release", TitleRule.None),
            Of("cupping", "Cupping", TitleRule.None),
            Of("structural-integration", "Structural integration", TitleRule.TrainingEvidence, "Rolfer"),
            Of("active-release-technique", "Active release technique", TitleRule.Trademark),
        ],
        [
            new BodyArea("back", "Back", null, []),
            new BodyArea("low-back", "Low back", "back", ["lumbar"]),
            new BodyArea("upper-back", "Upper back", "back", []),
            new BodyArea("neck", "Neck", null, []),
        ]);

    private static Technique Of(string slug, string name, TitleRule rule, params string[] titleWords) => new()
    {
        Slug = slug,
        Name = name,
        Family = "hands-on release",
        OneLine = $"{name}, in one sentence.",
        Finding = "no trials found",
        TitleRule = rule,
        TitleWords = titleWords,
    };
}
