using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>Tells the e-mail address of a practitioner to somebody who presses for it, where the practitioner allows it.</summary>
public sealed class RevealEmail(ViewListing view, IDbContextFactory<FinderDbContext> contexts)
{
    public abstract record Result
    {
        /// <summary>The address.</summary>
        public sealed record Given(PublicListing Listing, string Email) : Result;

        /// <summary>The listing was there and is no longer shown.</summary>
        public sealed record Gone : Result;

        /// <summary>Merged into the listing at another address.</summary>
        public sealed record Moved(string Slug) : Result;

        /// <summary>There is no such listing, it is paused, or its address for mail is not given out.</summary>
        public sealed record None : Result;
    }

    public async Task<Result> RunAsync(string slug, CancellationToken cancel) => await view.RunAsync(slug, cancel) switch
    {
        ViewListing.Result.Shown { Listing.OffersEmail: true } shown => await ReadAsync(shown, cancel),
        ViewListing.Result.Moved moved => new Result.Moved(moved.Slug),
        ViewListing.Result.Gone => new Result.Gone(),
        _ => new Result.None(),
    };

    private async Task<Result> ReadAsync(ViewListing.Result.Shown shown, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var slug = shown.Listing.Slug;
        return await db.ReadPublicAsync(l => l.Slug == slug, cancel) is [var listing] && listing.PublicEmail(shown.Now) is { } email
            ? new Result.Given(shown.Listing, email)
            : new Result.None();
    }
}
