using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Counting;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What somebody who has written an enquiry does with it, by a link from a mail and without an account.</summary>
public sealed class FollowEnquiry(ChangeEnquiry change, ReadEnquiryDoor door, SenderKeys keys, EnquiryMails mails, CountJournal counts)
{
    /// <summary>Sends it on to those who keep the listing, whose sender has shown by the link that the address is theirs.</summary>
    public async Task<EnquiryOutcome> ConfirmAsync(string token, CancellationToken cancel)
    {
        string? reached = null;
        var outcome = await ActAsync(token, async scene =>
        {
            (var decided, reached) = await ConfirmAsync(scene, cancel);
            return decided;
        }, cancel);
        if (outcome == EnquiryOutcome.Done && reached is not null)
        {
            counts.AddContact(reached);
        }

        return outcome;
    }

    /// <summary>
    /// Sends on every enquiry of a form that asked several. Each is decided alone, as if it had been asked alone; what a crash leaves undone, the same press does later.
    /// </summary>
    public async Task<IReadOnlyList<EnquiryOutcome>> ConfirmSeveralAsync(string token, CancellationToken cancel)
    {
        var outcomes = new List<EnquiryOutcome>();
        foreach (var link in SeveralLinks.Of(token))
        {
            outcomes.Add(await ConfirmAsync(link, cancel));
        }

        return outcomes;
    }

    /// <summary>Writes to the practitioner.</summary>
    public Task<EnquiryOutcome> SayAsync(string token, string words, string once, CancellationToken cancel) => ActAsync(token, async scene =>
    {
        if (scene.Enquiry.State != EnquiryState.Accepted || !scene.IsShown)
        {
            return EnquiryOutcome.NotNow;
        }

        if (await scene.Db.MayNotSayAsync(scene.Enquiry, bySender: true, once, scene.Now, cancel) is { } refused)
        {
            return refused;
        }

        scene.Db.EnquiryMessages.Add(scene.Enquiry.Say(bySender: true, words, once, scene.Now));
        mails.MessageToListing(scene.Db, scene.Enquiry, scene.Listing, scene.Readers, once, scene.Now);
        return EnquiryOutcome.Done;
    }, cancel);

    /// <summary>Erases it for both sides, at once, with the mails about it that have not gone out.</summary>
    public Task<EnquiryOutcome> EraseAsync(string token, CancellationToken cancel) => ActAsync(token, async scene =>
    {
        var prefix = EnquiryMails.Prefix(scene.Enquiry);
        scene.Db.OutgoingMails.RemoveRange(await scene.Db.OutgoingMails.Where(m => m.HandedAt == null && m.Key!.StartsWith(prefix)).ToListAsync(cancel));
        scene.Db.Enquiries.Remove(scene.Enquiry);
        if (scene.Enquiry.State is EnquiryState.Sent or EnquiryState.Accepted)
        {
            mails.Erased(scene.Db, scene.Enquiry, scene.Listing, scene.Readers, scene.Now);
        }

        return EnquiryOutcome.Done;
    }, cancel);

    /// <summary>What it came to, and the address of the listing that it reached; null when it reached none.</summary>
    private async Task<(EnquiryOutcome Outcome, string? Reached)> ConfirmAsync(ChangeEnquiry.Scene scene, CancellationToken cancel)
    {
        var (db, enquiry) = (scene.Db, scene.Enquiry);
        if (enquiry.State != EnquiryState.Waiting)
        {
            return (EnquiryOutcome.Already, null);
        }

        var listing = await db.Listings.AsNoTracking().SingleAsync(l => l.Id == enquiry.ListingId, cancel);
        if (listing.Standing(scene.Now) != PublicStanding.Shown || !(await door.OfAsync(db, enquiry.ListingId, cancel)).IsOpen)
        {
            return (EnquiryOutcome.Closed, null);
        }

        var key = await keys.OfSenderToAsync(enquiry.ListingId, enquiry.Email, cancel);
        if (await db.EnquiryBlocks.AnyAsync(b => b.ListingId == enquiry.ListingId && b.Key == key, cancel))
        {
            enquiry.Stop(scene.Now);
            return (EnquiryOutcome.Done, null);
        }

        if (await db.Enquiries.SingleOrDefaultAsync(e => e.OnceKey == key, cancel) is { } open)
        {
            if (open == enquiry)
            {
                // Another press has sent it since it was read.
                return (EnquiryOutcome.Already, null);
            }

            if (!open.IsOver(scene.Now) && open.StateAt(scene.Now) is EnquiryState.Sent or EnquiryState.Accepted)
            {
                mails.AlreadyAsked(db, open, scene.Listing, scene.Now);
                db.Enquiries.Remove(enquiry);
                return (EnquiryOutcome.AlreadyAsked, null);
            }

            MakeRoom(scene, open);
        }

        enquiry.Send(key, scene.Now);
        mails.Sent(db, enquiry, scene.Listing, scene.Readers, scene.Now);
        return (EnquiryOutcome.Done, listing.Slug);
    }

    private Task<EnquiryOutcome> ActAsync(string token, Func<ChangeEnquiry.Scene, Task<EnquiryOutcome>> act, CancellationToken cancel)
    {
        var hash = LinkToken.Hash(token);
        return change.RunAsync(db => db.EnquiryLinks.Where(l => l.TokenHash == hash).Select(l => l.Enquiry), act, cancel);
    }

    /// <summary>The time of an earlier one is up, and the work of the clock has not come by yet.</summary>
    private void MakeRoom(ChangeEnquiry.Scene scene, Enquiry open)
    {
        if (open.IsOver(scene.Now))
        {
            scene.Db.Enquiries.Remove(open);
        }
        else
        {
            open.Expire(scene.Now);
            mails.Expired(scene.Db, open, scene.Listing, scene.Now);
        }
    }
}
