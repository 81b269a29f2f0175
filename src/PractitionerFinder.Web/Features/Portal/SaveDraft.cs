using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>
/// Keeps a section as it is typed. Whoever saves over something they have not seen is told what is there instead: nothing
/// is overwritten unseen.
/// </summary>
public sealed class SaveDraft(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    public abstract record Result
    {
        /// <summary>It is kept, on disk.</summary>
        public sealed record Saved(long Version, DateTime At) : Result;

        /// <summary>Somebody saved this section since; nothing was kept.</summary>
        public sealed record Changed(string Json, long Version, string By) : Result;

        /// <summary>It is longer than a section may be; nothing was kept.</summary>
        public sealed record TooLong : Result;

        /// <summary>The account does not keep this listing, or no longer.</summary>
        public sealed record NotAllowed : Result;
    }

    /// <param name="listing">The listing.</param>
    /// <param name="account">Who saves.</param>
    /// <param name="section">The section.</param>
    /// <param name="seen">Version that what was typed stands on; 0 where nothing had been kept.</param>
    /// <param name="json">The section.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result> RunAsync(long listing, long account, string section, long seen, string json, CancellationToken cancel)
    {
        if (json.Length > ListingDraft.JsonMaxLength)
        {
            return new Result.TooLong();
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel))
        {
            return new Result.NotAllowed();
        }

        var now = time.GetUtcNow().UtcDateTime;
        var draft = await db.Drafts.FindAsync([listing, section], cancel);
        if ((draft?.Version ?? 0) != seen)
        {
            return await ChangedAsync(db, draft, listing, section, cancel);
        }

        if (draft is null)
        {
            db.Drafts.Add(draft = new ListingDraft(listing, section, json, account, now));
        }
        else if (draft.Json == json)
        {
            return new Result.Saved(draft.Version, draft.SavedAt);
        }
        else
        {
            draft.Save(json, account, now);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return new Result.Saved(draft.Version, now);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || seen == 0)
        {
            // Between the look and the save somebody else saved; of two first saves the key refuses one.
            db.ChangeTracker.Clear();
            return await db.Drafts.FindAsync([listing, section], cancel) is { } theirs
                ? await ChangedAsync(db, theirs, listing, section, cancel)
                : throw new InvalidOperationException("The section could not be saved.", error);
        }
    }

    /// <summary>What is there now. A section that is gone was sent and approved meanwhile: what counts is the form it became.</summary>
    private static async Task<Result> ChangedAsync(FinderDbContext db, ListingDraft? theirs, long listing, string section, CancellationToken cancel)
    {
        if (theirs is not null)
        {
            return new Result.Changed(theirs.Json, theirs.Version, await db.NameOfAsync(theirs.SavedBy, cancel));
        }

        var current = await db.Listings.Include(l => l.Revisions).SingleAsync(l => l.Id == listing, cancel);
        return new Result.Changed(current.Form([]).Write(section), 0, "our staff, who approved it");
    }
}
