namespace PractitionerFinder.Core.Learn;

/// <summary>The words that everything else uses: techniques and areas of the body.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Technique> techniques;
    private readonly Dictionary<string, BodyArea> areas;

    /// <summary>Gathers the words.</summary>
    /// <exception cref="ArgumentException">A slug stands twice, or an area names a parent that is not there.</exception>
    public Vocabulary(IReadOnlyList<Technique> techniques, IReadOnlyList<BodyArea> areas)
    {
        Techniques = techniques;
        Areas = areas;
        this.techniques = techniques.ToDictionary(t => t.Slug, StringComparer.Ordinal);
        this.areas = areas.ToDictionary(a => a.Slug, StringComparer.Ordinal);
        if (areas.FirstOrDefault(a => a.Parent is { } parent && !this.areas.ContainsKey(parent)) is { } orphan)
        {
            throw new ArgumentException($"The area '{orphan.Slug}' names the parent '{orphan.Parent}', which is not there.", nameof(areas));
        }

        Titles = new ProtectedTitles(techniques);
    }

    /// <summary>Every technique, in the order of the tables.</summary>
    public IReadOnlyList<Technique> Techniques { get; }

    /// <summary>Every area, in the order of the tables.</summary>
    public IReadOnlyList<BodyArea> Areas { get; }

    /// <summary>Words that need proof.</summary>
    public ProtectedTitles Titles { get; }

    /// <summary>The technique of a slug, or null.</summary>
    public Technique? Technique(string slug) => techniques.GetValueOrDefault(slug);

    /// <summary>The area of a slug, or null.</summary>
    public BodyArea? Area(string slug) => areas.GetValueOrDefault(slug);

    /// <summary>The slugs that a search for an area accepts: the area itself, its parent and its children.</summary>
    public IReadOnlyList<string> AreasMatching(string slug) =>
        [.. Areas.Where(a => a.Slug == slug || a.Parent == slug || areas[slug].Parent == a.Slug).Select(a => a.Slug)];
}
