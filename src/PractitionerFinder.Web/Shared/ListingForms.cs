using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared;

/// <summary>How a listing's form is put together from what was typed and what was sent.</summary>
public static class ListingForms
{
    /// <summary>
    /// What a form stands on where a section was not typed in since: what waits, else what was sent back, else what is public.
    /// </summary>
    public static ListingContent? Base(this Listing listing) =>
        (listing.Waiting ?? SentBack(listing))?.Content ?? listing.PublicContent;

    /// <summary>The revision that came back and that nothing was sent after.</summary>
    public static Revision? SentBack(this Listing listing) =>
        listing.Revisions.Where(r => !r.IsByRule && r.State != RevisionState.Withdrawn).MaxBy(r => r.Number) is { State: RevisionState.ChangesRequested or RevisionState.Rejected } last ? last : null;

    /// <summary>The form: every section as it was typed last.</summary>
    public static ListingForm Form(this Listing listing, IEnumerable<ListingDraft> drafts)
    {
        var form = listing.Base() is { } content ? FormWriter.Of(content) : new ListingForm();
        return drafts.Aggregate(form, (f, d) => f.WithPart(d.Section, d.Json));
    }

    public static async Task<List<ListingDraft>> DraftsAsync(this FinderDbContext db, long listing, CancellationToken cancel) =>
        await db.Drafts.Where(d => d.ListingId == listing).ToListAsync(cancel);
}
