using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed class LearnSearchTests
{
    private static readonly LearnSearch Search = new(
    [
        Page("back", "Low back pain", "Pain between ribs and hips.", "Exercise helps most people. Massage may give short relief."),
        Page("heel", "Heel pain", "Pain under the heel.", "The first steps of the day hurt. Exercise was not tried. " + string.Join(' ', Enumerable.Repeat("Words that only fill the line.", 12)) + " A roller under the sole is sometimes tried. " + string.Join(' ', Enumerable.Repeat("More of them.", 12))),
        Page("massage", "Deep tissue massage", "Slow and firm massage.", "Firm strokes. Massage of the back.", "sports massage", "sport masage"),
    ]);

    [Theory]
    [InlineData("massage", "massage back")]
    [InlineData("MASSAGE?", "massage back")]
    [InlineData("exerc", "back heel")]
    [InlineData("exercises", "back heel")]
    [InlineData("exercize", "back heel")]
    [InlineData("masage", "massage back")]
    [InlineData("sports", "massage")]
    [InlineData("what is the pain of my heel", "heel")]
    [InlineData("back massage", "massage back")]
    [InlineData("zymurgy", "")]
    [InlineData("", "")]
    [InlineData("!?", "")]
    public void Pages_are_found_by_their_words_the_best_first(string query, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', Search.Find(query).Hits.Select(h => h.Page.Slug)));

    [Fact]
    public void Where_no_page_has_all_words_those_with_most_of_them_are_shown()
    {
        var found = Search.Find("heel massage zymurgy");

        Assert.False(found.HasAll);
        Assert.Equal(["massage", "heel", "back"], found.Hits.Select(h => h.Page.Slug));
        Assert.True(Search.Find("heel pain").HasAll);
    }

    [Fact]
    public void A_misspelling_is_looked_for_only_where_the_word_itself_is_not_to_be_found() =>
        Assert.Equal(["heel"], Search.Find("steps").Hits.Select(h => h.Page.Slug));

    [Fact]
    public void What_was_found_is_marked_in_title_and_excerpt()
    {
        var hit = Search.Find("masage").Hits[0];

        Assert.Equal([new TextRun("Deep tissue ", false), new TextRun("massage", true)], hit.Title);
        Assert.Equal(["massage"], hit.Excerpt.Where(r => r.IsMatch).Select(r => r.Text));
    }

    [Fact]
    public void An_excerpt_is_short_and_holds_the_word()
    {
        var hit = Search.Find("roller").Hits[0];
        var text = string.Concat(hit.Excerpt.Select(r => r.Text));

        Assert.InRange(text.Length, 60, 240);
        Assert.StartsWith("… ", text, StringComparison.Ordinal);
        Assert.EndsWith(" …", text, StringComparison.Ordinal);
        Assert.Contains(hit.Excerpt, r => r is { Text: "roller", IsMatch: true });
        Assert.Equal("In full", hit.Section?.Heading);
    }

    [Fact]
    public void A_text_of_any_length_is_answered() => Assert.Empty(Search.Find(new string('x', 100_000)).Hits);

    private static LearnPage Page(string slug, string title, string summary, string text, params string[] aliases) => new()
    {
        Kind = LearnKind.Condition,
        Slug = slug,
        Title = title,
        Aliases = aliases,
        Summary = summary,
        Needs = [],
        Areas = [],
        Techniques = [],
        Sections = [new LearnSection("In full", "in-full", [new LearnBlock("", text, null)])],
        Sources = [],
        Related = [],
        CheckedOn = new DateOnly(2026, 11, 26),
        ReviewBy = new DateOnly(2027, 5, 26),
    };
}
