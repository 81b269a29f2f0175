using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Everything that those who keep a listing see of it.</summary>
public sealed class ReadWorkbook(
    IDbContextFactory<FinderDbContext> contexts, FormReader reader, TimeProvider time)
{
    /// <summary>The listing for somebody who keeps it; null for anybody else, so that a guessed number tells nothing.</summary>
    public async Task<Workbook?> RunAsync(long id, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var member = await db.Members.SingleOrDefaultAsync(m => m.ListingId == id && m.AccountId == account, cancel);
        if (member is null)
        {
            return null;
        }

        var listing = await db.Listings.WithEverything().SingleAsync(l => l.Id == id, cancel);
        var drafts = await db.DraftsAsync(id, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var form = listing.Form(drafts);
        var workbook = new Workbook
        {
            Listing = listing,
            Role = member.Role,
            Now = now,
            Form = form,
            Drafts = drafts,
            ErasedFrom = await db.ListingDeletions.Where(d => d.ListingId == id).Select(d => (DateTime?)d.ErasedFrom).SingleOrDefaultAsync(cancel),
            Reading = reader.Read(form, listing.Base(), DateOnly.FromDateTime(now)),
            Names = await db.NamesOfAsync(
                [.. listing.Revisions.SelectMany(r => new[] { r.Author, r.DecidedBy }), .. drafts.Select(d => AccountIds.AsPerson(d.SavedBy))], cancel),
        };
        return workbook.Compared();
    }
}

/// <summary>A listing on the desk of those who keep it.</summary>
public sealed record Workbook
{
    /// <summary>The listing, read and not to be changed.</summary>
    public required Listing Listing { get; init; }

    /// <summary>What the reader may do.</summary>
    public required MemberRole Role { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Every section as it was typed last.</summary>
    public required ListingForm Form { get; init; }

    /// <summary>The sections that were typed in since something was sent or approved.</summary>
    public required IReadOnlyList<ListingDraft> Drafts { get; init; }

    /// <summary>From when it is erased, UTC; null while no owner asked for that.</summary>
    public DateTime? ErasedFrom { get; init; }

    /// <summary>What the form comes to.</summary>
    public required FormReading Reading { get; init; }

    /// <summary>Names of those who wrote, by how revisions keep them.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What the form would change of the public page; empty before there is one.</summary>
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    /// <summary>What waits for staff would change of it.</summary>
    public IReadOnlyList<FieldChange> WaitingChanges { get; private set; } = [];

    /// <summary>Reasons of the revision that came back.</summary>
    public IReadOnlyList<FieldReason> Reasons => Listing.SentBack()?.Reasons ?? [];

    /// <summary>When something was typed last, UTC.</summary>
    public DateTime? SavedAt => Drafts.Count == 0 ? null : Drafts.Max(d => d.SavedAt);

    /// <summary>Whether what is typed differs from what waits, or from what is public where nothing waits.</summary>
    public bool HasUnsent => Listing.Base() is not { } sent || ContentDiff.Between(sent, Reading.Content).Count > 0;

    /// <summary>
    /// Names what was seen, so that whoever sends it for review sends that and nothing that another wrote meanwhile.
    /// </summary>
    public string Seen => Name(Drafts);

    /// <summary>How a section stands.</summary>
    public SectionState StateOf(string section)
    {
        var draft = Drafts.FirstOrDefault(d => d.Section == section);
        if (ReasonsOf(section).Any() && Listing.SentBack() is { DecidedAt: { } decided } && (draft is null || draft.SavedAt <= decided))
        {
            return SectionState.NeedsChange;
        }

        if (Reading.Of(section).Any())
        {
            return draft is null && Listing.Base() is null ? SectionState.NotStarted : SectionState.Unfinished;
        }

        return ListingForm.Write(Form.Part(section)) == new ListingForm().Write(section) ? SectionState.NotStarted
            : Listing.PublicContent is not null && Changes.Any(c => c.Field.Section == section)
                ? Listing.Waiting is not null && !HasUnsent ? SectionState.InReview : SectionState.Changed
            : Listing.PublicContent is null && Listing.Waiting is not null && !HasUnsent ? SectionState.InReview
            : SectionState.Done;
    }

    /// <summary>What staff asked to be changed in a section.</summary>
    public IEnumerable<FieldReason> ReasonsOf(string section) => Reasons.Where(r => new FieldPath(r.Field).Section == section);

    /// <summary>The name of a state of the form: the version of each section.</summary>
    internal static string Name(IReadOnlyList<ListingDraft> drafts) =>
        string.Join('-', ListingForm.Sections.Select(s => drafts.FirstOrDefault(d => d.Section == s.Slug)?.Version ?? 0));

    internal Workbook Compared() => this with
    {
        Changes = Listing.PublicContent is { } shown ? ContentDiff.Between(shown, Reading.Content) : [],
        WaitingChanges = Listing.PublicContent is { } live && Listing.Waiting is { } waiting ? ContentDiff.Between(live, waiting.Content) : [],
    };
}

/// <summary>How a section of the task list stands.</summary>
public enum SectionState
{
    /// <summary>Nothing is there.</summary>
    NotStarted,

    /// <summary>Something is missing.</summary>
    Unfinished,

    /// <summary>It is whole, and public or ready to be sent for the first time.</summary>
    Done,

    /// <summary>It is whole and differs from the public page.</summary>
    Changed,

    /// <summary>It waits for staff.</summary>
    InReview,

    /// <summary>Staff asked for a change.</summary>
    NeedsChange,
}
