namespace PractitionerFinder.Core.Learn;

/// <summary>Reads the tables of facts, <c>seed-data/tables</c>: tab separated, one line of headings, lists inside a cell parted by "; ".</summary>
internal static class LearnTables
{
    /// <exception cref="InvalidDataException">The table is malformed; the message names the line.</exception>
    public static IReadOnlyDictionary<string, Reference> ReadReferences(string folder) => Rows(folder, "references.tsv", 8)
        .Select(cells => new Reference(cells[0], cells[1], cells[2], cells[3] is "n.d." ? "" : cells[3], cells[4], cells[5], cells[6]))
        .ToDictionary(r => r.Key, StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The table is malformed or names a source that is not there; the message names the line.</exception>
    public static IReadOnlyList<RedFlag> ReadRedFlags(string folder, IReadOnlyDictionary<string, Reference> references) =>
    [
        .. Rows(folder, "red-flags.tsv", 13).Select((cells, i) => new RedFlag
        {
            Area = cells[0],
            Stage = Enum.Parse<RedFlagStage>(cells[2], ignoreCase: true),
            Symptom = cells[3],
            Question = cells[4],
            Group = cells[5],
            Urgency = Enum.Parse<Urgency>(cells[6], ignoreCase: true),
            Why = cells[7],
            Action = cells[8],
            Techniques = List(cells[10]),
            IsCaution = cells[2] is "booking" || cells[12].Contains("before-booking cautions", StringComparison.Ordinal),
            Sources = Sources(List(cells[11]), references, $"red-flags.tsv:{i + 2}"),
        }),
    ];

    /// <exception cref="InvalidDataException">The table is malformed; the message names the line.</exception>
    public static IReadOnlyList<EmergencyNumber> ReadEmergencyNumbers(string folder) =>
    [
        .. Rows(folder, "emergency-numbers.tsv", 5).Select(cells => new EmergencyNumber(
            cells[0],
            cells[1],
            List(cells[2]),
            cells[3] is "" ? null : cells[3],
            string.Join("; ", List(cells[4]).Where(note => !note.StartsWith("public knowledge", StringComparison.Ordinal))))),
    ];

    /// <exception cref="InvalidDataException">The table is malformed; the message names the line.</exception>
    public static IReadOnlyList<BodyArea> ReadAreas(string folder) =>
    [
        .. Rows(folder, "areas.tsv", 8).Select(cells => new BodyArea(cells[0], cells[1], cells[2] is "" ? null : cells[2], List(cells[7]), List(cells[5]))
        {
            HasSides = cells[3] is "yes",
            Views = Enum.Parse<BodyViews>(cells[4], ignoreCase: true),
        }),
    ];

    /// <exception cref="InvalidDataException">The table is malformed; the message names the line.</exception>
    public static IReadOnlyList<ReferredPain> ReadReferredPain(string folder) =>
    [
        .. Rows(folder, "referred-pain.tsv", 10).Select(cells => new ReferredPain
        {
            Muscle = cells[0],
            BodyArea = cells[1],
            FeltIn = List(cells[2]),
            Label = cells[3],
            Hint = cells[5] is "yes" ? cells[4] : null,
            Techniques = List(cells[6]),
            SelfCare = List(cells[7]),
            Sources = List(cells[8]),
        }),
    ];

    /// <exception cref="InvalidDataException">The table is malformed or names a source that is not there; the message names the line.</exception>
    public static Glossary ReadGlossary(string folder, IReadOnlyDictionary<string, Reference> references) => new(
    [
        .. Rows(folder, "glossary.tsv", 6).Select((cells, i) => new GlossaryTerm(
            cells[0],
            cells[1],
            List(cells[2]),
            cells[3],
            Sources(List(cells[4]).Where(key => key != "ours"), references, $"glossary.tsv:{i + 2}"),
            cells[5] is "" ? null : cells[5])),
    ]);

    private static IReadOnlyList<Reference> Sources(IEnumerable<string> keys, IReadOnlyDictionary<string, Reference> references, string at) =>
        [.. keys.Select(key => references.TryGetValue(key, out var source) ? source : throw new InvalidDataException($"{at}: there is no source '{key}'."))];

    private static string[] List(string cell) => cell.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Rows(string folder, string name, int width)
    {
        foreach (var (line, number) in File.ReadLines(Path.Combine(folder, "tables", name)).Select((l, i) => (l, i + 1)).Skip(1))
        {
            var cells = line.Split('\t');
            yield return cells.Length == width ? cells : throw new InvalidDataException($"{name}:{number}: {cells.Length} cells, wanted {width}.");
        }
    }
}
