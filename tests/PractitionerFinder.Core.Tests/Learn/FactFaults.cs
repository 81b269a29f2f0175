using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;
using YamlDotNet.RepresentationModel;

namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>Where the facts of a folder of seed data disagree with one another: each fault with file, line and words.</summary>
internal sealed partial class FactFaults
{
    private const int Muscles = 45;
    private const int FeltInCodes = 50;
    private const int MostFamilies = 7;
    private const int LongestDefinition = 240;

    // Addresses that are out in the world: one that is renamed needs a redirect first.
    private static readonly HashSet<string> TechniqueSlugs =
    [
        "myofascial-release", "trigger-point-therapy", "cross-fibre-release", "contractual-tendon-release", "bamboo-massage", "ortho-bionomy",
        "structural-integration", "craniosacral-therapy", "positional-release", "neuromuscular-therapy",
        "instrument-assisted-soft-tissue-mobilisation", "cupping", "bowen-technique", "deep-tissue-massage", "manual-lymphatic-drainage",
        "thai-massage", "active-release-technique",
    ];

    private static readonly HashSet<string> SelfCareSlugs = ["foam-rolling", "stretch-and-exercise"];

    private readonly string seedData;
    private readonly FactTables tables;
    private readonly RedFlagFaults redFlags;

    public FactFaults(string seedData)
    {
        this.seedData = seedData;
        tables = new FactTables(Path.Combine(seedData, "tables"));
        redFlags = new RedFlagFaults(tables);
    }

    public IEnumerable<string> All =>
    [
        .. Form, .. KeysAndSlugs, .. Sources, .. PeoplesWords, .. Grades, .. SelfCarePages, .. Areas, .. ReferredPain,
        .. RedFlags, .. Questions, .. EmergencyNumbers, .. Glossary,
    ];

    public IEnumerable<string> Form => tables.Faults;

    public IEnumerable<string> KeysAndSlugs =>
    [
        .. tables.Repeated("references", "key"),
        .. tables.Repeated("techniques", "section"),
        .. new[] { "techniques", "selfcare", "areas" }.SelectMany(table => (string[])
        [
            .. tables.Repeated(table, "slug"),
            .. tables.Repeated(table, "name"),
            .. tables.Wrong(table, r => !FactTables.IsSlug(r["slug"]), r => $"'{r["slug"]}' is no slug"),
        ]),
        .. tables.Wrong("selfcare", r => tables.Set("techniques", "slug").Contains(r["slug"]), r => $"'{r["slug"]}' is in techniques.tsv too"),
        .. NotAsFixed("techniques", TechniqueSlugs),
        .. NotAsFixed("selfcare", SelfCareSlugs),
    ];

    public IEnumerable<string> Sources =>
        new[] { ("techniques", "sources"), ("selfcare", "sources"), ("referred-pain", "source"), ("red-flags", "sources") }.SelectMany(t => (string[])
        [
            .. tables.Unknown(t.Item1, t.Item2, tables.Set("references", "key"), "key of references.tsv"),
            .. tables.Wrong(
                t.Item1,
                r => r.List(t.Item2).Any(key => key.StartsWith("ctr-spam", StringComparison.Ordinal)),
                _ => "cites a source that readers must not be sent to"),
        ]);

    public IEnumerable<string> PeoplesWords =>
        [.. NotOneOwner([.. tables["techniques"], .. tables["selfcare"]], "aliases"), .. NotOneOwner(tables["areas"], "plain_words")];

