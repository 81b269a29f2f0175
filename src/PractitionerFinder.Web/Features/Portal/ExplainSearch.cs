using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Why a listing is or is not among the results of a search, for those who keep it.</summary>
public sealed class ExplainSearch(IDbContextFactory<FinderDbContext> contexts, SearchListings search, Vocabulary vocabulary)
{
    // Nobody reads further than that.
    private const int MostLookedThrough = 1_000;

    /// <summary>What was found out.</summary>
    /// <param name="Search">The search as it was understood; nothing was searched if it names a place that nobody knows.</param>
    /// <param name="Evaluation">What every rule says; null where nothing was searched.</param>
    /// <param name="Reasons">Says why.</param>
    /// <param name="Position">From 1; null when it is no result, or further down than anybody reads.</param>
    /// <param name="IsOverdue">Whether a late fact puts it behind others at the same distance.</param>
    public sealed record Result(SearchListings.Result Search, Evaluation? Evaluation, SearchReasons? Reasons, int? Position, bool IsOverdue);

    /// <param name="listing">Key of the listing.</param>
    /// <param name="parameters">The parameters of a search, as an address of results has them.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<Result> RunAsync(long listing, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var found = await AskAsync(parameters, page: 1, cancel);
        if (found.Answer is null)
        {
            return new Result(found, null, null, null, false);
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var whole = await db.Listings.WithEverything().SingleAsync(l => l.Id == listing, cancel);
        var evaluation = SearchRules.Evaluate(whole, found.Criteria);
        return new Result(
            found,
            evaluation,
            new SearchReasons(whole, found.Criteria, vocabulary),
            evaluation.Matches ? await PositionAsync(listing, found, parameters, cancel) : null,
            whole.IsOverdue(found.Criteria.Now));
    }

    private async Task<int?> PositionAsync(long listing, SearchListings.Result first, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        for (var (page, result) = (1, first); ; result = await AskAsync(parameters, ++page, cancel))
        {
            var before = (page - 1) * result.Criteria.PageSize;
            if (result.Answer!.Page.ToList().FindIndex(f => f.ListingId == listing) is >= 0 and var at)
            {
                return before + at + 1;
            }

            if (page >= result.PageCount || before + result.Criteria.PageSize >= MostLookedThrough)
            {
                return null;
            }
        }
    }

    private Task<SearchListings.Result> AskAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, int page, CancellationToken cancel)
    {
        var query = parameters.Where(p => p.Key is not ("page" or "pageSize" or "seed") && p.Value.Length > 0)
            .Append(new("page", $"{page}")).Append(new("pageSize", $"{SearchCriteria.MostPerPage}"))
            .ToLookup(p => p.Key, p => p.Value).ToDictionary(g => g.Key, g => new StringValues([.. g]));
        return search.RunAsync(new QueryCollection(query), SearchListings.Manner.Forgiving, cancel);
    }
}
