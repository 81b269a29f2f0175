using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>Enquiries as they are read: by those who keep a listing, and by who wrote one.</summary>
public sealed class ReadEnquiries(IDbContextFactory<FinderDbContext> contexts, ReadEnquiryDoor door, Vocabulary vocabulary, TimeProvider time)
{
    /// <param name="Listing">What the listing is called.</param>
    /// <param name="IsPublic">Whether the listing has a public page that could take enquiries.</param>
    /// <param name="Door">Whether it takes enquiries.</param>
    /// <param name="WantsEnquiries">Whether those who keep it want any.</param>
    /// <param name="Entries">Its enquiries, those that wait for an answer first and of those the oldest.</param>
    /// <param name="Now">UTC.</param>
    public sealed record Box(string Listing, bool IsPublic, ReadEnquiryDoor.Door Door, bool WantsEnquiries, IReadOnlyList<Entry> Entries, DateTime Now);

    /// <param name="Id">Number.</param>
    /// <param name="Name">What the sender wants to be called.</param>
    /// <param name="Reason">Why they write.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="IsWaiting">Whether the listing is to say the next word.</param>
    /// <param name="SentAt">When it was sent, UTC.</param>
    /// <param name="AnswerBy">Until when it can be answered, UTC; null when that is no question any more.</param>
    public sealed record Entry(long Id, string Name, EnquiryReason Reason, EnquiryState State, bool IsWaiting, DateTime SentAt, DateTime? AnswerBy);

    /// <summary>An enquiry to those who keep the listing.</summary>
    /// <param name="Email">The sender's address; null unless the enquiry is accepted.</param>
    /// <param name="RefusedAt">When a mail to the sender was refused, UTC.</param>
    public sealed record Received(
        long Id, string Name, string? Email, Asked Asked, EnquiryState State, DeclineReason Declined, string? DeclineWords, bool MayBlock, IReadOnlyList<Said> Messages,
        DateTime SentAt, DateTime AnswerBy, DateTime KeptUntil, DateTime? RefusedAt, DateTime Now);

    /// <summary>An enquiry to who wrote it.</summary>
    /// <param name="Listing">What the listing is called.</param>
    /// <param name="Slug">Its address; null when it is not shown.</param>
    /// <param name="RefusedAt">When a mail to the practitioner was refused, UTC.</param>
    public sealed record Followed(
        string Listing, string? Slug, string Name, Asked Asked, EnquiryState State, DeclineReason Declined, string? DeclineWords, IReadOnlyList<Said> Messages,
        DateTime? AnswerBy, DateTime KeptUntil, DateTime? RefusedAt, DateTime Now);

    /// <summary>Answers null to anybody who does not keep the listing.</summary>
    public async Task<Box?> OfListingAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await KeptAsync(db, listing, account, cancel) is not { } kept)
        {
            return null;
        }

        var now = Now;
        var rows = await db.Enquiries.AsNoTracking().Where(e => e.ListingId == listing && e.SentAt != null).ToListAsync(cancel);
        var choices = await db.EnquiryChoices.AsNoTracking().SingleOrDefaultAsync(c => c.ListingId == listing, cancel);
        return new Box(
            kept.Name,
            kept.PublicRevision is not null,
            await door.OfAsync(db, listing, cancel),
            choices?.IsOpen ?? true,
            [
                .. rows.Where(e => !e.IsOver(now))
                    .Select(e => (Row: e, State: e.StateAt(now)))
                    .Select(e => new Entry(
                        e.Row.Id, e.Row.Name, e.Row.Reason, e.State, e.Row.AwaitsPractitioner && e.State is EnquiryState.Sent or EnquiryState.Accepted,
                        e.Row.SentAt!.Value, e.State == EnquiryState.Sent ? e.Row.AnswerBy : null))
                    .OrderByDescending(e => e.IsWaiting).ThenBy(e => e.IsWaiting ? e.SentAt.Ticks : -e.SentAt.Ticks),
            ],
            now);
    }

    /// <summary>Answers null to anybody who does not keep the listing, and for what is not there to them.</summary>
    public async Task<Received?> OneAsync(long listing, long account, long enquiry, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = Now;
        if (await KeptAsync(db, listing, account, cancel) is null
            || await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == enquiry && e.ListingId == listing && e.SentAt != null, cancel) is not { } found
            || found.IsOver(now))
        {
            return null;
        }

        var state = found.StateAt(now);
        return new Received(
            found.Id, found.Name, state == EnquiryState.Accepted ? found.Email : null, Asked.Of(found, vocabulary), state, found.Declined, found.DeclineWords,
            found.MayBeBlocked(now), await db.MessagesOfAsync(found.Id, cancel), found.SentAt!.Value, found.AnswerBy!.Value, found.KeptUntil,
            await db.RefusedAsync(EnquiryMails.ToSender(found), cancel), now);
    }

    /// <summary>Looks at the enquiry that a link leads to, and changes nothing: programs that look for harm in mails open their links too. Null when the link leads nowhere.</summary>
    public async Task<Followed?> ByLinkAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = LinkToken.Hash(token);
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.EnquiryLinks.AsNoTracking().Where(l => l.TokenHash == hash).Select(l => l.Enquiry).SingleOrDefaultAsync(cancel) is not { } found || found.IsOver(now))
        {
            return null;
        }

        var listing = await db.Listings.AsNoTracking().SingleAsync(l => l.Id == found.ListingId, cancel);
        var state = found.ToldToSender(now);
        return new Followed(
            listing.Name, listing.Standing(now) is PublicStanding.Shown or PublicStanding.Paused ? listing.Slug : null,
            found.Name, Asked.Of(found, vocabulary), state, found.Declined, found.DeclineWords,
            state == EnquiryState.Accepted ? await db.MessagesOfAsync(found.Id, cancel) : [],
            state == EnquiryState.Sent ? found.AnswerBy : null, found.KeptUntil, await db.RefusedAsync(EnquiryMails.ToListing(found), cancel), now);
    }

    /// <summary>Looks at the enquiries of one form that asked several, each by its own link; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<(string Token, Followed Enquiry)>> SeveralByLinkAsync(string? token, CancellationToken cancel)
    {
        var found = new List<(string Token, Followed Enquiry)>();
        foreach (var link in string.IsNullOrEmpty(token) ? [] : SeveralLinks.Of(token))
        {
            if (await ByLinkAsync(link, cancel) is { } one)
            {
                found.Add((link, one));
            }
        }

        return [.. found.OrderBy(f => f.Enquiry.Listing, StringComparer.OrdinalIgnoreCase)];
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static Task<Listing?> KeptAsync(FinderDbContext db, long listing, long account, CancellationToken cancel) =>
        db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.Id == listing && db.Members.Any(m => m.ListingId == listing && m.AccountId == account), cancel);
}
