using System.Text;

namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>The tables of facts as they lie in a folder, and what is wrong with their form: each fault with file and line.</summary>
internal sealed class FactTables
{
    // What staff write where no source was found.
    private const string Mark = "UNVERIFIED";

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

    /// <summary>The areas that others may lie in.</summary>
    public HashSet<string> WideAreas => [.. tables["areas"].Where(r => r["parent"].Length == 0).Select(r => r["slug"])];

    public IReadOnlyList<Row> this[string table] => tables[table];

    /// <summary>Every cell of a column.</summary>
    public HashSet<string> Set(string table, string column) => [.. tables[table].Select(r => r[column])];

    /// <summary>Whether a text is a slug: words of small letters and digits with hyphens between them.</summary>
    public static bool IsSlug(string text) => text.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    /// <summary>The rows of a table that are wrong, and what is wrong with them.</summary>
    public IEnumerable<string> Wrong(string table, Func<Row, bool> isWrong, Func<Row, string> words) =>
        tables[table].Where(isWrong).Select(r => $"{r.At}: {words(r)}");

    /// <summary>The rows whose cell stood in a row before.</summary>
    public IEnumerable<string> Repeated(string table, string column) => Again(tables[table].Select(r => (r, r[column])), column);

    /// <summary>The values of a cell, or of a list in it, that are not among those known.</summary>
    public IEnumerable<string> Unknown(string table, string column, HashSet<string> known, string what) =>
        tables[table].SelectMany(r => r.List(column).Where(v => !known.Contains(v)).Select(v => $"{r.At}: {column} '{v}' is no {what}"));

    /// <summary>The rows that name no source without saying so, or say so in words that readers see.</summary>
    public IEnumerable<string> Unverified(string table, string sources, params string[] shown) =>
    [
        .. Wrong(table, r => r[sources].Length == 0 && !r["note"].Contains(Mark, StringComparison.Ordinal), _ => $"no source, and the note does not say {Mark}"),
        .. Wrong(table, r => shown.Any(c => r[c].Contains(Mark, StringComparison.Ordinal)), _ => $"{Mark} stands in words that readers see"),
    ];

    /// <summary>A count that is not the one wanted; it is no row's fault, so the table's first line stands for it.</summary>
    public static IEnumerable<string> Unless(int count, int wanted, string table, string what) =>
        count == wanted ? [] : [$"{table}.tsv:1: {count} {what}, wanted {wanted}"];

    /// <summary>The texts that stood before.</summary>
    public static IEnumerable<string> Again(IEnumerable<(Row Row, string Text)> texts, string what) =>
        texts.GroupBy(t => t.Text).SelectMany(g => g.Skip(1).Select(t => $"{t.Row.At}: {what} '{t.Text}' stands in {g.First().Row.At} too"));

    private List<Row> Read(string folder, string name, string[] columns)
    {
        var file = $"{name}.tsv";
        if (!TryRead(Path.Combine(folder, file), out var text, out var error))
        {
            faults.Add($"{file}:1: {error}");
            return [];
        }

        var lines = text.TrimEnd('\n').Split('\n');
        FaultIf(text.StartsWith('\uFEFF'), $"{file}:1", "begins with a byte order mark");
        FaultIf(text.Contains('\r'), $"{file}:{Array.FindIndex(lines, l => l.Contains('\r')) + 1}", "ends in a carriage return");
        FaultIf(!text.EndsWith('\n'), $"{file}:{lines.Length}", "the last line has no end");

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
                faults.Add($"{file}:{number}: {cells.Length} cells, wanted {names.Length} (a tab inside a cell?)");
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
            FaultIf(cell != cell.Trim() || cell.Contains("  ", StringComparison.Ordinal), row.At, $"stray space in {name}");
            FaultIf(!column.EndsWith('?') && string.IsNullOrWhiteSpace(cell), row.At, $"{name} is blank");
            FaultIf(cell.StartsWith('"'), row.At, $"{name} is quoted");
            if (Allowed.TryGetValue((table, name), out var allowed))
            {
                FaultIf(!allowed.Contains(cell), row.At, $"{name} is '{cell}', wanted one of {string.Join(", ", allowed)}");
            }

            if (Lists.Contains(name))
            {
                var items = row.List(name);
                FaultIf(items.Any(i => i.Length == 0 || i != i.Trim() || i.Contains(';', StringComparison.Ordinal)), row.At, $"{name} is not a list separated by '; '");
                FaultIf(items.Distinct().Count() != items.Count, row.At, $"{name} names something twice");
            }
        }
    }

    private void FaultIf(bool isWrong, string at, string words)
    {
        if (isWrong)
        {
            faults.Add($"{at}: {words}");
        }
    }

    private static bool TryRead(string path, out string text, out string error)
    {
        (text, error) = ("", "");
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DecoderFallbackException)
        {
            error = e is FileNotFoundException ? "the table is missing" : "is not UTF-8";
            return false;
        }
    }

    /// <summary>A row, and where it stands.</summary>
    public sealed record Row(string At, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public IReadOnlyList<string> List(string column) => Cells[column].Length == 0 ? [] : Cells[column].Split("; ");
    }
}
