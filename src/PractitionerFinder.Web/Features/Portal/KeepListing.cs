using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>What an act of those who keep a listing came to.</summary>
public abstract record Kept
{
    /// <summary>It is done.</summary>
    public sealed record Done : Kept;

    /// <summary>It was done before, by them or somebody else: a second press changes nothing.</summary>
    public sealed record Already : Kept;

    /// <summary>Somebody changed the listing since it was looked at; nothing was done.</summary>
    public sealed record ChangedSince : Kept;

    /// <summary>Something has to be put right first.</summary>
    public sealed record Faulty(IReadOnlyList<FormFault> Faults) : Kept;

    /// <summary>The account does not keep this listing, or may not do this.</summary>
    public sealed record NotAllowed : Kept;
}

/// <summary>The acts of those who keep a listing; each is one transaction, and says who did it.</summary>
public sealed class KeepListing(IDbContextFactory<FinderDbContext> contexts, FormReader reader, Vocabulary vocabulary, TimeProvider time)
{
    /// <summary>Sends what was typed for review. What is small goes live at once and the rest waits.</summary>
    /// <param name="id">The listing.</param>
    /// <param name="account">Who sends.</param>
    /// <param name="seen"><see cref="Workbook.Seen"/> of the page that was pressed on.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Kept> SendAsync(long id, long account, string seen, CancellationToken cancel) => ActAsync(id, account, MemberRole.Editor, async (db, listing, now) =>
    {
        var drafts = await db.DraftsAsync(id, cancel);
        if (Workbook.Name(drafts) != seen)
        {
            return new Kept.ChangedSince();
        }

        var reading = reader.Read(listing.Form(drafts), listing.Base(), DateOnly.FromDateTime(now));
        if (reading.Faults.Count > 0)
        {
            return new Kept.Faulty(reading.Faults);
        }

        if (listing.Waiting is { } waiting && ContentDiff.Between(waiting.Content, reading.Content).Count == 0)
        {
            return new Kept.Already();
        }

        var proposed = reading.Content;
        if (listing.PublicContent is { } shown)
        {
            var (small, rest) = SmallFacts.Split(shown, proposed);
            if (ContentDiff.Between(shown, small).Count > 0)
            {
                Change(db, listing, small, account, now);
            }

            if (!rest)
            {
                // The form says again what is public: nothing is left to decide.
                if (listing.Waiting is { } needless)
                {
                    listing.Withdraw(needless.Number, now);
                }

                db.Drafts.RemoveRange(drafts);
                return new Kept.Done();
            }
        }
        else
        {
            await AddressAsync(db, listing, proposed, cancel);
        }

        var revision = listing.Propose(proposed, AccountIds.AsPerson(account), now);
        db.Events.Add(new ListingEvent(id, ListingDeed.Sent, account, now, revision.Number));
        return new Kept.Done();
    }, cancel);

    /// <summary>Makes the small facts of the form public at once: hours, fees, and whether new people are taken on.</summary>
    public Task<Kept> PublishSmallFactsAsync(long id, long account, string section, CancellationToken cancel) => ActAsync(id, account, MemberRole.Editor, async (db, listing, now) =>
    {
        if (listing.PublicContent is not { } shown)
        {
            return new Kept.NotAllowed();
        }

        var drafts = await db.DraftsAsync(id, cancel);
        var reading = reader.Read(listing.Form(drafts), listing.Base(), DateOnly.FromDateTime(now));
        if (reading.Of(section).ToList() is { Count: > 0 } faults)
        {
            return new Kept.Faulty(faults);
        }

        var (small, _) = SmallFacts.Split(shown, reading.Content);
        if (ContentDiff.Between(shown, small).Count == 0)
        {
            return new Kept.Already();
        }

        Change(db, listing, small, account, now);
        return new Kept.Done();
    }, cancel);

    /// <summary>Takes back what waits; what was typed stays in the form.</summary>
    public Task<Kept> WithdrawAsync(long id, long account, int number, CancellationToken cancel) => ActAsync(id, account, MemberRole.Editor, async (db, listing, now) =>
    {
        if (listing.Waiting is not { } waiting || waiting.Number != number)
        {
            return new Kept.ChangedSince();
        }

        // What was sent becomes what is typed: the form stands on it no longer, and nothing of it may get lost.
        var drafts = await db.DraftsAsync(id, cancel);
        var form = listing.Form(drafts);
        listing.Withdraw(number, now);
        foreach (var section in ListingForm.Sections.Where(s => drafts.TrueForAll(d => d.Section != s.Slug)))
        {
            db.Drafts.Add(new ListingDraft(id, section.Slug, form.Write(section.Slug), account, now));
        }

        db.Events.Add(new ListingEvent(id, ListingDeed.Withdrew, account, now, number));
        return new Kept.Done();
    }, cancel);

    /// <summary>Throws away what was typed since something was sent or approved.</summary>
    public Task<Kept> DiscardAsync(long id, long account, string seen, CancellationToken cancel) => ActAsync(id, account, MemberRole.Editor, async (db, listing, now) =>
    {
        var drafts = await db.DraftsAsync(id, cancel);
        if (Workbook.Name(drafts) != seen)
        {
            return new Kept.ChangedSince();
        }

        db.Drafts.RemoveRange(drafts);
        return new Kept.Done();
    }, cancel);

    /// <summary>Takes the listing out of search until it is resumed.</summary>
    public Task<Kept> PauseAsync(long id, long account, DateTime? until, CancellationToken cancel) => ActAsync(id, account, MemberRole.Owner, (db, listing, now) =>
    {
        if (listing.IsPaused(now))
        {
            return Task.FromResult<Kept>(new Kept.Already());
        }

        listing.Pause(until, now);
        db.Events.Add(new ListingEvent(id, ListingDeed.Paused, account, now));
        return Task.FromResult<Kept>(new Kept.Done());
    }, cancel);

    /// <summary>Puts it back into search.</summary>
    public Task<Kept> ResumeAsync(long id, long account, CancellationToken cancel) => ActAsync(id, account, MemberRole.Owner, (db, listing, now) =>
    {
        if (!listing.IsPaused(now))
        {
            return Task.FromResult<Kept>(new Kept.Already());
        }

        listing.Resume();
        db.Events.Add(new ListingEvent(id, ListingDeed.Resumed, account, now));
        return Task.FromResult<Kept>(new Kept.Done());
    }, cancel);

    /// <summary>Says that facts of the public page are still true.</summary>
    public Task<Kept> ConfirmAsync(long id, long account, IReadOnlyCollection<ListingFact> facts, CancellationToken cancel) => ActAsync(id, account, MemberRole.Editor, (db, listing, now) =>
    {
        if (listing.PublicContent is null)
        {
            return Task.FromResult<Kept>(new Kept.NotAllowed());
        }

        foreach (var fact in facts)
        {
            listing.Confirm(fact, AccountIds.AsPerson(account), ConfirmedHow.Owner, now);
            db.Events.Add(new ListingEvent(id, ListingDeed.Confirmed, account, now, code: fact.ToString()));
        }

        return Task.FromResult<Kept>(new Kept.Done());
    }, cancel);

    private void Change(FinderDbContext db, Listing listing, ListingContent small, long account, DateTime now)
    {
        var revision = listing.ChangeSmallFacts(small, AccountIds.AsPerson(account), now, vocabulary);
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.ChangedSmallFacts, account, now, revision.Number));
    }

    private async Task<Kept> ActAsync(
        long id, long account, MemberRole least, Func<FinderDbContext, Listing, DateTime, Task<Kept>> act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var member = await db.Members.SingleOrDefaultAsync(m => m.ListingId == id && m.AccountId == account, cancel);
        if (member is null || member.Role < least)
        {
            return new Kept.NotAllowed();
        }

        var listing = await db.Listings.WithEverything().SingleAsync(l => l.Id == id, cancel);
        var kept = await act(db, listing, time.GetUtcNow().UtcDateTime);
        if (kept is Kept.Done)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Kept.ChangedSince();
            }
        }

        return kept;
    }

    /// <summary>An address made of name and town, as long as the listing was never public.</summary>
    private static async Task AddressAsync(FinderDbContext db, Listing listing, ListingContent content, CancellationToken cancel)
    {
        var town = content.Locations.Select(l => l.Address.Locality).Concat(content.VisitAreas.Select(v => v.Base.Locality)).FirstOrDefault();
        var plain = ListingSlug.Of(content.Name, town);
        if (listing.Slug == plain || ListingSlug.IsNumbered(listing.Slug, plain))
        {
            return;
        }

        var slug = plain;
        for (var i = 2; await db.Listings.AnyAsync(l => l.Slug == slug, cancel); i++)
        {
            slug = ListingSlug.Numbered(plain, i);
        }

        listing.MoveTo(slug);
    }
}
