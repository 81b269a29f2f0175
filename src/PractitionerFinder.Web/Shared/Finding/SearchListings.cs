using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>Answers a search from the parameters of an address, on the page and in the API alike.</summary>
public sealed class SearchListings(
    SnapshotKeeper keeper, DatabaseSearch database, PublishedListings published, Vocabulary vocabulary, Origins origins, SiteSettings site, TimeProvider time)
{
    /// <summary>What is done with parameters that cannot be taken as they are.</summary>
    public enum Manner
    {
        /// <summary>
        /// A reader gets the nearest sensible search, and is told; a page beyond the last is the last, and nothing asked
        /// is nothing searched.
        /// </summary>
        Forgiving,

        /// <summary>A program is told, and nothing is searched; a page beyond the last is empty.</summary>
        Strict,
    }

    public sealed record Result
    {
        /// <summary>The question as it was understood.</summary>
        public required SearchCriteria Criteria { get; init; }

        /// <summary>What could not be taken as it was given.</summary>
        public required IReadOnlyList<SearchProblem> Problems { get; init; }

        /// <summary>What the gazetteer made of the place; null when none was typed.</summary>
        public PlaceAnswer? Place { get; init; }

        /// <summary>Places of the same or nearly the same name, each with the question asked there.</summary>
        public IReadOnlyList<(Place Place, SearchCriteria Criteria)> Namesakes { get; init; } = [];

        /// <summary>The words that were searched for in place of those typed, which nobody can be found by; null when they were taken as typed.</summary>
        public string? Spelled { get; init; }

        /// <summary>What was found; null when nothing was searched.</summary>
        public SearchAnswer? Answer { get; init; }

        /// <summary>The page's results, in order.</summary>
        public IReadOnlyList<Card> Cards { get; init; } = [];

        /// <summary>Where nobody is within the distance, the nearest beyond it.</summary>
        public IReadOnlyList<Card> Beyond { get; init; } = [];

        /// <summary>Pages that the total fills.</summary>
        public int PageCount => Answer is null ? 0 : (Answer.Total + Criteria.PageSize - 1) / Criteria.PageSize;

        /// <summary>Whether a place was given that nobody knows.</summary>
        public bool PlaceIsUnknown => Criteria.Near is not null && Criteria.Origin is null;
    }

    public async Task<Result> RunAsync(IQueryCollection parameters, Manner manner, CancellationToken cancel)
    {
        PlaceAnswer? place = null;
        var parser = new SearchParser(vocabulary, Locate, origins.At);
        var now = time.GetUtcNow().UtcDateTime;
        var reading = parser.Read(Values(parameters), now, site.ShowDemo);
        var result = new Result
        {
            Criteria = reading.Criteria,
            Problems = reading.Problems,
            Place = place,
            Namesakes = Namesakes(place, reading.Criteria),
        };
        var isRefused = manner == Manner.Strict && reading.Problems.Count > 0;
        var isIdle = manner == Manner.Forgiving && reading.Criteria.CanonicalQuery().Length == 0;
        return isRefused || isIdle || reading.PlaceIsUnknown ? result : await SearchAsync(result, manner, cancel);

        SearchOrigin? Locate(string near, string? country)
        {
            if (Origins.ReadPoint(near) is { } point)
            {
                return origins.At(point);
            }

            place = origins.Resolve(near, country);
            return place is PlaceAnswer.Found found ? origins.Of(found.Place) : null;
        }
    }

    private async Task<Result> SearchAsync(Result asked, Manner manner, CancellationToken cancel)
    {
        // One for the whole answer: what is found is there to be shown.
        var snapshot = keeper.Current;
        asked = Spell(snapshot, asked);
        var result = asked with { Answer = await AnswerAsync(snapshot, asked.Criteria, cancel) };
        if (manner == Manner.Forgiving && result.PageCount > 0 && result.Criteria.Page > result.PageCount)
        {
            var last = result.Criteria with { Page = result.PageCount };
            result = result with
            {
                Criteria = last,
                Problems = [.. result.Problems, new SearchProblem("page", "page is beyond the last one.", "There are not so many results. This is the last page.")],
                Answer = await AnswerAsync(snapshot, last, cancel),
            };
        }

        return result with
        {
            Cards = await CardsAsync(snapshot, result.Answer.Page, result.Criteria.Now, cancel),
            Beyond = await CardsAsync(snapshot, result.Answer.Beyond, result.Criteria.Now, cancel),
        };
    }

    private Result Spell(Snapshot? snapshot, Result asked)
    {
        if (snapshot is null || asked.Criteria.Q.Length == 0)
        {
            return asked;
        }

        var typed = PlainWords.Of(asked.Criteria.Q);
        var meant = snapshot.Spelling.Correct(typed);
        return meant.SequenceEqual(typed) ? asked
            : asked with { Criteria = asked.Criteria.LookingFor(meant, vocabulary), Spelled = string.Join(' ', meant) };
    }

    /// <summary>The index answers, and until there is one the database.</summary>
    private Task<SearchAnswer> AnswerAsync(Snapshot? snapshot, SearchCriteria criteria, CancellationToken cancel) =>
        snapshot is null ? database.SearchAsync(criteria, cancel) : Task.FromResult(snapshot.Index.Search(criteria));

    private async Task<IReadOnlyList<Card>> CardsAsync(Snapshot? snapshot, IReadOnlyList<Found> found, DateTime now, CancellationToken cancel)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var read = snapshot is not null ? null
            : await Task.Run(() => published.Read(found.Select(f => f.ListingId)).ToDictionary(p => p.Card.Id, p => p.Card), cancel);
        var cards = new List<Card>(found.Count);
        foreach (var one in found)
        {
            // What was taken down between the two questions to the database is left out.
            if ((snapshot is null ? read!.GetValueOrDefault(one.ListingId) : snapshot.Cards.Of(one.ListingId)) is { } facts && facts.IsShown(now))
            {
                cards.Add(new Card(ListingCard.Of(facts, vocabulary, now), one.Match));
            }
        }

        return cards;
    }

    private IReadOnlyList<(Place Place, SearchCriteria Criteria)> Namesakes(PlaceAnswer? answer, SearchCriteria criteria)
    {
        var others = answer switch
        {
            PlaceAnswer.Found { IsAmbiguous: true } found => found.Alternatives,
            PlaceAnswer.NotFound unknown => unknown.Close,
            _ => [],
        };
        return [.. others.Select(p => (p, origins.Elsewhere(criteria, p)))];
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(IQueryCollection parameters) =>
        parameters.ToDictionary(p => p.Key, IReadOnlyList<string> (p) => [.. p.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase);
}
