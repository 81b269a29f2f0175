using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>What somebody sees who comes to claim a page.</summary>
public sealed class ReadClaim(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="Listing">The listing.</param>
    /// <param name="Slug">Its address.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="HasOwner">Whether somebody owns it.</param>
    /// <param name="IsOwn">Whether the reader does.</param>
    /// <param name="Email">The address on the page, masked; null when it has none.</param>
    /// <param name="IsOwnEmail">Whether it is the address of the reader's account.</param>
    /// <param name="Host">The host of its website; null when it has none that could be looked at.</param>
    /// <param name="Last">The reader's last claim; null when there was none.</param>
    /// <param name="Now">When it was read, UTC.</param>
    public sealed record View(
        long Listing, string Slug, string Name, bool HasOwner, bool IsOwn, string? Email, bool IsOwnEmail, string? Host, Claim? Last, DateTime Now)
    {
        /// <summary>Whether the reader's claim can still come to something.</summary>
        public bool IsOpen => Last is { IsOpen: true };

        /// <summary>Whether staff have it.</summary>
        public bool IsWaiting => Last is { State: ClaimState.Waiting };

        /// <summary>Whether the open claim rests on a proof already.</summary>
        public bool Has(ClaimProofs proof) => IsOpen && Last!.Proofs.HasFlag(proof);
    }

    /// <param name="State">How it stands.</param>
    /// <param name="Proofs">What was proved.</param>
    /// <param name="SentAt">When it was sent to staff, UTC.</param>
    /// <param name="ObjectUntil">Until when the owners may object, UTC; null when there were none.</param>
    /// <param name="IsObjected">Whether one has.</param>
    /// <param name="ExpectsCode">Whether a code can be entered.</param>
    /// <param name="CodeSentAt">When it was mailed, UTC.</param>
    /// <param name="SiteLine">The line for the website.</param>
    /// <param name="Documents">How many documents were given.</param>
    /// <param name="DecidedAt">When it ended, UTC.</param>
    /// <param name="Reason">What staff said.</param>
    public sealed record Claim(
        ClaimState State,
        ClaimProofs Proofs,
        DateTime? SentAt,
        DateTime? ObjectUntil,
        bool IsObjected,
        bool ExpectsCode,
        DateTime? CodeSentAt,
        string SiteLine,
        int Documents,
        DateTime? DecidedAt,
        string Reason)
    {
        /// <summary>Whether it can still come to something.</summary>
        public bool IsOpen => State is ClaimState.Open or ClaimState.Waiting;
    }

    /// <summary>The page; null when there is nothing to claim. What is hidden from the public is shown only to who had claimed it before.</summary>
    public async Task<View?> RunAsync(string slug, long? account, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (slug.Length > Listing.SlugMaxLength || await ClaimedListing.FindAsync(db, l => l.Slug == slug, now, cancel) is not { } listing)
        {
            return null;
        }

        var claim = await db.Claims.AsNoTracking().Where(c => c.ListingId == listing.Id && c.AccountId == account).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        if (listing.Standing is not (PublicStanding.Shown or PublicStanding.Paused) && claim is not { IsOpen: true })
        {
            return null;
        }

        var owners = await db.Members.Where(m => m.ListingId == listing.Id && m.Role == MemberRole.Owner).Select(m => m.AccountId).ToListAsync(cancel);
        var email = await db.Users.Where(a => a.Id == account && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        return new View(
            listing.Id,
            listing.Slug,
            listing.Name,
            owners.Count > 0,
            account is { } me && owners.Contains(me),
            listing.Email is null ? null : MaskedEmail.Of(listing.Email),
            listing.Email is not null && string.Equals(email, listing.Email, StringComparison.OrdinalIgnoreCase),
            listing.Host,
            claim is null ? null : Describe(claim, await db.ClaimDocuments.CountAsync(d => d.ClaimId == claim.Id, cancel), now),
            now);
    }

    private static Claim Describe(ListingClaim claim, int documents, DateTime now) => new(
        claim.State,
        claim.Proofs,
        claim.SentAt,
        claim.ObjectUntil,
        claim.ObjectedAt is not null,
        claim.ExpectsCode(now),
        claim.CodeSentAt,
        PracticeWebsite.Line(claim.SiteToken),
        documents,
        claim.DecidedAt,
        claim.Reason);
}
