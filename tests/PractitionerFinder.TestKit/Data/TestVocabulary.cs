using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.TestKit.Data;

/// <summary>A few words with every rule: a free technique, one with a title, one that is a mark; areas of two levels.</summary>
public static class TestVocabulary
{
    public const string Free = "kneading";
    public const string AlsoFree = "pressing";
    public const string Titled = "rolling";
    public const string Mark = "marked-method";

    public static Vocabulary Instance { get; } = new(
        [
            Make(Free, "Kneading"),
            Make(AlsoFree, "Pressing"),
            Make(Titled, "Rolling", TitleRule.TrainingEvidence, "Certified Roller"),
            Make(Mark, "Marked Method", TitleRule.Trademark),
        ],
        [
            new BodyArea("neck", "Neck", null, [], []),
            new BodyArea("neck-side", "Side of the neck", "neck", [], []),
            new BodyArea("neck-back", "Back of the neck", "neck", [], []),
            new BodyArea("knee", "Knee", null, [], []),
        ]);

    private static Technique Make(string slug, string name, TitleRule rule = TitleRule.None, params string[] titles) => new()
    {
        Slug = slug,
        Name = name,
        Family = "tests",
        OneLine = $"{name} for tests.",
        Evidence = new Evidence(0, "no trials found"),
        TitleRule = rule,
        TitleWords = titles,
    };
}
