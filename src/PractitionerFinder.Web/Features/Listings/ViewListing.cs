using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>What the public is told at a practitioner's address.</summary>
public sealed class ViewListing(
    IDbContextFactory<FinderDbContext> contexts, SeenListings seen, Vocabulary vocabulary, SiteSettings site, TimeProvider time)
{
    public abstract record Result
    {
        /// <summary>The listing; paused, it comes without contact.</summary>
        public sealed record Shown(PublicListing Listing, DateTime Now, bool IsKept) : Result;

        /// <summary>It was there and is no longer shown.</summary>
        public sealed record Gone : Result;

        /// <summary>Merged into the listing at another address.</summary>
        public sealed record Moved(string Slug) : Result;

        /// <summary>There is nothing to know.</summary>
        public sealed record Unknown : Result;
    }

    public async Task<Result> RunAsync(string slug, CancellationToken cancel)
    {
        if (slug.Length > Listing.SlugMaxLength)
        {
            return new Result.Unknown();
        }

        if (await seen.OfAsync(slug, cancel) is not { Listing: var listing } found || (listing.IsDemo && !site.ShowDemo))
        {
            return new Result.Unknown();
        }

        var now = time.GetUtcNow().UtcDateTime;
        return listing.Standing(now) switch
        {
            PublicStanding.Shown or PublicStanding.Paused => new Result.Shown(PublicListing.Of(listing, vocabulary, now), now, found.IsKept),
            PublicStanding.Gone => new Result.Gone(),
            PublicStanding.Moved => await FollowAsync(listing, cancel),
            _ => new Result.Unknown(),
        };
    }

    /// <summary>To the end of a chain of merges, so that a reader is sent on once.</summary>
    private async Task<Result> FollowAsync(Listing from, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var seen = new HashSet<long> { from.Id };
        var (slug, into) = (from.Slug, from.MergedIntoId);
        while (into is { } id)
        {
            if (!seen.Add(id) || await db.Listings.Where(l => l.Id == id).Select(l => new { l.Slug, l.MergedIntoId }).SingleOrDefaultAsync(cancel) is not { } next)
            {
                return new Result.Gone();
            }

            (slug, into) = (next.Slug, next.MergedIntoId);
        }

        return new Result.Moved(slug);
    }
}
