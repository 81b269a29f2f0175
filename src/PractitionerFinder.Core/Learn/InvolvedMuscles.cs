namespace PractitionerFinder.Core.Learn;

/// <summary>Which muscles may be involved where it hurts. The whole body names none.</summary>
public static class InvolvedMuscles
{
    /// <summary>
    /// The muscles whose pain is reported in an area, or in any part of a wide one: first those that sit there, then those of
    /// the same wide area, then the rest.
    /// </summary>
    /// <param name="areas">Slugs of the vocabulary.</param>
    /// <param name="vocabulary">The areas.</param>
    /// <param name="muscles">The table.</param>
    public static IReadOnlyList<ReferredPain> In(IReadOnlyCollection<string> areas, Vocabulary vocabulary, IReadOnlyList<ReferredPain> muscles)
    {
        var codes = vocabulary.Areas.Where(a => areas.Contains(a.Slug) || areas.Contains(a.Parent)).SelectMany(a => a.FeltIn).ToHashSet();
        var parents = areas.Select(WideOf).ToHashSet();
        return [.. muscles.Where(m => m.FeltIn.Any(codes.Contains)).OrderBy(m => areas.Contains(m.BodyArea) ? 0 : parents.Contains(WideOf(m.BodyArea)) ? 1 : 2)];

        string WideOf(string area) => vocabulary.Area(area)?.Parent ?? area;
    }
}