    public IEnumerable<string> Grades =>
    [
        .. new[] { "techniques", "selfcare" }.SelectMany(table => (string[])
        [
            .. tables.Wrong(table, r => r["strokes"] is not [>= '0' and <= '4'], r => $"strokes is '{r["strokes"]}', wanted 0 to 4"),
            .. tables.Wrong(table, r => r["finding"].Split(' ').Length is < 3 or > 9, _ => "finding wants 3 to 9 words"),
            .. tables.Wrong(
                table,
                r => r["strokes"] == "0" && !r["finding"].StartsWith("no ", StringComparison.Ordinal),
                _ => "no strokes, so the finding must begin with 'no'"),
            .. tables.Wrong(table, r => r["strokes"] != "0" && r["sources"].Length == 0, _ => "has strokes and no sources"),
            .. tables.Wrong(
                table,
                r => !r["one_line"].EndsWith('.') || r["one_line"].Contains(". ", StringComparison.Ordinal),
                _ => "one_line wants one sentence"),
        ]),
        .. tables.Wrong(
            "techniques",
            r => r["title_rule"] == "none" != (r["title_note"].Length == 0),
            _ => "title_note must be there unless the rule is none, and only then"),
        .. tables["techniques"].DistinctBy(r => r["family"]).Skip(MostFamilies).Select(r => $"{r.At}: '{r["family"]}' is a family too many, wanted at most {MostFamilies}"),
    ];

    public IEnumerable<string> SelfCarePages =>
    [
        .. tables.Wrong("selfcare", r => !File.Exists(PageOf(r["slug"])), r => $"'{r["slug"]}' has no page"),
        .. Directory.GetFiles(Path.Combine(seedData, "self-care"), "*.md").Select(p => Path.GetFileNameWithoutExtension(p)!)
            .Except(tables.Set("selfcare", "slug")).Order(StringComparer.Ordinal).Select(slug => $"self-care/{slug}.md:1: is not in selfcare.tsv"),
        .. tables["selfcare"].Where(r => File.Exists(PageOf(r["slug"]))).SelectMany(NotAsOnPage),
    ];

    public IEnumerable<string> Areas
    {
        get
        {
            var homes = tables["areas"].SelectMany(r => r.List("felt_in").Select(code => (Row: r, Code: code))).ToList();
            var used = tables["referred-pain"].SelectMany(r => r.List("felt_in")).ToHashSet();
            return
            [
                .. tables.Unknown("areas", "parent", tables.WideAreas, "area without a parent (two levels only)"),
                .. FactTables.Again(homes, "felt_in"),
                .. homes.Where(h => !used.Contains(h.Code)).Select(h => $"{h.Row.At}: felt_in '{h.Code}' is not used in referred-pain.tsv"),
                .. tables.Unknown("referred-pain", "felt_in", [.. homes.Select(h => h.Code)], "place of an area"),
                .. FactTables.Unless(used.Count, FeltInCodes, "referred-pain", "felt_in codes"),
            ];
        }
    }

    public IEnumerable<string> ReferredPain =>
    [
        .. tables.Repeated("referred-pain", "muscle"),
        .. FactTables.Unless(tables["referred-pain"].Count, Muscles, "referred-pain", "rows"),
        .. tables.Unknown("referred-pain", "body_area", tables.Set("areas", "slug"), "area"),
        .. tables.Unknown("referred-pain", "techniques", tables.Set("techniques", "slug"), "technique"),
        .. tables.Unknown("referred-pain", "selfcare", tables.Set("selfcare", "slug"), "self-care"),
        .. tables.Unverified("referred-pain", "source", "self_check_hint", "condition_label"),
    ];

    public IEnumerable<string> RedFlags => redFlags.Rows;

    public IEnumerable<string> Questions => redFlags.Questions;

