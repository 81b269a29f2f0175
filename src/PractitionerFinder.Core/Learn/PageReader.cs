using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;

namespace PractitionerFinder.Core.Learn;

/// <summary>
/// Reads a page: front matter, then Markdown with the keys of its sources in square brackets. Every paragraph and every item
/// of a list is one line, and ends in at least one key, or in {ours} where it is about this site or is our own advice. A line
/// of {{name}} stands for something that the site draws, or for the file <c>parts/name.md</c>.
/// </summary>
internal sealed partial class PageReader
{
    // At the end of a line that says something of this site, or gives its own advice, and so has no source.
    private const string Ours = "{ours}";
    private const string Care = "care";
    private const string Muscles = "muscles";

    /// <summary>What the site can draw into a page.</summary>
    private static readonly HashSet<string> Drawn = [Care, Muscles, "techniques", "strokes", "figure fascia-layers", "figure referred-pain", "figure body-areas"];

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private readonly MarkdownFile file;
    private readonly LearnKind kind;
    private readonly PageFacts facts;
    private readonly List<string> wrong = [];
    private readonly List<Reference> sources = [];
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);
    private string address = "";

    private PageReader(MarkdownFile file, LearnKind kind, PageFacts facts)
    {
        this.file = file;
        this.kind = kind;
        this.facts = facts;
    }

    /// <exception cref="InvalidDataException">The page cannot be shown; the message names the file and each line that is wrong.</exception>
    public static LearnPage Read(string path, LearnKind kind, PageFacts facts) => new PageReader(MarkdownFile.Read(path), kind, facts).Read();

    private LearnPage Read()
    {
        var front = file.Front<PageFront>();
        address = LearnPage.AddressOf(kind, front.Slug);

        // What a page is about, it explains itself.
        explained.UnionWith(facts.Glossary.Terms.Where(t => t.Page == address).Select(t => t.Slug));
        var page = new LearnPage
        {
            Kind = kind,
            Slug = front.Slug,
            Title = file.Required(front.Title, "title"),
            Aliases = front.Aliases,
            Summary = file.Required(front.Summary, "summary"),
            Topic = kind == LearnKind.Technique ? null : OneOf<LearnTopic>(front.Topic, "topic"),
            Needs = [.. front.Needs.Select(need => OneOf<LearnNeed>(need, "needs"))],
            Areas = Known(front.Areas, "areas", facts.Vocabulary.Area),
            Techniques = kind == LearnKind.Technique ? [front.Slug] : Known(front.Techniques, "techniques", facts.Vocabulary.Technique),
            Evidence = kind is LearnKind.Technique or LearnKind.SelfCare ? EvidenceFront.Read(front.Evidence, file) : null,
            Related = front.Related,
            PublishedOn = kind == LearnKind.Article ? Date(front.Published, "published") : null,
            CheckedOn = Date(front.Checked, "checked"),
            ReviewBy = Date(front.ReviewBy, "reviewBy"),
            Sections = [],
            Sources = sources,
        };
        foreach (var related in page.Related.Where(related => !facts.Addresses.Contains(related)))
        {
            Say(file.LineOf("related"), $"there is no page at '{related}'.");
        }

        page = page with { Sections = ReadSections(page.Areas) };
        CheckOutline(page);
        return wrong.Count == 0 ? page : throw new InvalidDataException(string.Join('\n', wrong));
    }

    private List<LearnSection> ReadSections(IReadOnlyList<string> areas)
    {
        var sections = new List<LearnSection>();
        var blocks = new List<LearnBlock>();
        var text = new StringBuilder();
        string? heading = null;
        foreach (var (line, where, number) in Lines())
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Finish();
                heading = line[3..];
            }
            else if (Insert().Match(line) is { Success: true } insert)
            {
                Flush();
                var name = insert.Groups[1].Value;
                var drawn = name == Muscles ? facts.MusclesIn(areas) : "";
                Cite(drawn, where, number);
                blocks.Add(new LearnBlock(Render(drawn), "", name));
            }
            else
            {
                Check(line, where, number);
                text.AppendLine(line.Replace(Ours, "", StringComparison.Ordinal));
            }
        }

        Finish();
        return sections;

        void Flush()
        {
            if (text.ToString().Trim() is { Length: > 0 } markdown)
            {
                blocks.Add(new LearnBlock(Render(markdown), Plain(markdown), Insert: null));
            }

            text.Clear();
        }

        void Finish()
        {
            Flush();
            if (heading is not null)
            {
                sections.Add(new LearnSection(heading, IdOf(heading), blocks));
            }

            (heading, blocks) = (null, []);
        }
    }

    /// <summary>The lines of the text with those of the shared parts in their places.</summary>
    private IEnumerable<(string Line, string Where, int Number)> Lines()
    {
        string? before = null;
        foreach (var (line, number) in file.Text)
        {
            // The line above the rule of a table heads its columns: it says nothing that has a source.
            if (before is not null)
            {
                yield return (TableRule().IsMatch(line) ? before + Ours : before, file.Name, number - 1);
            }

            before = line;
            if (Insert().Match(line) is not { Success: true } insert || Drawn.Contains(insert.Groups[1].Value))
            {
                continue;
            }

            before = null;
            var part = insert.Groups[1].Value + ".md";
            var path = Path.Combine(facts.Folder, "parts", part);
            if (!File.Exists(path))
            {
                Say(number, $"there is no part '{part}'.");
                continue;
            }

            foreach (var (shared, at) in File.ReadAllLines(path).Select((l, i) => (l.TrimEnd(), i + 1)))
            {
                yield return (shared, part, at);
            }
        }

        if (before is not null)
        {
            yield return (before, file.Name, file.Text.Last().Number);
        }
    }

    private void Check(string line, string where, int number)
    {
        if (line.Length == 0 || TableRule().IsMatch(line))
        {
            return;
        }

        if (line.StartsWith('#'))
        {
            if (!line.StartsWith("### ", StringComparison.Ordinal))
            {
                Say(number, "a heading has two or three # and a space.", where);
            }

            return;
        }

        if (!EndsCited().IsMatch(line) && !line.TrimEnd('|', ' ').EndsWith(Ours, StringComparison.Ordinal))
        {
            Say(number, "a line ends in the key of its source, in square brackets.", where);
        }

        Cite(line, where, number);
        foreach (var link in Linked().Matches(line).Select(m => m.Groups[2].Value).Where(link => !facts.Addresses.Contains(link.Split('#')[0])))
        {
            Say(number, $"there is no page at '{link}'.", where);
        }
    }

    /// <summary>Takes up the sources that a text names.</summary>
    private void Cite(string text, string where, int number)
    {
        foreach (var key in Cited().Matches(text).SelectMany(m => m.Groups[1].Value.Split("; ")))
        {
            if (!facts.References.TryGetValue(key, out var source) || source.IsWithheld)
            {
                Say(number, $"there is no source '{key}'.", where);
            }
            else if (!sources.Contains(source))
            {
                sources.Add(source);
            }
        }
    }

    private void CheckOutline(LearnPage page)
    {
        var headings = page.Sections.Select(s => s.Heading).ToList();
        var first = file.FirstTextLine;
        if (kind == LearnKind.Technique)
        {
            if (!headings.SkipWhile(h => h == LearnPage.InShort).SequenceEqual(LearnPage.TechniqueHeadings))
            {
                Say(first, $"the headings are not {string.Join(", ", LearnPage.TechniqueHeadings)}, in this order.");
            }
        }
        else if (headings.FirstOrDefault() != LearnPage.InShort)
        {
            Say(first, $"the first heading is '{LearnPage.InShort}'.");
        }

        if (page.Sections.CountBy(s => s.Id).FirstOrDefault(c => c.Value > 1).Key is { } twice)
        {
            Say(first, $"the heading '{twice}' stands twice.");
        }

        if (kind is LearnKind.Condition or LearnKind.SelfCare && !page.Sections.Any(s => s.Blocks.Any(b => b.Insert == Care)))
        {
            Say(first, "nothing says when to see a doctor: {{care}} is missing.");
        }
    }

    /// <summary>Markdown as HTML, with a numbered link for every source that is named, and each hard word explained at its first use.</summary>
    private string Render(string text)
    {
        // The keys first: a key may be a word of the glossary too.
        var linked = Cited().Replace(Markdig.Markdown.ToHtml(text, Markdown).Trim(), found => string.Concat(found.Groups[1].Value.Split("; ").Select(Link)));
        return facts.Glossary.Explain(linked, explained);
    }

    /// <summary>The first link to a source can be come back to.</summary>
    private string Link(string key)
    {
        var index = sources.FindIndex(s => s.Key == key);
        var id = index >= 0 && cited.Add(key) ? $" id=\"cite-{index + 1}\"" : "";
        return index < 0 ? "" : $"""<sup class="cite"><a{id} href="{address}#ref-{index + 1}"><span class="unseen">Source: {WebUtility.HtmlEncode(sources[index].ShortName)} </span>{index + 1}</a></sup>""";
    }

    private static string Plain(string markdown) => string.Join('\n', markdown.Split('\n')
        .Select(line => TableRule().IsMatch(line) ? "" : Marks().Replace(Linked().Replace(Cited().Replace(line, ""), "$1"), " ").Trim())
        .Select(line => line.StartsWith('|') ? line.Trim('|', ' ').Replace(" | ", "; ", StringComparison.Ordinal) : line)
        .Where(line => line.Length > 0));

    private static string IdOf(string heading) => string.Join('-', Finder.PlainWords.Of(heading));

    private List<string> Known(List<string> slugs, string key, Func<string, object?> find)
    {
        foreach (var slug in slugs.Where(slug => find(slug) is null))
        {
            Say(file.LineOf(key), $"'{slug}' is none of the {key}.");
        }

        return slugs;
    }

    private TEnum OneOf<TEnum>(string? value, string key)
        where TEnum : struct, Enum
    {
        // "looking-after-yourself" is LookingAfterYourself.
        if (!Enum.TryParse<TEnum>(value?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var found) || !Enum.IsDefined(found))
        {
            Say(file.LineOf(key), $"'{value}' is no value of '{key}'.");
        }

        return found;
    }

    private DateOnly Date(string? value, string key)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Say(file.LineOf(key), $"'{key}' is a day such as 2026-11-26.");
        }

        return date;
    }

    private void Say(int line, string what, string? where = null) => wrong.Add($"{where ?? file.Name}:{line}: {what}");

    [GeneratedRegex(@"\s?\[([a-z0-9-]+(?:; [a-z0-9-]+)*)\](?!\()")]
    private static partial Regex Cited();

    [GeneratedRegex(@"\[[a-z0-9-]+(; [a-z0-9-]+)*\]\.?(\s*\|)?$")]
    private static partial Regex EndsCited();

    [GeneratedRegex(@"^\{\{([a-z -]+)\}\}$")]
    private static partial Regex Insert();

    [GeneratedRegex(@"^\|(\s*:?-+:?\s*\|)+$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Linked();

    [GeneratedRegex(@"^\s*(- |\d+\. |#+ )|\*\*")]
    private static partial Regex Marks();

    private sealed class PageFront : IFront
    {
        public string Slug { get; set; } = "";

        public string? Title { get; set; }

        public List<string> Aliases { get; set; } = [];

        public string? Summary { get; set; }

        public string? Topic { get; set; }

        public List<string> Needs { get; set; } = [];

        public List<string> Areas { get; set; } = [];

        public List<string> Techniques { get; set; } = [];

        public EvidenceFront? Evidence { get; set; }

        public List<string> Related { get; set; } = [];

        public string? Published { get; set; }

        public string? Checked { get; set; }

        public string? ReviewBy { get; set; }
    }
}
