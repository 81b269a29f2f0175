using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;
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
        "breaks down", "break down", "breaking down", "broken down", "melt", "un-stick", "unstick", "permanent", "guarantee", "detox", "toxin", "cure",
        "fix ", "fixes", "fixed for good", "2,000 pounds", "piezoelectric", "interleukin", "fat cells", "proven to", "clinically proven", "treats ", "heals ",
        "risk-free", "safe for everyone", "stop your medicine", "removes adhesions", "adhesions", "85%", "85 in 100 people get", "ancient technique",
        "miracle", "works for chronic pain",
    ];

    private static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    private static IEnumerable<string> Files => Enum.GetValues<LearnKind>().Select(LearnPage.FolderOf).Append("parts").SelectMany(f => Directory.GetFiles(Path.Combine(SeedData, f), "*.md"));

    [Fact]
    public void Every_file_is_a_page_and_nothing_is_wrong_with_any()
    {
        Assert.Empty(Library.Problems);
        Assert.Equal(Files.Count(f => Path.GetFileName(Path.GetDirectoryName(f)) != "parts"), Library.Pages.Count);
        Assert.Equal(Vocabulary.Techniques.Select(t => t.Slug).Order(), Library.OfKind(LearnKind.Technique).Select(p => p.Slug).Order());
    }

    [Theory]
    [InlineData("/conditions/myofascial-pain-syndrome")]
    [InlineData("/techniques/myofascial-release")]
    [InlineData("/techniques/cross-fibre-release")]
    [InlineData("/techniques/contractual-tendon-release")]
    [InlineData("/techniques/bamboo-massage")]
    [InlineData("/techniques/ortho-bionomy")]
    [InlineData("/articles/myofascial-release-for-chronic-pain")]
    public void Every_page_that_the_site_was_begun_for_is_there(string address) => Assert.NotNull(Library.At(address));

    [Fact]
    public void No_page_claims_what_must_not_be_claimed()
    {
        // A technique's summary is a cell of the tables.
        var claims = from file in Files
                     from line in File.ReadLines(file).Index()
                     where !line.Item.StartsWith("summary:", StringComparison.Ordinal) || !file.Contains("techniques", StringComparison.Ordinal)
                     let own = Quoted().Replace(line.Item, "")
                     from claim in MustNotClaim
                     where own.Contains(claim, StringComparison.OrdinalIgnoreCase)
                     select $"{Path.GetFileName(file)}:{line.Index + 1}: “{claim}”";

        Assert.Empty(claims);
    }

    [Fact]
    public void Every_page_can_be_read_at_fourteen()
    {
        foreach (var page in Library.Pages)
        {
            var grade = GradeOf(string.Join('\n', page.Sections.Select(s => s.Text)));
            Assert.True(grade <= HighestGrade, $"{page.Address} has grade {grade:0.0}.");
        }
    }

    [Fact]
    public void Every_link_to_a_source_has_its_source_and_every_source_a_link_back()
    {
        foreach (var page in Library.Pages)
        {
            var html = string.Concat(page.Sections.SelectMany(s => s.Blocks).Select(b => b.Html));
            var cited = Link().Matches(html).Select(m => (Page: m.Groups[1].Value, Number: int.Parse(m.Groups[2].ValueSpan))).ToHashSet();
            Assert.All(cited, c => Assert.Equal(page.Address, c.Page));
            Assert.Equal(Enumerable.Range(1, page.Sources.Count), cited.Select(c => c.Number).Order());
            Assert.All(cited, c => Assert.Single(Regex.Matches(html, $"id=\"cite-{c.Number}\"")));
            Assert.DoesNotContain("{ours}", html, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Sources, s => s.IsWithheld);
        }
    }

    [Fact]
    public void No_two_pages_have_the_same_title_or_summary()
    {
        Assert.Equal(Library.Pages.Count, Library.Pages.Select(p => p.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Library.Pages.Count, Library.Pages.Select(p => p.Summary).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_name_that_people_type_leads_to_one_page_of_a_kind()
    {
        foreach (var kind in Enum.GetValues<LearnKind>())
        {
            var names = Library.OfKind(kind).SelectMany(p => p.Aliases.Select(a => string.Join('-', PlainWords.Of(a))).Append(p.Slug).Distinct()).ToList();
            Assert.Equal(names.Distinct().Count(), names.Count);
        }
    }

    [Fact]
    public void Each_need_and_each_topic_has_a_page()
    {
        Assert.All(Enum.GetValues<LearnNeed>(), need => Assert.Contains(Library.Pages, p => p.Needs.Contains(need)));
        Assert.All(Enum.GetValues<LearnTopic>(), topic => Assert.Contains(Library.Pages, p => p.Topic == topic));
    }

    [Fact]
    public void A_muscle_without_a_source_is_not_shown_and_the_table_is_no_diagnosis()
    {
        var page = Library.At("/conditions/shoulder-pain")!;
        var table = page.Sections.SelectMany(s => s.Blocks).Single(b => b.Insert == "muscles").Html;

        Assert.Contains("They are not a diagnosis", table, StringComparison.Ordinal);
        Assert.Contains("Infraspinatus", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Pectoralis minor", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signs_of_the_place_come_before_those_of_any_place()
    {
        var signs = Library.SignsOf(["buttock"], [], Vocabulary).Where(f => f.Urgency == Urgency.Emergency).Select(f => f.Area).ToList();

        Assert.Equal("low-back", signs[0]);
        Assert.Equal(RedFlag.Anywhere, signs[^1]);
        Assert.DoesNotContain("knee", signs);
    }

    [Theory]
    [InlineData("mfr", "myofascial-release")]
    [InlineData("MFR", "myofascial-release")]
    [InlineData("cross-fiber-release", "cross-fibre-release")]
    [InlineData("orthobionomy", "ortho-bionomy")]
    [InlineData("rolfing", "structural-integration")]
    [InlineData("Cupping", "cupping")]
    [InlineData("nothing", null)]
    public void Another_name_leads_to_the_page(string alias, string? slug) => Assert.Equal(slug, Library.Renamed(LearnKind.Technique, alias)?.Slug);

    [Theory]
    [InlineData("It helps.", "bamboo-massage.md:14: a line ends in the key of its source, in square brackets.")]
    [InlineData("- It helps.", "bamboo-massage.md:14: a line ends in the key of its source, in square brackets.")]
    [InlineData("It helps. [nobody2020]", "bamboo-massage.md:14: there is no source 'nobody2020'.")]
    [InlineData("It is surgery. [ctr-spam-surgery]", "bamboo-massage.md:14: there is no source 'ctr-spam-surgery'.")]
    [InlineData("See [cupping](/techniques/cups). [our-search]", "bamboo-massage.md:14: there is no page at '/techniques/cups'.")]
    [InlineData("See [them](https://example.org/). [our-search]", "bamboo-massage.md:14: there is no page at 'https://example.org/'.")]
    [InlineData("# Large", "bamboo-massage.md:14: a heading has two or three # and a space.")]
    [InlineData("{{nothing}}", "bamboo-massage.md:14: there is no part 'nothing.md'.")]
    [InlineData("## What it is", "bamboo-massage.md:12: the heading 'what-it-is' stands twice.")]
    [InlineData("## More", "bamboo-massage.md:12: the headings are not What it is,")]
    public void A_broken_page_is_left_out_and_named_with_its_line(string line, string problem)
    {
        using var folder = new SeedCopy();
        folder.Write("techniques/bamboo-massage.md", Front("bamboo-massage") + $"\n## What it is\n{line}\n");

        var library = LearnLibrary.Load(folder.Path, Vocabulary);

        Assert.Null(library.At("/techniques/bamboo-massage"));
        Assert.Equal(Library.Pages.Count - 1, library.Pages.Count);
        Assert.Contains(problem, Assert.Single(library.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| a | b |\n| --- | --- |\n| c | d |", "some-pain.md:17: a line ends in the key of its source")]
    [InlineData("## When to see a doctor", "some-pain.md:12: nothing says when to see a doctor: {{care}} is missing.")]
    public void A_condition_is_held_to_its_own_rules_too(string text, string problem)
    {
        using var folder = new SeedCopy();
        folder.Write("conditions/some-pain.md", Front("some-pain", "topic: conditions") + $"\n## In short\nIt hurts. [mayo-mps]\n{text}\n");

        Assert.Contains(problem, Assert.Single(LearnLibrary.Load(folder.Path, Vocabulary).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topic: nothing", "some-pain.md:10: 'nothing' is no value of 'topic'.")]
    [InlineData("topic: conditions\nneeds: [money]", "some-pain.md:11: 'money' is no value of 'needs'.")]
    [InlineData("topic: conditions\nareas: [tail]", "some-pain.md:11: 'tail' is none of the areas.")]
    [InlineData("topic: conditions\nrelated: [/conditions/nothing]", "some-pain.md:11: there is no page at '/conditions/nothing'.")]
    public void Front_matter_that_leads_nowhere_is_named_with_its_line(string lines, string problem)
    {
        using var folder = new SeedCopy();
        folder.Write("conditions/some-pain.md", Front("some-pain", lines) + "\n## In short\nIt hurts. [mayo-mps]\n\n{{care}}\n");

        Assert.Equal(problem, Assert.Single(LearnLibrary.Load(folder.Path, Vocabulary).Problems));
    }

    [Fact]
    public void A_key_that_is_a_hard_word_too_is_still_a_source()
    {
        using var folder = new SeedCopy();
        folder.Write("tables/glossary.tsv", "slug\tterm\tforms\tdefinition\tsources\tpage\nregister\tRegister\tcnhc; register\tA list of people.\tcnhc\t\n");
        folder.Write("conditions/some-pain.md", Front("some-pain", "topic: conditions") + "\n## In short\nAsk the register. [cnhc]\n\n{{care}}\n");

        var library = LearnLibrary.Load(folder.Path, Vocabulary);
        var html = library.At("/conditions/some-pain")!.Sections[0].Blocks[0].Html;

        Assert.Contains("/glossary#register", html, StringComparison.Ordinal);
        Assert.Contains("#ref-1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_that_are_none_are_named_with_their_line()
    {
        using var folder = new SeedCopy();
        folder.Write("techniques/bamboo-massage.md", Front("bamboo-massage").Replace("2026-11-26", "soon", StringComparison.Ordinal).Replace("2027-05-26", "2027-13-01", StringComparison.Ordinal));

        var problem = Assert.Single(LearnLibrary.Load(folder.Path, Vocabulary).Problems);

        Assert.Contains("bamboo-massage.md:8: 'checked' is a day", problem, StringComparison.Ordinal);
        Assert.Contains("bamboo-massage.md:9: 'reviewBy' is a day", problem, StringComparison.Ordinal);
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

    private static string Front(string slug, string more = "family: tests") =>
        $"---\ntitle: Test\nslug: {slug}\nsummary: \"For a test.\"\nevidence:\n  strokes: 0\n  finding: \"no trials found\"\nchecked: 2026-11-26\nreviewBy: 2027-05-26\n{more}\n---\n";

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

    [GeneratedRegex("""href="([^#"]+)#ref-(\d+)""")]
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
            foreach (var name in Enum.GetValues<LearnKind>().Select(LearnPage.FolderOf).Concat(["tables", "parts"]))
            {
                Directory.CreateDirectory(System.IO.Path.Combine(Path, name));
                foreach (var file in Directory.GetFiles(System.IO.Path.Combine(SeedData, name)))
                {
                    File.Copy(file, System.IO.Path.Combine(Path, name, System.IO.Path.GetFileName(file)));
                }
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("practitioner-finder-learn-").FullName;

        public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
