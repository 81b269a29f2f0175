using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder;

/// <summary>The single changes to a question that may find more; engines count each and offer those that do.</summary>
public static class Ladder
{
    /// <summary>So many wider radii are offered at most.</summary>
    public const int MostWider = 2;

    private const int BeyondFactor = 4;
    private const int LeastBeyondMetres = 1_000;

    // What a person would call the next radius, in miles or in kilometres.
    private static readonly decimal[] Steps = [1, 2, 3, 5, 10, 15, 25, 50, 75, 100, 150, 200];

    /// <summary>
    /// The same question within wider radii, narrowest first. Those are offered that add somebody to the one before, at most
    /// <see cref="MostWider"/>. None without a radius.
    /// </summary>
    public static IEnumerable<(Radius Within, SearchCriteria Criteria)> Wider(SearchCriteria criteria) => criteria.Within is not { } within ? []
        : Steps.Select(s => new Radius(s, within.Unit)).Where(r => r.Metres > within.Metres)
            .Select(r => (r, criteria with { AskedWithin = r, Page = 1 }));

    /// <summary>Every other single change, in the order in which they are offered.</summary>
    public static IEnumerable<(string Change, string Value, SearchCriteria Criteria)> SingleChanges(SearchCriteria asked, Vocabulary vocabulary)
    {
        var criteria = asked with { Page = 1 };
        if (!criteria.SettingsSearched.Contains(Setting.Online))
        {
            yield return ("include-online", Setting.Online.Word(), criteria with { Settings = [.. criteria.SettingsSearched, Setting.Online] });
        }

        if (criteria is { MatchAll: true, Techniques.Count: > 1 })
        {
            yield return ("any-technique", "any", criteria with { MatchAll = false });
        }

        foreach (var (family, slugs) in Related(criteria.Techniques, vocabulary))
        {
            yield return ("related", family, criteria with { Techniques = slugs, MatchAll = false });
        }

        foreach (var (filter, without) in criteria.WithoutEachFilter())
        {
            yield return ("drop", filter, without);
        }
    }

    /// <summary>
    /// Questions for the nearest beyond the radius, in widening circles of which the last is the earth: the first that finds
    /// <see cref="SearchAnswer.MostBeyond"/> finds the nearest. None without a radius.
    /// </summary>
    public static IEnumerable<SearchCriteria> Beyond(SearchCriteria criteria)
    {
        if (criteria.Within is not { } within)
        {
            yield break;
        }

        for (var metres = Math.Max(within.Metres, LeastBeyondMetres); metres < GreatCircle.FurthestMetres;)
        {
            // It ends where a step of the order does: of equals, those just without could come before those just within.
            var whole = (long)metres * BeyondFactor / SearchRules.StepMetres * SearchRules.StepMetres + SearchRules.StepMetres - 1;
            metres = (int)Math.Min(whole, GreatCircle.FurthestMetres);
            yield return criteria.NearestWithin(new Radius(metres / 1000m, DistanceUnit.Kilometres));
        }
    }

    /// <summary>What was chosen together with all of a family that one of it belongs to, for each such family that adds something.</summary>
    private static IEnumerable<(string Family, IReadOnlyList<string> Slugs)> Related(IReadOnlyList<string> chosen, Vocabulary vocabulary) => chosen
        .Select(s => vocabulary.Technique(s)?.Family).OfType<string>().Distinct()
        .Select(f => (f, Slugs: (IReadOnlyList<string>)[.. vocabulary.Techniques.Where(t => t.Family == f).Select(t => t.Slug).Union(chosen).Order(StringComparer.Ordinal)]))
        .Where(f => f.Slugs.Count > chosen.Count);
}
