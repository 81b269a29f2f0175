using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>One thing that was chosen, and the search without it.</summary>
/// <param name="Words">What was chosen.</param>
/// <param name="Without">The search without it, from its first page.</param>
public sealed record FilterChip(string Words, SearchCriteria Without)
{
    /// <summary>Everything that was chosen, each apart; place and distance are not filters.</summary>
    public static IReadOnlyList<FilterChip> Of(SearchCriteria criteria, Vocabulary vocabulary)
    {
        var asked = criteria with { Page = 1, AskedSeed = null };
        var chips = new List<FilterChip>();
        chips.AddRange(asked.Techniques.Select(t => new FilterChip(
            vocabulary.Technique(t)!.Name,
            asked with { Techniques = [.. asked.Techniques.Where(other => other != t)], MatchAll = asked.MatchAll && asked.Techniques.Count > 2 })));
        if (asked.Area is { } area)
        {
            chips.Add(new FilterChip(vocabulary.Area(area)!.Name, asked with { Area = null, AreasMatching = [] }));
        }

        if (asked.Q.Length > 0)
        {
            chips.Add(new FilterChip($"“{asked.Q}”", asked with { Q = "", Words = [], ProvenTechniques = [] }));
        }

        chips.AddRange(asked.Settings.Select(s => new FilterChip(s.InWords(), asked with { Settings = [.. asked.Settings.Where(other => other != s)] })));
        if (asked.Verified)
        {
            chips.Add(new FilterChip("Proof seen", asked with { Verified = false }));
        }

        if (asked.Accepting is { } accepting)
        {
            chips.Add(new FilterChip(accepting.InWords(), asked with { Accepting = null }));
        }

        chips.AddRange(SearchCriteria.NeedWords.Where(n => asked.Needs.HasFlag(n.Need))
            .Select(n => new FilterChip(n.Need.InWords(), asked with { Needs = asked.Needs & ~n.Need })));
        if (asked.Language is { } language)
        {
            chips.Add(new FilterChip($"Speaks {LanguageNames.Of(language)}", asked with { Language = null }));
        }

        if (asked.Gender is { } gender)
        {
            chips.Add(new FilterChip(gender.InWords(), asked with { Gender = null }));
        }

        return chips;
    }
}
