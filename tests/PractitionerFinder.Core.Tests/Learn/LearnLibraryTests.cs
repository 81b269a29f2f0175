using System.Net;
using System.Text.RegularExpressions;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed partial class LearnLibraryTests
{
    // The grade of somebody of about 14 (Kincaid and others, Derivation of new readability formulas, 1975).
    private const double HighestGrade = 9;

    private static readonly Vocabulary Vocabulary = VocabularyFiles.Load(SeedData);

    private static readonly LearnLibrary Library = LearnLibrary.Load(SeedData, Vocabulary);

    /// <summary>What the evidence base says must not be claimed, as it would be written; other people's claims stand in quotation marks.</summary>
    private static readonly string[] MustNotClaim =
    [
        "breaks down", "break down", "breaking down", "melt", "un-stick", "unstick", "permanent", "guarantee", "detox", "toxin", "cure", "fix ",
        "2,000 pounds", "piezoelectric", "interleukin", "fat cells", "proven to", "clinically proven", "treats ", "heals ", "risk-free", "safe for everyone",
        "stop your medicine", "removes adhesions", "adhesions", "85%",
    ];

    private static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    [Fact]
    public void Every_technique_has_a_page_and_nothing_is_wrong_with_any()
    {
        Assert.Empty(Library.Problems);
        Assert.Equal(Vocabulary.Techniques.Select(t => t.Slug), Library.Pages.Keys);
    }

    [Fact]
    public void No_page_claims_what_must_not_be_claimed()
    {
        foreach (var page in Library.Pages.Values)
        {
            foreach (var section in page.Sections)
            {
                var own = Quoted().Replace(Plain(section.Html), "");
                Assert.All(MustNotClaim, claim => Assert.False(
                    own.Contains(claim, StringComparison.OrdinalIgnoreCase), $"{page.Slug}, {section.Heading}: “{claim}”"));
            }
        }
    }

    [Fact]
    public void Every_page_can_be_read_at_fourteen()
    {
        foreach (var page in Library.Pages.Values)
        {
            var text = string.Join('\n', page.Sections.Select(s => Plain(s.Html)));
            var grade = GradeOf(text);
            Assert.True(grade <= HighestGrade, $"{page.Slug} has grade {grade:0.0}.");
        }
    }

    [Fact]
    public void Every_link_to_a_source_has_its_source_and_every_source_a_link_back()
    {
        foreach (var page in Library.Pages.Values)
        {
            var html = string.Concat(page.Sections.Select(s => s.Html));
            var cited = Link().Matches(html).Select(m => int.Parse(m.Groups[1].ValueSpan)).ToHashSet();
            Assert.Equal(Enumerable.Range(1, page.Sources.Count), cited.Order());
            Assert.All(cited, n => Assert.Single(Regex.Matches(html, $"id=\"cite-{n}\"")));
            Assert.DoesNotContain("{ours}", html, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Sources, s => s.Key.StartsWith("ctr-spam", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("mfr", "myofascial-release")]
    [InlineData("MFR", "myofascial-release")]
    [InlineData("cross-fiber-release", "cross-fibre-release")]
    [InlineData("orthobionomy", "ortho-bionomy")]
    [InlineData("rolfing", "structural-integration")]
    [InlineData("cupping", null)]
    [InlineData("nothing", null)]
    public void Another_name_leads_to_the_page(string alias, string? slug) => Assert.Equal(slug, Library.SlugOfAlias(alias));

    [Theory]
    [InlineData("It helps.", "bamboo-massage.md:9: a line ends in the key of its source, in square brackets.")]
    [InlineData("It helps. [nobody2020]", "bamboo-massage.md:9: there is no source 'nobody2020'.")]
    [InlineData("See [cupping](/techniques/cups). [our-search]", "bamboo-massage.md:9: there is no page at '/techniques/cups'.")]
    [InlineData("# Large", "bamboo-massage.md:9: a heading has two # and a space.")]
    [InlineData("{{nothing}}", "bamboo-massage.md:9: there is no part 'nothing.md'.")]
    public void A_broken_page_is_left_out_and_named_with_its_line(string line, string problem)
    {
        using var folder = new SeedCopy();
        folder.Write("bamboo-massage", $"checked: 2026-11-26\nreviewBy: 2027-05-26\n---\n\n## What it is\n{line}\n");

        var library = LearnLibrary.Load(folder.Path, Vocabulary);

        Assert.DoesNotContain("bamboo-massage", library.Pages.Keys);
        Assert.Equal(Vocabulary.Techniques.Count - 1, library.Pages.Count);
        Assert.Contains(problem, Assert.Single(library.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_that_are_none_are_named_with_their_line()
    {
        using var folder = new SeedCopy();
        folder.Write("bamboo-massage", "checked: soon\nreviewBy: 2027-13-01\n---\n");

        var problem = Assert.Single(LearnLibrary.Load(folder.Path, Vocabulary).Problems);

        Assert.Contains("bamboo-massage.md:4: 'checked' is a day", problem, StringComparison.Ordinal);
        Assert.Contains("bamboo-massage.md:5: 'reviewBy' is a day", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOI 10.1002/14651858.CD003528.pub2; PMID 25380079", "https://doi.org/10.1002/14651858.CD003528.pub2")]
    [InlineData("PMID 25380079", "https://pubmed.ncbi.nlm.nih.gov/25380079/")]
    [InlineData("http://esdocs.com/doc/458155 ; https://www.theiasi.org/letter-0204.php", "https://www.theiasi.org/letter-0204.php")]
    [InlineData("https://www.scribd.com/document/358512771/facia", null)]
    [InlineData("stored file id 12", null)]
    public void A_source_is_linked_at_its_own_place_and_never_at_a_copy(string identifier, string? address) =>
        Assert.Equal(address, new Reference("k", "T", "A", "2020", "V", identifier, "").Address?.AbsoluteUri);

    [Theory]
    [InlineData("Loew LM, Brosseau L", "2014", "Loew and others, 2014")]
    [InlineData("Ryan C", "n.d. in copy", "Ryan")]
    [InlineData("authors not shown in stored copy", "2022", "J Hand Ther, 2022")]
    [InlineData("Cancer Research UK", "", "Cancer Research UK")]
    public void A_link_names_its_source(string authors, string year, string name) =>
        Assert.Equal(name, new Reference("k", "T", authors, year, "J Hand Ther", "", "").ShortName);

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(Cite().Replace(html, "").Replace("</li>", "\n", StringComparison.Ordinal), ""));

    private static double GradeOf(string text)
    {
        var sentences = Math.Max(1, Sentence().Count(text));
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    // Groups of vowels, without a silent e at the end.
    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        return Math.Max(1, word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) && groups > 1 ? groups - 1 : groups);
    }

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex("""<sup class="cite">.*?</sup>""")]
    private static partial Regex Cite();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("""href="#ref-(\d+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"[.?!:](\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    /// <summary>A copy of the pages and tables that a test may spoil.</summary>
    private sealed class SeedCopy : IDisposable
    {
        public SeedCopy()
        {
            foreach (var name in new[] { "techniques", "tables", "parts" })
            {
                Directory.CreateDirectory(System.IO.Path.Combine(Path, name));
                foreach (var file in Directory.GetFiles(System.IO.Path.Combine(SeedData, name)))
                {
                    File.Copy(file, System.IO.Path.Combine(Path, name, System.IO.Path.GetFileName(file)));
                }
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("practitioner-finder-learn-").FullName;

        public void Write(string slug, string rest) =>
            File.WriteAllText(System.IO.Path.Combine(Path, "techniques", slug + ".md"), $"---\ntitle: Test\nslug: {slug}\n{rest}");

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
