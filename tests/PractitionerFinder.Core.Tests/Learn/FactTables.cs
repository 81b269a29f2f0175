using System.Text;

namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>The tables of facts as they lie in a folder, and what is wrong with their form: each fault with file and line.</summary>
internal sealed class FactTables
{
    /// <summary>Columns by table; one that may be blank ends with a question mark.</summary>
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["references"] = "key title authors year venue doi_pmid_url? kind verified",
        ["techniques"] = "slug name aliases family one_line strokes finding title_rule title_words? title_note? sources? section",
        ["selfcare"] = "slug name aliases one_line strokes finding sources",
        ["areas"] = "slug name parent? side view felt_in? red_flags plain_words",
        ["referred-pain"] = "muscle body_area felt_in condition_label self_check_hint hint_verified techniques selfcare? source? note?",
        ["red-flags"] = "area audience stage symptom question group urgency why action action_kind techniques? sources? note?",
        ["emergency-numbers"] = "cc country emergency urgent_advice? note",
        ["glossary"] = "slug term forms definition sources page?",
    };

    private static readonly HashSet<string> Lists = ["aliases", "sources", "source", "felt_in", "techniques", "selfcare", "plain_words", "emergency", "forms"];

    private static readonly Dictionary<(string Table, string Column), string[]> Allowed = new()
    {
        [("techniques", "title_rule")] = ["none", "training evidence", "registration", "trademark"],
        [("areas", "side")] = ["yes", "no"],
        [("areas", "view")] = ["front", "back", "both"],
        [("areas", "red_flags")] = ["yes"],
        [("referred-pain", "hint_verified")] = ["yes", "no"],
        [("red-flags", "audience")] = ["adult", "child", "anyone"],
        [("red-flags", "stage")] = ["stop", "card", "booking"],
    };

    private readonly Dictionary<string, IReadOnlyList<Row>> tables = [];
    private readonly List<string> faults = [];

    public FactTables(string folder)
    {
        foreach (var (name, columns) in Columns)
        {
            tables[name] = Read(folder, name, columns.Split(' '));
        }
    }

    /// <summary>Faults of form.</summary>
    public IReadOnlyList<string> Faults => faults;

    public IReadOnlyList<Row> this[string table] => tables[table];

    /// <summary>Whether a text is a slug: words of small letters and digits with hyphens between them.</summary>
    public static bool IsSlug(string text) => text.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    private List<Row> Read(string folder, string name, string[] columns)
    {
        var file = $"{name}.tsv";
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Path.Combine(folder, file)));
        if (text.Contains('\r') || text.StartsWith('\uFEFF') || !text.EndsWith('\n'))
        {
            faults.Add($"{file}: wants UTF-8 without a mark, LF line ends and a last line end");
        }

        var lines = text.TrimEnd('\n').Split('\n');
        var names = columns.Select(c => c.TrimEnd('?')).ToArray();
        if (!lines[0].Split('\t').SequenceEqual(names))
        {
            faults.Add($"{file}:1: the columns are not {string.Join(", ", names)}");
            return [];
        }

        var rows = new List<Row>();
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 1)).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != names.Length)
            {
                faults.Add($"{file}:{number}: {cells.Length} cells, wanted {names.Length}");
                continue;
            }

            var row = new Row($"{file}:{number}", names.Zip(cells).ToDictionary(p => p.First, p => p.Second));
            CheckCells(name, row, columns);
            rows.Add(row);
        }

        return rows;
    }

    private void CheckCells(string table, Row row, string[] columns)
    {
        foreach (var column in columns)
        {
            var name = column.TrimEnd('?');
            var cell = row[name];
            Fault(cell != cell.Trim() || cell.Contains("  ", StringComparison.Ordinal), $"stray space in {name}");
            Fault(!column.EndsWith('?') && cell.Length == 0, $"{name} is blank");
            Fault(cell.StartsWith('"'), $"{name} is quoted");
            Fault(Allowed.TryGetValue((table, name), out var allowed) && !allowed.Contains(cell), $"{name} is '{cell}'");
            if (Lists.Contains(name))
            {
                var items = row.List(name);
                Fault(items.Any(i => i.Length == 0 || i != i.Trim() || i.Contains(';', StringComparison.Ordinal)), $"{name} is not a list separated by '; '");
                Fault(items.Distinct().Count() != items.Count, $"{name} names something twice");
            }
        }

        void Fault(bool isWrong, string what)
        {
            if (isWrong)
            {
                faults.Add($"{row.At}: {what}");
            }
        }
    }

    /// <summary>A row, and where it stands.</summary>
    public sealed record Row(string At, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public IReadOnlyList<string> List(string column) => Cells[column].Length == 0 ? [] : Cells[column].Split("; ");
    }
}
