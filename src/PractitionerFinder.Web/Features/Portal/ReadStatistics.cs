using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>How often a listing was shown, looked at and asked how to be reached, as far as it was counted.</summary>
public sealed class ReadStatistics(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <summary>Weeks that are told of, the present one among them.</summary>
    public const int Weeks = 12;

    /// <param name="Weeks">Week by week, the newest first; none while nothing was counted.</param>
    /// <param name="Room">Listings on all pages of the searches that showed it.</param>
    /// <param name="Equal">How often it would have been shown if all whom those searches found had been equally often.</param>
    /// <param name="Places">Places around which it was shown to enough different searchers, the most often first.</param>
    /// <param name="Elsewhere">How often it was shown around other places.</param>
    public sealed record Result(IReadOnlyList<Week> Weeks, int Room, double Equal, IReadOnlyList<(string Place, int Times)> Places, int Elsewhere)
    {
        /// <summary>How often it was shown in all.</summary>
        public int Shown => Weeks.Sum(w => w.Shown);
    }

    /// <param name="From">The Monday on which it begins, UTC.</param>
    /// <param name="IsOver">Whether it is.</param>
    /// <param name="Shown">Pages of results on which the listing stood.</param>
    /// <param name="Views">Times that its page was served.</param>
    /// <param name="Contacts">Presses for how to reach its practitioner, and enquiries that were sent.</param>
    public sealed record Week(DateOnly From, bool IsOver, int Shown, int Views, int Contacts);

    public async Task<Result> RunAsync(long listing, CancellationToken cancel)
    {
        var present = CountedWeek.Of(time.GetUtcNow().UtcDateTime);
        var oldest = present.AddDays(-7 * (Weeks - 1));
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // Before the site counted, and before the listing was public, a nought would say something that nobody knows.
        var counted = await db.CountedSearches.MinAsync(s => (DateOnly?)s.Week, cancel);
        var published = await db.Revisions.Where(r => r.ListingId == listing && r.State == Core.Listings.RevisionState.Approved).MinAsync(r => r.DecidedAt, cancel);
        var pages = await db.ListingWeeks.Where(w => w.ListingId == listing && w.Week >= oldest).ToDictionaryAsync(w => w.Week, cancel);
        var shown = await db.Appearances.Where(a => a.ListingId == listing && a.Week >= oldest)
            .Join(db.CountedSearches, a => new { a.Week, a.Question }, s => new { s.Week, s.Question }, (a, s) => new { a.Week, a.Times, s.Place, s.Slots, s.EqualShare })
            .ToListAsync(cancel);
        if (Earliest(counted, pages.Keys) is not { } first || published is not { } since)
        {
            return new Result([], 0, 0, [], 0);
        }

        first = new[] { first, oldest, CountedWeek.Of(since) }.Max();
        var weeks = Enumerable.Range(0, Weeks).Select(i => present.AddDays(-7 * i)).Where(w => w >= first).Select(w => new Week(
            w, w < present, shown.Where(s => s.Week == w).Sum(s => s.Times), pages.GetValueOrDefault(w)?.Views ?? 0, pages.GetValueOrDefault(w)?.Contacts ?? 0));

        var named = (await db.ListingPlaces.Where(p => p.ListingId == listing && p.Week >= oldest).Select(p => new { p.Week, p.Place }).ToListAsync(cancel)).ToHashSet();
        var places = shown.Where(s => named.Contains(new { s.Week, s.Place })).GroupBy(s => s.Place).Select(g => (Place: g.Key, Times: g.Sum(s => s.Times)))
            .OrderByDescending(p => p.Times).ThenBy(p => p.Place, StringComparer.Ordinal).ToList();
        return new Result(
            [.. weeks],
            shown.Sum(s => s.Slots),
            shown.Sum(s => s.EqualShare) / 1e6,
            places,
            shown.Sum(s => s.Times) - places.Sum(p => p.Times));
    }

    private static DateOnly? Earliest(DateOnly? counted, IEnumerable<DateOnly> pages) => pages.Select(w => (DateOnly?)w).Append(counted).Min();
}
