using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Who appeared in a search within a time and is there now: <see cref="Appearance"/> says since when.</summary>
public sealed class FindNewcomers(IDbContextFactory<FinderDbContext> contexts, SnapshotKeeper keeper, DatabaseSearch database, Vocabulary vocabulary)
{
    private const int AtATime = 50;
    private const int IdsAtATime = 500;
    private const int MostFound = 2_000;
    private const int MostLookedThrough = 500;

    /// <param name="Slug">Names the listing.</param>
    /// <param name="Name">Name of the practitioner.</param>
    /// <param name="Since">Since when the search finds them, UTC.</param>
    public sealed record Newcomer(string Slug, string Name, DateTime Since);

    /// <summary>The newest first.</summary>
    /// <param name="criteria">The search, asked now.</param>
    /// <param name="after">Only who appeared after this instant, UTC.</param>
    /// <param name="until">And not after this one, UTC.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Newcomer>> RunAsync(SearchCriteria criteria, DateTime after, DateTime until, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var newcomers = new List<Newcomer>();
        foreach (var some in (await ChangedAsync(db, criteria, after, until, cancel)).Chunk(AtATime))
        {
            var proven = await db.Events.Where(e => some.Contains(e.ListingId) && e.Deed == ListingDeed.CheckedProof)
                .GroupBy(e => e.ListingId).Select(g => new { g.Key, At = g.Min(e => e.At) }).ToDictionaryAsync(g => g.Key, g => (DateTime?)g.At, cancel);
            foreach (var listing in await db.Listings.AsNoTracking().Where(l => some.Contains(l.Id)).WithEverything().ToListAsync(cancel))
            {
                var firstProof = proven.GetValueOrDefault(listing.Id) ?? listing.Checks.Min(c => (DateTime?)c.CheckedAt);
                if (SearchRules.Evaluate(listing, criteria).Matches
                    && Appearance.Since(listing, criteria, firstProof, after, vocabulary) is { } since && since > after && since <= until)
                {
                    newcomers.Add(new Newcomer(listing.Slug, listing.Name, since));
                }
            }
        }

        return [.. newcomers.OrderByDescending(n => n.Since).ThenBy(n => n.Slug, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Who was approved or checked within the time: of those whom the search finds; where these are very many, of all, the latest first, so that no search costs
    /// more than a page should.
    /// </summary>
    private async Task<IReadOnlyList<long>> ChangedAsync(FinderDbContext db, SearchCriteria criteria, DateTime after, DateTime until, CancellationToken cancel)
    {
        var approved = db.Revisions.Where(r => r.State == RevisionState.Approved && r.DecidedAt > after && r.DecidedAt <= until);
        var proven = db.Set<ProofCheck>().Where(c => c.CheckedAt > after && c.CheckedAt <= until);
        var changed = new List<long>();
        if (await FoundAsync(criteria, cancel) is { } found)
        {
            foreach (var some in found.Chunk(IdsAtATime))
            {
                changed.AddRange(await approved.Where(r => some.Contains(r.ListingId)).Select(r => r.ListingId).ToListAsync(cancel));
                changed.AddRange(await proven.Where(c => some.Contains(c.ListingId)).Select(c => c.ListingId).ToListAsync(cancel));
            }
        }
        else
        {
            changed.AddRange(await approved.OrderByDescending(r => r.DecidedAt).Select(r => r.ListingId).Take(MostLookedThrough).ToListAsync(cancel));
            changed.AddRange(await proven.OrderByDescending(c => c.CheckedAt).Select(c => c.ListingId).Take(MostLookedThrough).ToListAsync(cancel));
        }

        return [.. changed.Distinct()];
    }

    /// <summary>Everybody whom the search finds; null where they are very many.</summary>
    private async Task<IReadOnlyList<long>?> FoundAsync(SearchCriteria criteria, CancellationToken cancel)
    {
        var found = new List<long>();
        var snapshot = keeper.Current;
        for (var page = criteria with { Page = 1, PageSize = SearchCriteria.MostPerPage }; ; page = page with { Page = page.Page + 1 })
        {
            var answer = snapshot?.Index.Search(page, SearchDepth.Page) ?? await database.SearchAsync(page, cancel);
            if (answer.Total > MostFound)
            {
                return null;
            }

            found.AddRange(answer.Page.Select(f => f.ListingId));
            if (answer.Page.Count < page.PageSize)
            {
                return found;
            }
        }
    }
}
