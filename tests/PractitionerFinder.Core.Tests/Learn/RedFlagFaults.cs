using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>What is wrong with the warning signs and the questions that ask for them.</summary>
internal sealed class RedFlagFaults(FactTables tables)
{
    private const string Table = "red-flags";
    private const int Signs = 84;
    private const int MostQuestionsOfAnArea = 8;
    private const int MostWordsOfAQuestion = 45;

    /// <summary>What goes with an urgency: stage, kinds of action, and how the action begins.</summary>
    private static readonly Dictionary<string, (string Stage, string[] Kinds, string[] Begins)> Urgencies = new()
    {
        ["emergency"] = ("stop", ["emergency-services"], ["999/A&E"]),
        ["urgent"] = ("stop", ["urgent-care", "dentist", "foot-team", "gp"], ["urgent ", "GP (soon) as soon as possible"]),
        ["soon"] = ("card", ["gp"], ["GP (soon)"]),
        ["pharmacist"] = ("card", ["pharmacist"], ["pharmacist"]),
        ["booking"] = ("booking", ["ask-before-booking", "postpone"], ["ask ", "postpone"]),
    };

    public IEnumerable<string> Rows =>
    [
        .. FactTables.Unless(tables[Table].Count, Signs, Table, "rows"),
        .. tables.Repeated(Table, "symptom"),
        .. tables.Unknown(Table, "area", [.. tables.WideAreas, RedFlag.Anywhere], $"area without a parent, nor '{RedFlag.Anywhere}'"),
        .. tables.Unknown(Table, "techniques", tables.Set("techniques", "slug"), "technique"),
        .. tables.Unknown(Table, "urgency", [.. Urgencies.Keys], "urgency"),
        .. tables.Wrong(
            Table,
            r => Urgencies.TryGetValue(r["urgency"], out var fits)
                && (fits.Stage != r["stage"] || !fits.Kinds.Contains(r["action_kind"]) || !fits.Begins.Any(b => r["action"].StartsWith(b, StringComparison.Ordinal))),
            r => $"{r["urgency"]} does not go with {r["stage"]}, {r["action_kind"]}, '{r["action"]}'"),
        .. tables.Unverified(Table, "sources", "symptom", "question", "why", "action"),
        .. tables.Wrong(Table, r => r["techniques"].Length > 0 && r["stage"] != "booking", _ => "only a booking row is about a certain technique"),
    ];

    public IEnumerable<string> Questions
    {
        get
        {
            var asked = tables[Table].Where(r => r["stage"] != "booking").ToLookup(r => r["area"], r => r["group"]);
            int Asked(FactTables.Row area) => asked[RedFlag.Anywhere].Union(asked[area["slug"]]).Count();
            return
            [
                .. tables.Wrong(Table, r => !FactTables.IsSlug(r["group"]), r => $"'{r["group"]}' is no group id"),
                .. tables.Wrong(
                    Table,
                    r => r["question"].IndexOf('?', StringComparison.Ordinal) != r["question"].Length - 1,
                    _ => "question wants one question mark, at the end"),
                .. tables.Wrong(
                    Table,
                    r => r["question"].Split(' ').Length > MostWordsOfAQuestion,
                    r => $"question has {r["question"].Split(' ').Length} words, wanted at most {MostWordsOfAQuestion}"),
                .. tables.Wrong(
                    Table,
                    r => (r["audience"] == "child") != r["question"].StartsWith("For a child", StringComparison.Ordinal),
                    _ => "questions for a child, and only they, begin with 'For a child'"),
                .. NotAsFirst(r => r["group"], "urgency"),
                .. NotAsFirst(r => r["group"], "stage"),
                .. NotAsFirst(r => (r["area"], r["group"]), "question"),
                .. tables.Wrong(
                    "areas",
                    r => tables.WideAreas.Contains(r["slug"]) && Asked(r) > MostQuestionsOfAnArea,
                    r => $"{r["slug"]} asks {Asked(r)} questions, wanted at most {MostQuestionsOfAnArea}"),
                .. tables.Wrong("areas", r => tables.WideAreas.Contains(r["slug"]) && !asked[r["slug"]].Any(), r => $"{r["slug"]} has no question of its own"),
            ];
        }
    }

    private IEnumerable<string> NotAsFirst<TGroup>(Func<FactTables.Row, TGroup> group, string column) =>
        tables[Table].GroupBy(group).SelectMany(g => g.Where(r => r[column] != g.First()[column])
            .Select(r => $"{r.At}: group {r["group"]} has another {column} in {g.First().At}"));
}
