using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Enquiries;
using PractitionerFinder.Web.Shared.Uploads;
using static PractitionerFinder.Web.Features.Accounts.CollectedData;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Puts together everything that is kept about an account. What of the database is in it, and what is not and why, is said by
/// <see cref="Shared.Rights.LinkedTables"/>.
/// </summary>
public sealed class CollectData(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    private const string Self = "you";
    private const string Other = "somebody else";
    private const string Staff = "staff";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,

        // The file is read as a file and never as part of a page, so that letters can stay as they were typed.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>As it is written into the file, and shown on the page.</summary>
    public static JsonElement AsJson(CollectedData data) => JsonSerializer.SerializeToElement(data, Options);

    /// <summary>The bytes of the file.</summary>
    public static byte[] AsBytes(CollectedData data) => JsonSerializer.SerializeToUtf8Bytes(data, Options);

    public async Task<CollectedData> RunAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var parts = await db.Members.AsNoTracking().Where(m => m.AccountId == account).OrderBy(m => m.ListingId).ToListAsync(cancel);
        var own = parts.Where(m => m.Role == MemberRole.Owner).Select(m => m.ListingId).ToList();
        var listings = new List<ListingData>();
        foreach (var listing in own)
        {
            listings.Add(await ListingAsync(db, listing, account, cancel));
        }

        var others = new List<PartData>();
        foreach (var part in parts.Where(m => m.Role != MemberRole.Owner))
        {
            others.Add(new PartData(part.ListingId, await db.ListingNameAsync(part.ListingId, cancel), part.Role, part.Since));
        }

        var deeds = await db.Events.AsNoTracking().Where(e => (e.By == account || e.About == account) && !own.Contains(e.ListingId)).OrderBy(e => e.Id).ToListAsync(cancel);
        return new CollectedData(
            time.GetUtcNow().UtcDateTime, await AccountAsync(db, account, cancel), listings, others, deeds.ConvertAll(e => DeedOf(e, account)));
    }

    private static async Task<AccountData> AccountAsync(FinderDbContext db, long account, CancellationToken cancel)
    {
        var me = await db.Users.AsNoTracking().SingleAsync(a => a.Id == account, cancel);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == account).ToListAsync(cancel);
        var logins = await db.UserLogins.Where(l => l.UserId == account).Select(l => l.ProviderDisplayName ?? l.LoginProvider).ToListAsync(cancel);
        var claims = await db.UserClaims.Where(c => c.UserId == account).Select(c => $"{c.ClaimType}: {c.ClaimValue}").ToListAsync(cancel);
        var consents = await db.Consents.AsNoTracking().Where(c => c.AccountId == account).OrderBy(c => c.Id).ToListAsync(cancel);
        return new AccountData(
            me.Id,
            me.Name,
            me.Email!,
            me.EmailConfirmed,
            me.CreatedAt,
            me.IsDemo,
            me.ErasedFrom,
            await db.UserRoles.Where(r => r.UserId == account).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancel),
            new SignInData(
                me.PasswordHash is not null,
                me.TwoFactorEnabled,
                me.AccessFailedCount,
                me.LockoutEnd,
                passkeys.ConvertAll(p => new PasskeyData(p.Data.Name, p.Data.CreatedAt, p.Data.IsBackedUp)),
                logins,
                claims),
            consents.ConvertAll(c => new ConsentData(c.Text, c.Version, c.At)),
            await ClaimsAsync(db, account, cancel),
            await AlertsAsync(db, me, cancel),
            await EnquiriesAsync(db, me, cancel));
    }

    private static async Task<IReadOnlyList<ClaimData>> ClaimsAsync(FinderDbContext db, long account, CancellationToken cancel)
    {
        var claims = new List<ClaimData>();
        foreach (var claim in await db.Claims.AsNoTracking().Where(c => c.AccountId == account).OrderBy(c => c.Id).ToListAsync(cancel))
        {
            // Without their bytes, as those of a listing.
            var documents = await db.ClaimDocuments.Where(d => d.ClaimId == claim.Id).OrderBy(d => d.Id).Select(d => new { d.At, d.FileName, d.ContentType, d.Key }).ToListAsync(cancel);
            claims.Add(new ClaimData(
                claim.ListingId,
                await db.ListingNameAsync(claim.ListingId, cancel),
                claim.State,
                claim.BegunAt,
                claim.SentAt,
                claim.EmailProvedAt,
                claim.SiteProvedAt,
                claim.SiteHost,
                claim.Words,
                claim.DecidedAt,
                claim.Reason,
                documents.ConvertAll(d => new ClaimDocumentData(d.At, d.FileName, d.ContentType, ClaimFile(d.Key, d.ContentType)))));
        }

        return claims;
    }

    /// <summary>Those to an address that is known to be the account's: nobody learns of another's by writing their address into an account.</summary>
    private static async Task<IReadOnlyList<AlertData>> AlertsAsync(FinderDbContext db, Account me, CancellationToken cancel) => me.EmailConfirmed
        ? await db.OfAddress(me.Email!).OrderBy(a => a.Id).Select(a => new AlertData(a.Query, a.At, a.ConfirmedAt)).ToListAsync(cancel)
        : [];

    private static async Task<IReadOnlyList<EnquiryData>> EnquiriesAsync(FinderDbContext db, Account me, CancellationToken cancel)
    {
        var enquiries = new List<EnquiryData>();
        if (!me.EmailConfirmed)
        {
            return enquiries;
        }

        foreach (var enquiry in await db.EnquiriesOf(me.NormalizedEmail!).AsNoTracking().OrderBy(e => e.Id).ToListAsync(cancel))
        {
            var messages = await db.EnquiryMessages.AsNoTracking().Where(m => m.EnquiryId == enquiry.Id).OrderBy(m => m.Id).ToListAsync(cancel);
            enquiries.Add(new EnquiryData(
                enquiry.ListingId,
                await db.ListingNameAsync(enquiry.ListingId, cancel),
                enquiry.State == EnquiryState.Blocked ? EnquiryState.Declined : enquiry.State,
                enquiry.AskedAt,
                enquiry.KeptUntil,
                enquiry.Reason,
                enquiry.Technique,
                enquiry.Place,
                enquiry.Times,
                enquiry.Words,
                enquiry.DeclineWords,
                messages.ConvertAll(m => new MessageData(m.At, m.BySender ? Self : Other, m.Words))));
        }

        return enquiries;
    }

    private static async Task<ListingData> ListingAsync(FinderDbContext db, long id, long account, CancellationToken cancel)
    {
        var listing = await db.Listings.AsNoTracking().Include(l => l.Revisions).Include(l => l.Confirmations).Include(l => l.Checks).AsSplitQuery()
            .SingleAsync(l => l.Id == id, cancel);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.ListingId == id).ToListAsync(cancel);

        // Without their bytes, which go from the database into the file one after the other.
        var photos = await db.Photos.Where(p => p.ListingId == id).OrderBy(p => p.Id)
            .Select(p => new { p.At, p.UploadedBy, p.Width, p.Height, p.Frame, p.Key }).ToListAsync(cancel);
        var documents = await db.Documents.Where(d => d.ListingId == id).OrderBy(d => d.Id)
            .Select(d => new { d.At, d.UploadedBy, d.CredentialKey, d.FileName, d.ContentType, d.Key }).ToListAsync(cancel);
        var people = await db.Members.AsNoTracking().Where(m => m.ListingId == id).OrderBy(m => m.Since).ToListAsync(cancel);
        var invites = await db.Invites.AsNoTracking().Where(i => i.ListingId == id).OrderBy(i => i.Id).ToListAsync(cancel);
        var events = await db.Events.AsNoTracking().Where(e => e.ListingId == id).OrderBy(e => e.Id).ToListAsync(cancel);
        var me = AccountIds.AsPerson(account);
        return new ListingData(
            id,
            await db.ListingNameAsync(id, cancel),
            listing.Slug,
            listing.State,
            listing.PausedUntil,
            listing.PublicRevision,
            await db.ListingDeletions.Where(d => d.ListingId == id).Select(d => (DateTime?)d.ErasedFrom).SingleOrDefaultAsync(cancel),
            [.. listing.Revisions.OrderBy(r => r.Number).Select(r => RevisionOf(r, me))],
            drafts.ConvertAll(d => new DraftData(d.Section, Who(d.SavedBy, account), d.SavedAt, Parse(d.Json))),
            [.. listing.Confirmations.Select(c => new ConfirmationData(c.Fact, c.At, c.DueAt, c.How == ConfirmedHow.Staff ? Staff : Who(c.By, me), c.How))],
            [.. listing.Checks.Select(c => new CheckData(c.CredentialKey, c.Register, c.Number, c.CheckedAt, c.ValidUntil == DateTime.MaxValue ? null : c.ValidUntil))],
            photos.ConvertAll(p => new PhotoData(p.At, Who(p.UploadedBy, me), p.Width, p.Height, p.Frame, PhotoFiles(id, p.Key))),
            documents.ConvertAll(d => new DocumentData(d.At, Who(d.UploadedBy, me), d.CredentialKey, d.FileName, d.ContentType, DocumentFile(id, d.Key, d.ContentType))),
            people.ConvertAll(m => new PersonData(Who(m.AccountId, account), m.Role, m.Since)),
            invites.ConvertAll(i => new InviteData(i.Role, Who(i.InvitedBy, account), i.At, i.Until)),
            events.ConvertAll(e => DeedOf(e, account)),
            await db.Reminders.Where(r => r.ListingId == id).OrderBy(r => r.Id).Select(r => new ReminderData(r.Step, r.AccountId == account ? Self : Other, r.At, r.UsedAt)).ToListAsync(cancel),
            await db.ListingWeeks.Where(w => w.ListingId == id).OrderBy(w => w.Week).Select(w => new WeekData(w.Week, w.Views, w.Contacts)).ToListAsync(cancel),
            await db.Appearances.Where(a => a.ListingId == id).GroupBy(a => a.Week).OrderBy(g => g.Key).Select(g => new AppearanceData(g.Key, g.Sum(a => a.Times))).ToListAsync(cancel),
            await db.ListingPlaces.Where(p => p.ListingId == id).OrderBy(p => p.Week).ThenBy(p => p.Place).Select(p => new SearchPlaceData(p.Week, p.Place)).ToListAsync(cancel),
            await db.EnquiryChoices.Where(c => c.ListingId == id).Select(c => new EnquiryChoicesData(c.IsOpen, c.TakesWords)).SingleOrDefaultAsync(cancel));
    }

    /// <summary>Where the pictures of a photo lie in the file: the whole one, the square of a profile, and the square of a result.</summary>
    internal static IReadOnlyList<string> PhotoFiles(long listing, string key) =>
        [$"listings/{listing}/photos/{key}.jpg", $"listings/{listing}/photos/{key}-profile.jpg", $"listings/{listing}/photos/{key}-result.webp"];

    internal static string DocumentFile(long listing, string key, string contentType) =>
        $"listings/{listing}/documents/{key}.{(contentType == ProofMaker.Pdf ? "pdf" : "jpg")}";

    internal static string ClaimFile(string key, string contentType) => $"claims/{key}.{(contentType == ProofMaker.Pdf ? "pdf" : "jpg")}";

    private static RevisionData RevisionOf(Revision revision, string me) => new(
        revision.Number,
        revision.State,
        Who(revision.Author, me),
        revision.CreatedAt,
        revision.SubmittedAt,
        revision.DecidedBy is null ? null : revision.IsByRule ? "the rule for small facts" : Staff,
        revision.DecidedAt,
        revision.Reason,
        revision.Reasons,
        Parse(revision.SerialisedContent));

    private static DeedData DeedOf(ListingEvent line, long account) => new(
        line.At, line.ListingId, line.Deed, Who(line.By, account), line.About is { } about ? Who(about, account) : null, line.Revision, line.Code);

    private static string Who(long person, long account) => person == account ? Self : Other;

    private static string Who(string person, string me) => person == me ? Self : Other;

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
