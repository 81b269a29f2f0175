namespace PractitionerFinder.Core.Learn;

/// <summary>Reads the vocabulary from the seed data: front matter of the technique pages, and the table of areas.</summary>
public static class VocabularyFiles
{
    /// <summary>Reads everything.</summary>
    /// <param name="folder">The folder `seed-data`.</param>
    /// <exception cref="InvalidDataException">A file is missing or malformed; the message names it and the line.</exception>
    public static Vocabulary Load(string folder)
    {
        var pages = Directory.GetFiles(Path.Combine(folder, "techniques"), "*.md");
        return new Vocabulary([.. pages.Order(StringComparer.Ordinal).Select(ReadTechnique)], LearnTables.ReadAreas(folder));
    }

    private static Technique ReadTechnique(string path)
    {
        var file = MarkdownFile.Read(path);
        var front = file.Front<FrontMatter>();
        return new Technique
        {
            Slug = front.Slug,
            Name = file.Required(front.Title, "title"),
            Aliases = front.Aliases,
            Family = file.Required(front.Family, "family"),
            OneLine = file.Required(front.Summary, "summary"),
            Evidence = EvidenceFront.Read(front.Evidence, file),
            TitleRule = front.TitleRule switch
            {
                "none" => TitleRule.None,
                "training evidence" => TitleRule.TrainingEvidence,
                "registration" => TitleRule.Registration,
                "trademark" => TitleRule.Trademark,
                _ => throw file.Wrong("titleRule", "'titleRule' is none, training evidence, registration or trademark."),
            },
            TitleWords = front.TitleWords,
            Sources = front.Citations,
        };
    }

    private sealed class FrontMatter : IFront
    {
        public string Slug { get; set; } = "";

        public string? Title { get; set; }

        public List<string> Aliases { get; set; } = [];

        public string? Family { get; set; }

        public string? Summary { get; set; }

        public EvidenceFront? Evidence { get; set; }

        public string TitleRule { get; set; } = "none";

        public List<string> TitleWords { get; set; } = [];

        public List<string> Citations { get; set; } = [];
    }
}
