using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PractitionerFinder.Core.Learn;

/// <summary>
/// Reads the pages on techniques: the text under the front matter of <c>techniques/*.md</c>, Markdown with the keys of its
/// sources in square brackets. Every paragraph and every item of a list is one line, and ends in at least one key, or in
/// {ours} where it is about this site or is our own advice. A line of {{name}} stands for the file <c>parts/name.md</c>.
/// </summary>
public static partial class LearnFiles
{
    // At the end of a line that says something of this site, or gives its own advice, and so has no source.
    private const string Ours = "{ours}";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>Reads the table of sources.</summary>
    /// <exception cref="InvalidDataException">The table is missing or malformed; the message names the line.</exception>
    public static IReadOnlyDictionary<string, Reference> ReadReferences(string folder) => Rows(folder, "references.tsv", 8)
        .Select(cells => new Reference(cells[0], cells[1], cells[2], cells[3] is "n.d." ? "" : cells[3], cells[4], cells[5], cells[6]))
        .ToDictionary(r => r.Key, StringComparer.Ordinal);

    /// <summary>Reads the signs that need more than a practitioner.</summary>
    /// <exception cref="InvalidDataException">The table is missing or malformed; the message names the line.</exception>
    public static IReadOnlyList<RedFlag> ReadRedFlags(string folder) =>
    [
        .. Rows(folder, "red-flags.tsv", 13).Select(cells => new RedFlag(
            cells[0],
            cells[2],
            cells[3],
            cells[6] switch { "emergency" => Urgency.Emergency, "urgent" => Urgency.Urgent, _ => Urgency.Soon },
            cells[10].Split("; ", StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>Reads one page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="references">The sources that may be cited, by key.</param>
    /// <param name="techniques">Slugs that a page may link to.</param>
    /// <exception cref="InvalidDataException">The page cannot be shown; the message names the file and each line that is wrong.</exception>
    public static LearnPage ReadPage(string path, IReadOnlyDictionary<string, Reference> references, IReadOnlySet<string> techniques)
    {
        var file = Path.GetFileName(path);
        var lines = File.ReadAllLines(path);
        var end = Array.IndexOf(lines, "---", 1);
        if (end < 0)
        {
            throw new InvalidDataException($"{file}:1: a page begins with front matter between two lines of '---'.");
        }

        var wrong = new List<string>();
        var front = Yaml.Deserialize<FrontMatter>(string.Join('\n', lines[1..end])) ?? new FrontMatter();
        var checkedOn = Date(front.Checked, "checked");
        var reviewBy = Date(front.ReviewBy, "reviewBy");
        foreach (var slug in front.Related.Where(slug => !techniques.Contains(slug)))
        {
            Say(LineOf("related"), $"there is no page '{slug}' to relate to.");
        }

        var sources = new List<Reference>();
        var sections = new List<LearnSection>();
        var cited = new HashSet<string>(StringComparer.Ordinal);
        var (heading, text) = ((string?)null, new StringBuilder());
        foreach (var (line, where, number) in Expand())
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Finish();
                heading = line[3..];
            }
            else if (line.Length > 0)
            {
                Check(line, where, number);
            }

            if (!line.StartsWith('#'))
            {
                text.AppendLine(line.Replace(Ours, "", StringComparison.Ordinal));
            }
        }

        Finish();
        if (!sections.Select(s => s.Heading).SequenceEqual(LearnPage.Headings))
        {
            Say(end + 1, $"the headings are not {string.Join(", ", LearnPage.Headings)}, in this order.");
        }

        if (wrong.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', wrong));
        }

        return new LearnPage
        {
            Slug = front.Slug,
            Sections = sections,
            Sources = sources,
            CheckedOn = checkedOn,
            ReviewBy = reviewBy,
            Related = front.Related,
        };

        void Say(int line, string what, string? where = null) => wrong.Add($"{where ?? file}:{line}: {what}");

        IEnumerable<(string Line, string Where, int Number)> Expand()
        {
            for (var i = end + 1; i < lines.Length; i++)
            {
                if (Part().Match(lines[i]) is not { Success: true } part)
                {
                    yield return (lines[i].TrimEnd(), file, i + 1);
                    continue;
                }

                var name = part.Groups[1].Value + ".md";
                var shared = Path.Combine(Path.GetDirectoryName(path)!, "..", "parts", name);
                if (!File.Exists(shared))
                {
                    Say(i + 1, $"there is no part '{name}'.");
                    continue;
                }

                foreach (var (line, number) in File.ReadAllLines(shared).Select((l, n) => (l, n + 1)))
                {
                    yield return (line.TrimEnd(), name, number);
                }
            }
        }

        int LineOf(string key) => Math.Max(0, Array.FindIndex(lines, 0, end, l => l.StartsWith($"{key}:", StringComparison.Ordinal))) + 1;

        DateOnly Date(string? value, string key)
        {
            if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                Say(LineOf(key), $"'{key}' is a day such as 2026-11-26.");
            }

            return date;
        }

        void Check(string line, string where, int number)
        {
            if (line.StartsWith('#'))
            {
                Say(number, "a heading has two # and a space.", where);
            }
            else if (!EndsCited().IsMatch(line) && !line.EndsWith(Ours, StringComparison.Ordinal))
            {
                Say(number, "a line ends in the key of its source, in square brackets.", where);
            }

            foreach (var key in Cited().Matches(line).SelectMany(m => m.Groups[1].Value.Split("; ")))
            {
                if (!references.TryGetValue(key, out var source))
                {
                    Say(number, $"there is no source '{key}'.", where);
                }
                else if (!sources.Contains(source))
                {
                    sources.Add(source);
                }
            }

            foreach (System.Text.RegularExpressions.Match link in Linked().Matches(line))
            {
                if (!link.Groups[1].Value.StartsWith("/techniques/", StringComparison.Ordinal) || !techniques.Contains(link.Groups[1].Value["/techniques/".Length..]))
                {
                    Say(number, $"there is no page at '{link.Groups[1].Value}'.", where);
                }
            }
        }

        void Finish()
        {
            if (heading is not null)
            {
                sections.Add(new LearnSection(heading, Render(text.ToString(), sources, cited)));
            }

            (heading, text) = (null, new StringBuilder());
        }
    }

    /// <summary>Markdown as HTML, with a numbered link for every source that is named.</summary>
    private static string Render(string text, List<Reference> sources, HashSet<string> cited) => Cited().Replace(
        Markdig.Markdown.ToHtml(text, Markdown).Trim(),
        found => string.Concat(found.Groups[1].Value.Split("; ").Select(key => Link(sources, key, isFirst: cited.Add(key)))));

    /// <summary>The first link to a source can be come back to.</summary>
    private static string Link(List<Reference> sources, string key, bool isFirst)
    {
        var index = sources.FindIndex(s => s.Key == key);
        var id = isFirst ? $" id=\"cite-{index + 1}\"" : "";
        return index < 0 ? "" : $"""<sup class="cite"><a{id} href="#ref-{index + 1}"><span class="unseen">Source: {WebUtility.HtmlEncode(sources[index].ShortName)} </span>{index + 1}</a></sup>""";
    }

    private static IEnumerable<string[]> Rows(string folder, string name, int width)
    {
        foreach (var (line, number) in File.ReadLines(Path.Combine(folder, "tables", name)).Select((l, i) => (l, i + 1)).Skip(1))
        {
            var cells = line.Split('\t');
            yield return cells.Length == width ? cells : throw new InvalidDataException($"{name}:{number}: {cells.Length} cells, wanted {width}.");
        }
    }

    [GeneratedRegex(@"\s?\[([a-z0-9-]+(?:; [a-z0-9-]+)*)\](?!\()")]
    private static partial Regex Cited();

    [GeneratedRegex(@"\[[a-z0-9-]+(; [a-z0-9-]+)*\]\.?$")]
    private static partial Regex EndsCited();

    [GeneratedRegex(@"^\{\{([a-z-]+)\}\}$")]
    private static partial Regex Part();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Linked();

    private sealed class FrontMatter
    {
        public string Slug { get; set; } = "";

        public string? Checked { get; set; }

        public string? ReviewBy { get; set; }

        public List<string> Related { get; set; } = [];
    }
}
