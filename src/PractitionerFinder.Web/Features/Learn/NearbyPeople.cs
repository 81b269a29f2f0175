using Microsoft.Extensions.Primitives;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Who near a place offers what a page is about. The place stands in the page's address, so that the answer is the same for everybody who asks it.</summary>
public sealed class NearbyPeople(SearchListings search)
{
    /// <summary>More would be a list of results, which has a page of its own.</summary>
    private const int Most = 3;

    private const string WholeBody = "whole-body";

    /// <summary>What was asked, and who was found.</summary>
    /// <param name="Near">The place as it was typed; null when none was.</param>
    /// <param name="Technique">Slug of the technique that was asked for; null for any.</param>
    /// <param name="Found">The search; null when no place was typed.</param>
    public sealed record Result(string? Near, string? Technique, SearchListings.Result? Found)
    {
        public bool IsAsked => Near is not null;

        /// <summary>Whether the place was understood; the question holds where it is.</summary>
        public bool IsPlaced => Found?.Criteria.Origin is not null;

        /// <summary>The nearest.</summary>
        public IEnumerable<Card> People => Found?.Cards.Take(Most) ?? [];

        public SearchCriteria Criteria => Found!.Criteria;

        public int Total => Found?.Answer?.Total ?? 0;
    }

    /// <param name="query">The page's query: near, and technique where the page speaks of several.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<Result> RunAsync(IQueryCollection query, LearnPage page, CancellationToken cancel)
    {
        var near = Cut($"{query["near"]}");
        var technique = page.Kind == LearnKind.Technique ? page.Slug : page.Techniques.FirstOrDefault(t => t == query["technique"]);
        if (near.Length == 0)
        {
            return new Result(null, technique, null);
        }

        var asked = new Dictionary<string, StringValues> { ["near"] = near };
        if (technique is not null)
        {
            asked["technique"] = technique;
        }

        if (AreaOf(page) is { } area)
        {
            asked["area"] = area;
        }

        return new Result(near, technique, await search.RunAsync(new QueryCollection(asked), SearchListings.Manner.Forgiving, cancel));
    }

    /// <summary>The part of the body that a condition is about: those who say that they work with it are its people. Null for other pages, and for pain all over.</summary>
    public static string? AreaOf(LearnPage page) => page is { Kind: LearnKind.Condition, Areas: [not WholeBody and var area, ..] } ? area : null;

    // Nothing longer is the name of a place, and nobody wants to see it again.
    private static string Cut(string near) => (near.Length > SearchCriteria.NearMaxLength ? near[..SearchCriteria.NearMaxLength] : near).Trim();
}
