using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A claim as staff see it.</summary>
public sealed class ReadClaimReview(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="Id">The claim.</param>
    /// <param name="Version">Its version, which travels with the decision.</param>
    /// <param name="State">How it stands.</param>
    /// <param name="Page">The listing.</param>
    /// <param name="Claimant">Who claims.</param>
    /// <param name="EmailProvedAt">When mail to the address on the page was read, UTC.</param>
    /// <param name="SiteProvedAt">When the website was found to hold the line, UTC.</param>
    /// <param name="SiteHost">Which website.</param>
    /// <param name="Words">What the claimant says.</param>
    /// <param name="Documents">What they gave.</param>
    /// <param name="SentAt">When it was sent, UTC.</param>
    /// <param name="DueOn">By when an answer was promised.</param>
    /// <param name="ObjectUntil">Until when an owner can object, UTC; null when none was told.</param>
    /// <param name="ObjectedBy">Who objects.</param>
    /// <param name="ObjectedAt">When they did, UTC.</param>
    /// <param name="Objection">What they say.</param>
    /// <param name="Keepers">Who keeps the listing.</param>
    /// <param name="OtherClaims">How many others claim the same page.</param>
    /// <param name="IsOwn">Whether the reader claims or keeps it, and so may not decide.</param>
    /// <param name="MayApprove">Whether the owners had their time.</param>
    /// <param name="DecidedBy">Who decided.</param>
    /// <param name="DecidedAt">When it ended, UTC.</param>
    /// <param name="Reason">What staff said.</param>
    public sealed record Review(
        long Id,
        long Version,
        ClaimState State,
        Listed Page,
        Person Claimant,
        DateTime? EmailProvedAt,
        DateTime? SiteProvedAt,
        string? SiteHost,
        string Words,
        IReadOnlyList<Document> Documents,
        DateTime? SentAt,
        DateOnly? DueOn,
        DateTime? ObjectUntil,
        string? ObjectedBy,
        DateTime? ObjectedAt,
        string Objection,
        IReadOnlyList<string> Keepers,
        int OtherClaims,
        bool IsOwn,
        bool MayApprove,
        string? DecidedBy,
        DateTime? DecidedAt,
        string Reason);

    /// <param name="Id">The listing.</param>
    /// <param name="Slug">Its address.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Revision">The revision that is public; null when none is.</param>
    /// <param name="Email">The address for mail on it.</param>
    /// <param name="Website">Its website.</param>
    public sealed record Listed(long Id, string Slug, string Name, int? Revision, string? Email, string? Website);

    /// <param name="Name">As they call themselves.</param>
    /// <param name="Email">Their confirmed address.</param>
    /// <param name="Since">When they made the account, UTC.</param>
    public sealed record Person(string Name, string? Email, DateTime? Since);

    /// <param name="Key">Names it.</param>
    /// <param name="FileName">What the claimant calls it.</param>
    /// <param name="At">When it was given, UTC.</param>
    public sealed record Document(string Key, string FileName, DateTime At);

    public async Task<Review?> RunAsync(long id, long reader, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } claim)
        {
            return null;
        }

        var members = await db.Members.Where(m => m.ListingId == claim.ListingId).Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.Id, a.Name, m.Role }).ToListAsync(cancel);
        var account = await db.Users.Where(a => a.Id == claim.AccountId).Select(a => new Person(a.Name, a.Email, a.CreatedAt)).SingleOrDefaultAsync(cancel);
        return new Review(
            claim.Id,
            claim.Version,
            claim.State,
            await PageAsync(db, claim.ListingId, cancel),
            account ?? new Person(AccountNames.Gone, null, null),
            claim.EmailProvedAt,
            claim.SiteProvedAt,
            claim.SiteHost,
            claim.Words,
            await db.ClaimDocuments.Where(d => d.ClaimId == id).OrderBy(d => d.Id).Select(d => new Document(d.Key, d.FileName, d.At)).ToListAsync(cancel),
            claim.SentAt,
            claim.DecidableAt is { } from ? ReviewPromise.DueOn(from) : null,
            claim.ObjectUntil,
            claim.ObjectedBy is { } objector ? await db.NameOfAsync(objector, cancel) : null,
            claim.ObjectedAt,
            claim.Objection,
            [.. members.OrderByDescending(m => m.Role).Select(m => $"{m.Name} ({(m.Role == MemberRole.Owner ? "owner" : "editor")})")],
            await db.Claims.CountAsync(c => c.ListingId == claim.ListingId && c.Id != id && c.State == ClaimState.Waiting, cancel),
            claim.AccountId == reader || members.Exists(m => m.Id == reader),
            claim.MayApprove(now),
            claim.DecidedBy is { } by ? await db.NameOfAsync(by, cancel) : null,
            claim.DecidedAt,
            claim.Reason);
    }

    private static async Task<Listed> PageAsync(FinderDbContext db, long id, CancellationToken cancel)
    {
        var listing = await db.Listings.Where(l => l.Id == id).Select(l => new { l.Slug, l.Name, l.PublicRevision }).SingleAsync(cancel);
        var shown = await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.ListingId == id && r.Number == listing.PublicRevision, cancel);
        return new Listed(id, listing.Slug, listing.Name, listing.PublicRevision, shown?.Content.Contact.Email, shown?.Content.Contact.Website);
    }
}
