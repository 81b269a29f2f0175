using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>
/// Published listings whose pages were looked at lately, as the database had them. They are shown again without it, also while it does not answer, and forgotten when they change.
/// </summary>
public sealed class SeenListings : IDisposable
{
    private const int Most = 5_000;

    /// <param name="Listing">The listing, of its revisions only the public one.</param>
    /// <param name="IsKept">Whether somebody keeps it.</param>
    public sealed record Seen(Listing Listing, bool IsKept);

    private readonly IDbContextFactory<FinderDbContext> contexts;
    private readonly SnapshotKeeper keeper;
    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = Most });

    public SeenListings(IDbContextFactory<FinderDbContext> contexts, SnapshotKeeper keeper)
    {
        this.contexts = contexts;
        this.keeper = keeper;
        keeper.Changed += Forget;
    }

    /// <summary>The listing at an address; null when there is none.</summary>
    public async Task<Seen?> OfAsync(string slug, CancellationToken cancel)
    {
        if (seen.TryGetValue(slug, out Seen? kept))
        {
            return kept;
        }

        // What changes while it is read is not kept: it may have been read before the change.
        var version = keeper.Version;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.ReadPublicAsync(l => l.Slug == slug, cancel) is not [var listing])
        {
            return null;
        }

        var found = new Seen(listing, await db.Members.AnyAsync(m => m.ListingId == listing.Id, cancel));
        if (listing.State == ListingState.Published)
        {
            keeper.IfUnchanged(version, () => seen.Set(listing.Slug, found, new MemoryCacheEntryOptions { Size = 1 }));
        }

        return found;
    }

    public void Dispose()
    {
        keeper.Changed -= Forget;
        seen.Dispose();
    }

    private void Forget(IReadOnlyCollection<string>? changed)
    {
        if (changed is null)
        {
            seen.Clear();
            return;
        }

        foreach (var slug in changed)
        {
            seen.Remove(slug);
        }
    }
}
