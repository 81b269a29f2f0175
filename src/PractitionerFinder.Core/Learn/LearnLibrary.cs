using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Learn;

/// <summary>Every page that teaches, read once from <c>seed-data</c>, with the signs and words that the pages share.</summary>
public sealed class LearnLibrary
{
    /// <summary>Pages of the site that are no files and that a page may link to.</summary>
    private static readonly string[] SitePages =
        ["/find", "/where-does-it-hurt", "/emergency-numbers", "/learn", "/techniques", "/conditions", "/articles", "/self-care", "/glossary", "/about/checks", "/contact"];

    private readonly Dictionary<string, LearnPage> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    private LearnLibrary(
        IReadOnlyList<RedFlag> redFlags, IReadOnlyList<EmergencyNumber> emergencyNumbers, IReadOnlyList<ReferredPain> muscles, Glossary glossary, IReadOnlyDictionary<string, Reference> references)
    {
        RedFlags = redFlags;
        EmergencyNumbers = emergencyNumbers;
        Muscles = [.. muscles.Where(m => m.Sources.Count > 0)];
        Glossary = glossary;
        References = references;
    }

    /// <summary>Every page, by kind and then by title.</summary>
    public IReadOnlyList<LearnPage> Pages { get; private set; } = [];

    /// <summary>Signs that need more than a practitioner, in the order of the table.</summary>
    public IReadOnlyList<RedFlag> RedFlags { get; }

    /// <summary>Whom to call, by country, in the order of the table.</summary>
    public IReadOnlyList<EmergencyNumber> EmergencyNumbers { get; }

    /// <summary>Where pain of each muscle is reported, as far as there is a source for it.</summary>
    public IReadOnlyList<ReferredPain> Muscles { get; }

    /// <summary>The sources, by key.</summary>
    public IReadOnlyDictionary<string, Reference> References { get; }

    /// <summary>The words that are explained.</summary>
    public Glossary Glossary { get; }

    /// <summary>Finds pages by words.</summary>
    public LearnSearch Search { get; private set; } = new([]);

    /// <summary>Pages that cannot be shown, each with what is wrong with it: file, line and words. The rest is served without them.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Reads every page.</summary>
    /// <param name="folder">The folder <c>seed-data</c>.</param>
    /// <param name="vocabulary">Techniques and areas.</param>
    /// <exception cref="InvalidDataException">A table is missing or malformed; the message names the line.</exception>
    public static LearnLibrary Load(string folder, Vocabulary vocabulary)
    {
        var references = LearnTables.ReadReferences(folder);
        var library = new LearnLibrary(
            LearnTables.ReadRedFlags(folder, references), LearnTables.ReadEmergencyNumbers(folder), LearnTables.ReadReferredPain(folder), LearnTables.ReadGlossary(folder, references), references);
        var files = Enum.GetValues<LearnKind>().SelectMany(kind => FilesOf(folder, kind).Select(path => (Kind: kind, Path: path))).ToList();
        var addresses = files.Select(f => LearnPage.AddressOf(f.Kind, Path.GetFileNameWithoutExtension(f.Path))).Concat(SitePages).ToHashSet();
        var facts = new PageFacts(folder, vocabulary, references, addresses, library.Muscles, library.Glossary);
        var problems = library.Glossary.Terms.Where(t => t.Page is not null && !addresses.Contains(t.Page))
            .Select(t => $"glossary.tsv: '{t.Slug}' leads to '{t.Page}', which is no page.").ToList();
        foreach (var (kind, path) in files)
        {
            try
            {
                library.Add(PageReader.Read(path, kind, facts));
            }
            catch (InvalidDataException error)
            {
                problems.Add(error.Message);
            }
        }

        library.Pages = [.. library.pages.Values.OrderBy(p => p.Kind).ThenBy(p => p.Title, StringComparer.OrdinalIgnoreCase)];
        library.Search = new LearnSearch(library.Pages);
        library.Problems = problems;
        return library;
    }

    /// <summary>The page of an address, or null.</summary>
    public LearnPage? At(string address) => pages.GetValueOrDefault(address);

    /// <summary>The page of a slug, or null.</summary>
    public LearnPage? Page(LearnKind kind, string slug) => At(LearnPage.AddressOf(kind, slug));

    /// <summary>The pages of a kind, by title.</summary>
    public IEnumerable<LearnPage> OfKind(LearnKind kind) => Pages.Where(p => p.Kind == kind);

    /// <summary>The page that another name, such as mfr or cross-fiber-release, or another spelling of the slug, stands for; null for none.</summary>
    public LearnPage? Renamed(LearnKind kind, string slug)
    {
        var address = LearnPage.AddressOf(kind, slug.ToLowerInvariant());
        return At(address) ?? (aliases.TryGetValue(address, out var to) ? At(to) : null);
    }

    /// <summary>The page on pain that is felt in an area: one that names it, else one that names its wide area; null for none.</summary>
    public LearnPage? ConditionOf(BodyArea area) =>
        OfKind(LearnKind.Condition).FirstOrDefault(p => p.Areas.Contains(area.Slug)) ?? OfKind(LearnKind.Condition).FirstOrDefault(p => p.Areas.Contains(area.Parent));

    /// <summary>
    /// The signs that concern these areas, the nearest first, then those that concern every area. Those about certain
    /// techniques are told for these only.
    /// </summary>
    /// <param name="areas">Slugs of areas, wide or finer.</param>
    /// <param name="techniques">Slugs of techniques.</param>
    /// <param name="vocabulary">The areas.</param>
    public IEnumerable<RedFlag> SignsOf(IReadOnlyCollection<string> areas, IReadOnlyCollection<string> techniques, Vocabulary vocabulary)
    {
        var wide = areas.Select(a => vocabulary.Area(a)?.Parent ?? a).ToHashSet();
        var signs = RedFlags.Where(f => f.Techniques.Count == 0 || f.Techniques.Any(techniques.Contains)).ToList();
        return signs.Where(f => wide.Contains(f.Area)).Concat(signs.Where(f => f.Area == RedFlag.Anywhere));
    }

    private static IEnumerable<string> FilesOf(string folder, LearnKind kind) =>
        Directory.Exists(Path.Combine(folder, LearnPage.FolderOf(kind))) ? Directory.GetFiles(Path.Combine(folder, LearnPage.FolderOf(kind)), "*.md").Order(StringComparer.Ordinal) : [];

    private void Add(LearnPage page)
    {
        pages[page.Address] = page;
        foreach (var alias in page.Aliases)
        {
            aliases.TryAdd(LearnPage.AddressOf(page.Kind, string.Join('-', PlainWords.Of(alias))), page.Address);
        }
    }
}
