using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A revision as staff see it.</summary>
public sealed class ReadReview(IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, TimeProvider time)
{
    /// <param name="Listing">The listing, read and not to be changed.</param>
    /// <param name="Revision">What is looked at.</param>
    /// <param name="Changes">What it would change of the public page; of a new listing, everything it says.</param>
    /// <param name="Documents">Documents by the key of their credential.</param>
    /// <param name="Keepers">Names of those who keep the listing.</param>
    /// <param name="IsOwn">Whether the reader keeps it, and so may not decide.</param>
    /// <param name="Names">Names of those who wrote and decided, by how revisions keep them.</param>
    /// <param name="Now">When it was read, UTC.</param>
    public sealed record Review(
        Listing Listing,
        Revision Revision,
        IReadOnlyList<FieldChange> Changes,
        ILookup<string, Document> Documents,
        IReadOnlyList<string> Keepers,
        bool IsOwn,
        IReadOnlyDictionary<string, string> Names,
        DateTime Now);

    /// <param name="Key">Names it.</param>
    /// <param name="FileName">What its owner calls it.</param>
    /// <param name="At">When it was given, UTC.</param>
    public sealed record Document(string Key, string FileName, DateTime At);

    public async Task<Review?> RunAsync(long id, int number, long reader, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Listings.WithEverything().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } listing
            || listing.Revisions.FirstOrDefault(r => r.Number == number) is not { } revision)
        {
            return null;
        }

        var members = await db.Members.Where(m => m.ListingId == id).Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.Id, a.Name, m.Role }).ToListAsync(cancel);
        var documents = await db.Documents.Where(d => d.ListingId == id).OrderBy(d => d.Id).Select(d => new { d.CredentialKey, d.Key, d.FileName, d.At }).ToListAsync(cancel);
        var before = listing.PublicRevision == number ? null : listing.PublicContent;
        return new Review(
            listing,
            revision,
            ContentDiff.Between(before ?? new ListingContent { Name = "", Headline = "", About = "" }, revision.Content, vocabulary),
            documents.ToLookup(d => d.CredentialKey, d => new Document(d.Key, d.FileName, d.At)),
            [.. members.OrderByDescending(m => m.Role).Select(m => $"{m.Name} ({(m.Role == MemberRole.Owner ? "owner" : "editor")})")],
            members.Exists(m => m.Id == reader),
            await db.NamesOfAsync(listing.Revisions.SelectMany(r => new[] { r.Author, r.DecidedBy }), cancel),
            time.GetUtcNow().UtcDateTime);
    }
}
