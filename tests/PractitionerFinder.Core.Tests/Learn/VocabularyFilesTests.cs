using PractitionerFinder.Core.Learn;
using YamlDotNet.RepresentationModel;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed class VocabularyFilesTests : IDisposable
{
    private const string Page = """
        ---
        title: Slow touch
        slug: slow-touch
        family: massage
        summary: "Slow."
        evidence:
          strokes: 1
          finding: unclear
        titleRule: none
        ---
        """;

    private readonly string scratch = Directory.CreateTempSubdirectory("vocabulary-").FullName;

    private static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public void Every_technique_equals_its_row_of_the_table()
    {
        var rows = Rows();
        var vocabulary = VocabularyFiles.Load(SeedData);

        Assert.Equal(17, rows.Count);
        Assert.Equal(rows.Select(r => r["slug"]).Order(StringComparer.Ordinal), vocabulary.Techniques.Select(t => t.Slug));
        foreach (var row in rows)
        {
            var technique = vocabulary.Technique(row["slug"])!;
            Assert.Equal(row["name"], technique.Name);
            Assert.Equal(List(row["aliases"]), technique.Aliases);
            Assert.Equal(row["family"], technique.Family);
            Assert.Equal(row["one_line"], technique.OneLine);
            Assert.Equal(row["strokes"], $"{technique.Evidence.Strokes}");
            Assert.Equal(row["finding"], technique.Evidence.Finding);
            Assert.Equal(row["title_rule"].Replace(" ", ""), $"{technique.TitleRule}", ignoreCase: true);
            Assert.Equal(List(row["title_words"]), technique.TitleWords);
            Assert.Equal(List(row["sources"]), technique.Sources);
        }
    }

    [Fact]
    public void What_only_staff_read_equals_the_table_too()
    {
        foreach (var row in Rows())
        {
            var lines = File.ReadAllLines(Path.Combine(SeedData, "techniques", $"{row["slug"]}.md"));
            var yaml = new YamlStream();
            yaml.Load(new StringReader(string.Join('\n', lines[1..Array.IndexOf(lines, "---", 1)])));
            var front = Assert.IsType<YamlMappingNode>(yaml.Documents[0].RootNode);

            Assert.Equal(row["title_note"], front["titleNote"].ToString());
            Assert.Equal(row["section"], front["section"].ToString());
        }
    }

    [Fact]
    public void Every_citation_is_a_reference()
    {
        var keys = File.ReadLines(Path.Combine(SeedData, "tables", "references.tsv")).Select(l => l.Split('\t')[0]).ToHashSet();

        Assert.All(VocabularyFiles.Load(SeedData).Techniques, t => Assert.Subset(keys, t.Sources.ToHashSet()));
    }

    [Theory]
    [InlineData("---", "...", "slow-touch.md:1:")]
    [InlineData("title: Slow touch", "title: [", "slow-touch.md:")]
    [InlineData("title: Slow touch\n", "", "slow-touch.md:9: 'title' is missing")]
    [InlineData("slug: slow-touch", "slug: quick-touch", "slow-touch.md:3: the slug 'quick-touch'")]
    [InlineData("family: massage", "family:", "slow-touch.md:4: 'family'")]
    [InlineData("strokes: 1", "strokes: 5", "slow-touch.md:7: 'evidence: strokes'")]
    [InlineData("strokes: 1", "strokes: many", "slow-touch.md:7:")]
    [InlineData("  finding: unclear\n", "", "slow-touch.md:9: 'evidence: finding'")]
    [InlineData("titleRule: none", "titleRule: sometimes", "slow-touch.md:9: 'titleRule'")]
    public void A_malformed_page_is_refused_with_its_file_and_line(string text, string with, string message)
    {
        Write(Page.Replace(text, with, StringComparison.Ordinal));

        var refusal = Assert.Throws<InvalidDataException>(() => VocabularyFiles.Load(scratch));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_page_is_refused()
    {
        Write("");

        var refusal = Assert.Throws<InvalidDataException>(() => VocabularyFiles.Load(scratch));

        Assert.StartsWith("slow-touch.md:1:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_areas_with_a_cell_too_few_is_refused_with_its_line()
    {
        Write(Page, "slug\tname\tparent\tside\tview\tfelt_in\tred_flags\tplain_words\nneck\tNeck\n");

        var refusal = Assert.Throws<InvalidDataException>(() => VocabularyFiles.Load(scratch));

        Assert.StartsWith("areas.tsv:2:", refusal.Message, StringComparison.Ordinal);
    }

    private void Write(string page, string areas = "slug\tname\tparent\tside\tview\tfelt_in\tred_flags\tplain_words\n")
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(scratch, "techniques")).FullName, "slow-touch.md"), page);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(scratch, "tables")).FullName, "areas.tsv"), areas);
    }

    private static string[] List(string cell) => cell.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static List<Dictionary<string, string>> Rows()
    {
        var lines = File.ReadAllLines(Path.Combine(SeedData, "tables", "techniques.tsv"));
        var header = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(l => header.Zip(l.Split('\t')).ToDictionary(p => p.First, p => p.Second))];
    }
}
