using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Photos and documents that those who keep a listing give, look at and take away.</summary>
public sealed class KeepUploads(IDbContextFactory<FinderDbContext> contexts, PhotoMaker photos, ProofMaker proofs, TimeProvider time)
{
    /// <summary>Most documents of a listing.</summary>
    public const int MostDocuments = 40;

    public abstract record Result
    {
        /// <summary>It is kept under this key.</summary>
        public sealed record Stored(string Key) : Result;

        /// <summary>Why not, and what to do.</summary>
        public sealed record Refused(string Why) : Result;

        /// <summary>The account does not keep this listing.</summary>
        public sealed record NotAllowed : Result;
    }

    /// <param name="Key">Names it.</param>
    /// <param name="Credential">The credential that it proves.</param>
    /// <param name="FileName">What its owner calls it.</param>
    /// <param name="At">When it was given, UTC.</param>
    public sealed record Document(string Key, string Credential, string FileName, DateTime At);

    /// <summary>Takes a photo; the form then speaks of it, and the public page does when a revision with it is approved.</summary>
    public async Task<Result> AddPhotoAsync(long listing, long account, Stream upload, CancellationToken cancel)
    {
        if (!await KeepsAsync(listing, account, cancel))
        {
            return new Result.NotAllowed();
        }

        switch (await photos.ReadAsync(upload, cancel))
        {
            case PhotoMaker.Result.Accepted accepted:
                return await CutAsync(listing, account, accepted.Source, accepted.Width, accepted.Height, PhotoFrame.Of(accepted.Width, accepted.Height), cancel);
            case PhotoMaker.Result.Refused refused:
                return new Result.Refused(refused.Why);
            default:
                throw new InvalidOperationException("A photo is accepted or refused.");
        }
    }

    /// <summary>Cuts a photo of the listing anew; it is another picture then, under another key.</summary>
    public async Task<Result> CutAgainAsync(long listing, long account, string key, PhotoFrame frame, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel)
            || await db.Photos.SingleOrDefaultAsync(p => p.ListingId == listing && p.Key == key, cancel) is not { } photo)
        {
            return new Result.NotAllowed();
        }

        return await CutAsync(listing, account, photo.Source, photo.Width, photo.Height, frame, cancel);
    }

    /// <summary>Takes a document as proof of a credential.</summary>
    public async Task<Result> AddDocumentAsync(long listing, long account, string credential, Stream upload, string fileName, CancellationToken cancel)
    {
        if (credential.Length is 0 or > Credential.KeyMaxLength || !await KeepsAsync(listing, account, cancel))
        {
            return new Result.NotAllowed();
        }

        var read = await proofs.ReadAsync(upload, fileName, cancel);
        if (read is ProofMaker.Result.Refused refused)
        {
            return new Result.Refused(refused.Why);
        }

        var accepted = (ProofMaker.Result.Accepted)read;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Documents.CountAsync(d => d.ListingId == listing, cancel) >= MostDocuments)
        {
            return new Result.Refused($"A listing holds {MostDocuments} documents at most. Take some away first.");
        }

        var now = time.GetUtcNow().UtcDateTime;
        var document = new ProofDocument(listing, credential, accepted.FileName, accepted.ContentType, accepted.Bytes, AccountIds.AsPerson(account), now);
        db.Documents.Add(document);
        db.Events.Add(new ListingEvent(listing, ListingDeed.AddedProof, account, now, code: credential));
        await db.SaveChangesAsync(cancel);
        return new Result.Stored(document.Key);
    }

    /// <summary>Takes a document away for good. A second press finds it gone, which is what was wanted.</summary>
    public async Task<bool> RemoveDocumentAsync(long listing, long account, string key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel))
        {
            return false;
        }

        if (await db.Documents.Where(d => d.ListingId == listing && d.Key == key).ExecuteDeleteAsync(cancel) > 0)
        {
            db.Events.Add(new ListingEvent(listing, ListingDeed.RemovedProof, account, time.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>The documents of a listing, without their bytes.</summary>
    public async Task<IReadOnlyList<Document>> ListAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Documents
            .Where(d => d.ListingId == listing && db.Members.Any(m => m.ListingId == listing && m.AccountId == account))
            .OrderBy(d => d.Id).Select(d => new Document(d.Key, d.CredentialKey, d.FileName, d.At)).ToListAsync(cancel);
    }

    /// <summary>A document for somebody who keeps the listing; null for anybody else.</summary>
    public async Task<ProofDocument?> FindDocumentAsync(long listing, long account, string key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(
            d => d.ListingId == listing && d.Key == key && db.Members.Any(m => m.ListingId == listing && m.AccountId == account), cancel);
    }

    /// <summary>A photo for somebody who keeps the listing; null for anybody else.</summary>
    public async Task<StoredPhoto?> FindPhotoAsync(long listing, long account, string key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Photos.AsNoTracking().SingleOrDefaultAsync(
            p => p.ListingId == listing && p.Key == key && db.Members.Any(m => m.ListingId == listing && m.AccountId == account), cancel);
    }

    private async Task<Result> CutAsync(long listing, long account, byte[] source, int width, int height, PhotoFrame frame, CancellationToken cancel)
    {
        if (await photos.CutAsync(source, frame, cancel) is not { } cut)
        {
            return new Result.Refused(UploadRefusals.Busy);
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var photo = new StoredPhoto(listing, source, width, height, cut.Frame, cut.Served, cut.Small, AccountIds.AsPerson(account), now);
        db.Photos.Add(photo);
        await SpeakOfAsync(db, listing, account, photo.Key, now, cancel);
        await ForgetOthersAsync(db, listing, photo.Key, cancel);
        await db.SaveChangesAsync(cancel);
        return new Result.Stored(photo.Key);
    }

    /// <summary>The form's photo is this one from now on; its words stay.</summary>
    private static async Task SpeakOfAsync(FinderDbContext db, long listing, long account, string key, DateTime now, CancellationToken cancel)
    {
        var read = await db.Listings.Include(l => l.Revisions).SingleAsync(l => l.Id == listing, cancel);
        var drafts = await db.DraftsAsync(listing, cancel);
        var form = read.Form(drafts).Photo;
        form.Key = key;
        var json = ListingForm.Write(form);
        if (drafts.Find(d => d.Section == PhotoForm.Section) is { } draft)
        {
            draft.Save(json, account, now);
        }
        else
        {
            db.Drafts.Add(new ListingDraft(listing, PhotoForm.Section, json, account, now));
        }
    }

    /// <summary>Pictures that no revision and no form speaks of are of no use to anybody.</summary>
    private static async Task ForgetOthersAsync(FinderDbContext db, long listing, string keep, CancellationToken cancel)
    {
        var contents = await db.Revisions.Where(r => r.ListingId == listing).Select(r => r.SerialisedContent).ToListAsync(cancel);
        var keys = await db.Photos.Where(p => p.ListingId == listing && p.Key != keep).Select(p => p.Key).ToListAsync(cancel);
        var useless = keys.Where(k => !contents.Exists(c => c.Contains(k, StringComparison.Ordinal))).ToList();
        await db.Photos.Where(p => p.ListingId == listing && useless.Contains(p.Key)).ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> KeepsAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel);
    }
}
