using System.Text.RegularExpressions;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed class GlossaryTests
{
    private static readonly Glossary Glossary = new(
    [
        new GlossaryTerm("trigger-point", "Trigger point", ["trigger point", "trigger points"], "A sore spot & more.", [], null),
        new GlossaryTerm("active-point", "Active point", ["active trigger point"], "One that hurts.", [], null),
        new GlossaryTerm("fascia", "Fascia", ["fascia"], "Sheets of tissue.", [], null),
    ]);

    [Fact]
    public void A_word_is_explained_at_its_first_use_only()
    {
        var html = Glossary.Explain("<p>Fascia is here. More fascia.</p><p>And fascia.</p>", new HashSet<string>());

        Assert.Single(Regex.Matches(html, "href=\"/glossary#fascia\""));
        Assert.StartsWith("<p><span class=\"term\"><a href=\"/glossary#fascia\" aria-describedby=\"term-fascia\">Fascia</a>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"term-fascia\">Sheets of tissue.</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_explained_on_the_page_before_is_not_explained_again() =>
        Assert.Equal("<p>fascia</p>", Glossary.Explain("<p>fascia</p>", new HashSet<string> { "fascia" }));

    [Fact]
    public void The_longest_term_is_meant()
    {
        var html = Glossary.Explain("<p>An active trigger point.</p>", new HashSet<string>());

        Assert.Contains("#active-point", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#trigger-point", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>myofascia and fasciae</p>")]
    [InlineData("<p>fascia-like</p>")]
    [InlineData("<p><a href=\"/fascia\">fascia</a></p>")]
    [InlineData("<h3>fascia</h3>")]
    [InlineData("<table><tbody><tr><td>fascia</td></tr></tbody></table>")]
    public void Other_words_links_headings_and_tables_are_left_alone(string html) => Assert.Equal(html, Glossary.Explain(html, new HashSet<string>()));

    [Fact]
    public void After_a_link_words_are_explained_again() =>
        Assert.Contains("#fascia", Glossary.Explain("<p><a href=\"/x\">fascia</a> and fascia</p>", new HashSet<string>()), StringComparison.Ordinal);

    [Fact]
    public void A_definition_is_text() =>
        Assert.Contains("A sore spot &amp; more.", Glossary.Explain("<p>trigger points</p>", new HashSet<string>()), StringComparison.Ordinal);

    [Fact]
    public void A_form_of_two_terms_is_refused() => Assert.Throws<InvalidDataException>(() => new Glossary(
    [
        new GlossaryTerm("a", "A", ["band"], "One.", [], null), new GlossaryTerm("b", "B", ["Band"], "Two.", [], null),
    ]));
}
