using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Learn;

/// <summary>The pages on techniques, read once.</summary>
public sealed class LearnLibrary
{
    private readonly Dictionary<string, LearnPage> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    private LearnLibrary(IReadOnlyList<RedFlag> redFlags) => RedFlags = redFlags;

    /// <summary>Signs that need more than a practitioner, in the order of the table.</summary>
    public IReadOnlyList<RedFlag> RedFlags { get; }

    /// <summary>Pages that cannot be shown, each with what is wrong with it: file, line and words. The rest is served without them.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Every page, by slug.</summary>
    public IReadOnlyDictionary<string, LearnPage> Pages => pages;

    /// <summary>Reads the pages of every technique.</summary>
    /// <param name="folder">The folder `seed-data`.</param>
    /// <param name="vocabulary">The techniques.</param>
    /// <exception cref="InvalidDataException">A table is missing or malformed; the message names the line.</exception>
    public static LearnLibrary Load(string folder, Vocabulary vocabulary)
    {
        var library = new LearnLibrary(LearnFiles.ReadRedFlags(folder));
        var references = LearnFiles.ReadReferences(folder);
        var slugs = vocabulary.Techniques.Select(t => t.Slug).ToHashSet();
        var problems = new List<string>();
        foreach (var technique in vocabulary.Techniques)
        {
            try
            {
                library.pages[technique.Slug] = LearnFiles.ReadPage(Path.Combine(folder, "techniques", technique.Slug + ".md"), references, slugs);
            }
            catch (InvalidDataException error)
            {
                problems.Add(error.Message);
                continue;
            }

            foreach (var alias in technique.Aliases.Select(SlugOf).Where(alias => !slugs.Contains(alias)))
            {
                library.aliases.TryAdd(alias, technique.Slug);
            }
        }

        library.Problems = problems;
        return library;
    }

    /// <summary>The slug of the page that another name of a technique stands for, such as mfr or cross-fiber-release; null for none.</summary>
    public string? SlugOfAlias(string alias) => aliases.GetValueOrDefault(alias.ToLowerInvariant());

    private static string SlugOf(string name) => string.Join('-', PlainWords.Of(name));
}