    public IEnumerable<string> EmergencyNumbers =>
    [
        .. tables.Repeated("emergency-numbers", "cc"),
        .. tables.Wrong("emergency-numbers", r => r["cc"] is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'], r => $"'{r["cc"]}' is no country code"),
        .. tables["emergency-numbers"].SelectMany(r => r.List("emergency").Concat(r["urgent_advice"].Length == 0 ? [] : [r["urgent_advice"]])
            .Where(number => !Dialled().IsMatch(number)).Select(number => $"{r.At}: '{number}' cannot be dialled")),
        .. tables.Wrong(
            "emergency-numbers",
            r => !r["note"].Contains("public knowledge, re-check before launch", StringComparison.Ordinal),
            _ => "the note does not say 'public knowledge, re-check before launch'"),
    ];

    public IEnumerable<string> Glossary =>
    [
        .. tables.Repeated("glossary", "slug"),
        .. tables.Repeated("glossary", "term"),
        .. tables.Wrong("glossary", r => !FactTables.IsSlug(r["slug"]), r => $"'{r["slug"]}' is no slug"),
        .. FactTables.Again(tables["glossary"].SelectMany(r => r.List("forms").Select(form => (r, form.ToLowerInvariant()))), "form"),
        .. tables.Wrong("glossary", r => !r["definition"].EndsWith('.'), _ => "definition wants a full stop at its end"),
        .. tables.Wrong(
            "glossary",
            r => r["definition"].Length > LongestDefinition,
            r => $"definition has {r["definition"].Length} characters, wanted at most {LongestDefinition}"),
        .. tables.Unknown("glossary", "sources", [.. tables.Set("references", "key"), "ours"], "key of references.tsv, nor 'ours'"),
    ];

    private IEnumerable<string> NotAsFixed(string table, HashSet<string> slugs) =>
    [
        .. tables.Wrong(table, r => !slugs.Contains(r["slug"]), r => $"slug '{r["slug"]}' is not one of the fixed ones"),
        .. slugs.Except(tables.Set(table, "slug")).Select(slug => $"{table}.tsv:1: slug '{slug}' is missing"),
    ];

    private static IEnumerable<string> NotOneOwner(IReadOnlyList<FactTables.Row> rows, string column)
    {
        var owners = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            foreach (var words in row.List(column).Prepend(row["slug"]).Prepend(row["name"]))
            {
                if (!owners.TryAdd(PlainWords.Line(words), row["slug"]) && owners[PlainWords.Line(words)] != row["slug"])
                {
                    yield return $"{row.At}: '{words}' leads to both {owners[PlainWords.Line(words)]} and {row["slug"]}";
                }
            }

            foreach (var words in row.List(column).Where(words => PlainWords.Line(words) == PlainWords.Line(row["name"])))
            {
                yield return $"{row.At}: {column} repeats the name '{words}'";
            }
        }
    }

    private string PageOf(string slug) => Path.Combine(seedData, "self-care", $"{slug}.md");

    private IEnumerable<string> NotAsOnPage(FactTables.Row row)
    {
        var lines = File.ReadAllLines(PageOf(row["slug"]));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(string.Join('\n', lines[1..Array.IndexOf(lines, "---", 1)])));
        var front = yaml.Documents[0].RootNode;
        var evidence = Child(front, "evidence");
        (string Key, YamlNode? Node, IReadOnlyList<string> Wanted)[] facts =
        [
            ("title", Child(front, "title"), [row["name"]]),
            ("aliases", Child(front, "aliases"), row.List("aliases")),
            ("summary", Child(front, "summary"), [row["one_line"]]),
            ("strokes", Child(evidence, "strokes"), [row["strokes"]]),
            ("finding", Child(evidence, "finding"), [row["finding"]]),
            ("citations", Child(front, "citations"), row.List("sources")),
        ];

        // The front matter begins below the first line of the file.
        return facts.Where(f => !Texts(f.Node).SequenceEqual(f.Wanted))
            .Select(f => $"self-care/{row["slug"]}.md:{(f.Node ?? front).Start.Line + 1}: {f.Key} is not as in {row.At}");
    }

    private static YamlNode? Child(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var child) ? child : null;

    private static IEnumerable<string> Texts(YamlNode? node) => node is YamlSequenceNode list ? list.Select(i => i.ToString()) : [$"{node}"];

    [GeneratedRegex("^[0-9][0-9 ]*[0-9]$")]
    private static partial Regex Dialled();
}
