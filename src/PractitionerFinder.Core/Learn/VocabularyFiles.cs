using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PractitionerFinder.Core.Learn;

/// <summary>Reads the vocabulary from the seed data: front matter of the technique pages, and the table of areas.</summary>
public static class VocabularyFiles
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>Reads everything.</summary>
    /// <param name="folder">The folder `seed-data`.</param>
    /// <exception cref="InvalidDataException">A file is missing or malformed; the message names it and the line.</exception>
    public static Vocabulary Load(string folder)
    {
        var pages = Directory.GetFiles(Path.Combine(folder, "techniques"), "*.md");
        return new Vocabulary(
            [.. pages.Order(StringComparer.Ordinal).Select(ReadTechnique)],
            ReadAreas(Path.Combine(folder, "tables", "areas.tsv")));
    }

    private static Technique ReadTechnique(string path)
    {
        var file = Path.GetFileName(path);
        var lines = File.ReadAllLines(path);
        var end = lines.Length == 0 ? -1 : Array.IndexOf(lines, "---", 1);
        if (end < 0 || lines[0] != "---")
        {
            throw new InvalidDataException($"{file}:1: a page begins with front matter between two lines of '---'.");
        }

        FrontMatter front;
        try
        {
            front = Yaml.Deserialize<FrontMatter>(string.Join('\n', lines[1..end])) ?? new FrontMatter();
        }
        catch (YamlDotNet.Core.YamlException error)
        {
            throw new InvalidDataException($"{file}:{error.Start.Line + 1}: {error.Message}", error);
        }

        if (front.Slug != Path.GetFileNameWithoutExtension(path))
        {
            throw Wrong("slug", $"the slug '{front.Slug}' and the file's name differ.");
        }

        string Required(string? value, string key, string name) =>
            string.IsNullOrWhiteSpace(value) ? throw Wrong(key, $"'{name}' is missing.") : value;

        // Names the line of the key, or the last of the front matter when the key is not there.
        InvalidDataException Wrong(string key, string what)
        {
            var line = Array.FindIndex(lines, 0, end, l => l.TrimStart().StartsWith($"{key}:", StringComparison.Ordinal));
            return new InvalidDataException($"{file}:{(line < 0 ? end : line) + 1}: {what}");
        }

        return new Technique
        {
            Slug = front.Slug,
            Name = Required(front.Title, "title", "title"),
            Aliases = front.Aliases,
            Family = Required(front.Family, "family", "family"),
            OneLine = Required(front.Summary, "summary", "summary"),
            Strokes = front.Evidence?.Strokes is { } strokes and >= 0 and <= 4
                ? strokes
                : throw Wrong("strokes", "'evidence: strokes' is 0 to 4."),
            Finding = Required(front.Evidence.Finding, "finding", "evidence: finding"),
            TitleRule = front.TitleRule switch
            {
                "none" => TitleRule.None,
                "training evidence" => TitleRule.TrainingEvidence,
                "registration" => TitleRule.Registration,
                "trademark" => TitleRule.Trademark,
                _ => throw Wrong("titleRule", "'titleRule' is none, training evidence, registration or trademark."),
            },
            TitleWords = front.TitleWords,
            Sources = front.Citations,
        };
    }

    private static List<BodyArea> ReadAreas(string path)
    {
        var rows = new List<BodyArea>();
        foreach (var (line, number) in File.ReadLines(path).Select((l, i) => (l, i + 1)).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != 8)
            {
                throw new InvalidDataException($"areas.tsv:{number}: {cells.Length} cells, wanted 8.");
            }

            rows.Add(new BodyArea(
                cells[0], cells[1], cells[2] is "" ? null : cells[2], cells[7].Split("; ", StringSplitOptions.RemoveEmptyEntries)));
        }

        return rows;
    }

    private sealed class FrontMatter
    {
        public string Slug { get; set; } = "";

        public string? Title { get; set; }

        public List<string> Aliases { get; set; } = [];

        public string? Family { get; set; }

        public string? Summary { get; set; }

        public EvidenceMark? Evidence { get; set; }

        public string TitleRule { get; set; } = "none";

        public List<string> TitleWords { get; set; } = [];

        public List<string> Citations { get; set; } = [];
    }

    private sealed class EvidenceMark
    {
        public int? Strokes { get; set; }

        public string? Finding { get; set; }
    }
}
