using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.TestKit.Finder;

/// <summary>The whole answer by brute force over <see cref="SearchRules.Evaluate"/>: what every engine has to say.</summary>
public static class Oracle
{
    private const int Earth = 20_015_115;

    public static SearchAnswer Answer(IReadOnlyList<Listing> listings, SearchCriteria question, Vocabulary vocabulary)
    {
        var found = SearchRules.Search(listings, question);
        return new SearchAnswer(
            found.Count,
            [.. found.Skip((question.Page - 1) * question.PageSize).Take(question.PageSize).Select(f => new Found(f.Listing.Id, f.Match))],
            FacetsOf(listings, question, vocabulary),
            found.Count < SearchAnswer.Few ? LadderOf(listings, question, found.Count, vocabulary) : [])
        {
            Beyond = found.Count > 0 || question.Within is null ? [] : Nearest(listings, question),
        };
    }

    /// <summary>An answer line by line, so that two can be compared and what differs can be read.</summary>
    public static IReadOnlyList<string> Lines(SearchAnswer answer) =>
    [
        $"total {answer.Total}",
        .. answer.Page.Select(f => $"found {f}"),
        .. Lines(answer.Facets),
        .. answer.Relaxations.Select(r => $"change {r.Change} {r.Value} {r.Total}"),
        .. answer.Beyond.Select(f => $"beyond {f}"),
    ];

    private static List<string> Lines(Facets facets) =>
    [
        .. Of("technique", facets.Technique), .. Of("setting", facets.Setting), .. Of("language", facets.Language), .. Of("area", facets.Area),
        .. Of("need", facets.Need), .. Of("accepting", facets.Accepting), .. Of("verified", facets.Verified),
    ];

    private static IEnumerable<string> Of(string facet, IReadOnlyDictionary<string, int> counts) =>
        counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{facet} {c.Key} {c.Value}");

    private static IReadOnlyList<Found> Nearest(IReadOnlyList<Listing> listings, SearchCriteria question) =>
    [
        .. SearchRules.Search(listings, question with
        {
            AskedWithin = new Radius(Earth / 1000m, DistanceUnit.Kilometres),
            AskedSeed = question.Seed,
            Sort = SearchSort.Distance,
        }).Take(SearchAnswer.MostBeyond).Select(f => new Found(f.Listing.Id, f.Match)),
    ];

    private static Facets FacetsOf(IReadOnlyList<Listing> listings, SearchCriteria question, Vocabulary vocabulary)
    {
        return new Facets
        {
            Technique = Counts(vocabulary.Techniques.Select(t => (t.Slug, question with { Techniques = [t.Slug] }))),
            Setting = Counts(Enum.GetValues<Setting>().Select(s => (s.Word(), question with { Settings = [s] }))),
            Language = Counts(listings.SelectMany(l => l.Languages).Select(l => l.Code).Distinct().Select(c => (c, question with { Language = c }))),
            Area = Counts(vocabulary.Areas.Select(a => (a.Slug, question with { Area = a.Slug, AreasMatching = vocabulary.AreasMatching(a.Slug) }))),
            Need = Counts(SearchCriteria.NeedWords.Select(n => (n.Word, question with { Needs = n.Need }))),
            Accepting = Counts(Enum.GetValues<Accepting>().Select(a => (a.Word(), question with { Accepting = a }))),
            Verified = Counts([(Facets.VerifiedWord, question with { Verified = true })]),
        };

        Dictionary<string, int> Counts(IEnumerable<(string Word, SearchCriteria Criteria)> choices) =>
            choices.Select(c => (c.Word, Count: Count(listings, c.Criteria))).Where(c => c.Count > 0).ToDictionary(c => c.Word, c => c.Count);
    }

    private static List<Relaxation> LadderOf(IReadOnlyList<Listing> listings, SearchCriteria question, int total, Vocabulary vocabulary)
    {
        var ladder = new List<Relaxation>();
        var best = total;
        foreach (var (within, wider) in Ladder.Wider(question))
        {
            var count = Count(listings, wider);
            if (count > best && ladder.Count < Ladder.MostWider)
            {
                ladder.Add(new Relaxation("within", within.ToString(), count, wider));
                best = count;
            }
        }

        var changes = Ladder.SingleChanges(question, vocabulary).Select(c => new Relaxation(c.Change, c.Value, Count(listings, c.Criteria), c.Criteria));
        return [.. ladder, .. changes.Where(c => c.Total > total)];
    }

    private static int Count(IReadOnlyList<Listing> listings, SearchCriteria criteria) =>
        listings.Count(l => SearchRules.Evaluate(l, criteria).Matches);
}
