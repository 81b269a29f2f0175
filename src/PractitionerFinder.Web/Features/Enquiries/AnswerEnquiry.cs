using System.Text;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What somebody who keeps a listing does with an enquiry to it.</summary>
public sealed class AnswerEnquiry(ChangeEnquiry change, SenderKeys keys, EnquiryMails mails)
{
    /// <param name="Listing">The listing that they keep.</param>
    /// <param name="Account">Who they are.</param>
    /// <param name="Enquiry">The enquiry.</param>
    public sealed record Whose(long Listing, long Account, long Enquiry);

    /// <summary>Takes it on.</summary>
    public Task<EnquiryOutcome> AcceptAsync(Whose whose, CancellationToken cancel) => ActAsync(whose, scene =>
    {
        if (Refusal(scene, EnquiryState.Accepted) is { } refused)
        {
            return Task.FromResult(refused);
        }

        scene.Enquiry.Accept(scene.Now);
        mails.Accepted(scene.Db, scene.Enquiry, scene.Listing, scene.Now);
        return Task.FromResult(EnquiryOutcome.Done);
    }, cancel);

    /// <summary>Does not take it on.</summary>
    public Task<EnquiryOutcome> DeclineAsync(Whose whose, DeclineReason reason, string? words, CancellationToken cancel) => ActAsync(whose, scene =>
    {
        if (Refusal(scene, EnquiryState.Declined) is { } refused)
        {
            return Task.FromResult(refused);
        }

        scene.Enquiry.Decline(reason, words, scene.Now);
        mails.Declined(scene.Db, scene.Enquiry, scene.Listing, scene.Now);
        return Task.FromResult(EnquiryOutcome.Done);
    }, cancel);

    /// <summary>
    /// Wants nothing from this address any more, and reports it to staff with a copy of what was said. The sender is told what they would be told of
    /// any enquiry that is not taken on.
    /// </summary>
    public Task<EnquiryOutcome> BlockAsync(Whose whose, ReportReason reason, CancellationToken cancel) => ActAsync(whose, async scene =>
    {
        var (db, enquiry) = (scene.Db, scene.Enquiry);
        if (!enquiry.MayBeBlocked(scene.Now))
        {
            return EnquiryOutcome.Already;
        }

        var key = await keys.OfSenderToAsync(enquiry.ListingId, enquiry.Email, cancel);
        if (!await db.EnquiryBlocks.AnyAsync(b => b.ListingId == enquiry.ListingId && b.Key == key, cancel))
        {
            db.EnquiryBlocks.Add(new EnquiryBlock(enquiry.ListingId, key, scene.Now));
        }

        db.EnquiryReports.Add(new EnquiryReport(enquiry.ListingId, reason, await CopyAsync(db, enquiry, cancel), whose.Account, scene.Now));
        var wasUndecided = enquiry.StateAt(scene.Now) is EnquiryState.Sent or EnquiryState.Accepted;
        enquiry.Block(scene.Now);
        if (wasUndecided)
        {
            mails.Declined(db, enquiry, scene.Listing, scene.Now);
        }

        return EnquiryOutcome.Done;
    }, cancel);

    /// <summary>Writes to the sender.</summary>
    public Task<EnquiryOutcome> SayAsync(Whose whose, string words, string once, CancellationToken cancel) => ActAsync(whose, async scene =>
    {
        if (scene.Enquiry.State != EnquiryState.Accepted || !scene.IsShown)
        {
            return EnquiryOutcome.NotNow;
        }

        if (await scene.Db.MayNotSayAsync(scene.Enquiry, bySender: false, once, scene.Now, cancel) is { } refused)
        {
            return refused;
        }

        scene.Db.EnquiryMessages.Add(scene.Enquiry.Say(bySender: false, words, once, scene.Now));
        mails.MessageToSender(scene.Db, scene.Enquiry, scene.Listing, once, scene.Now);
        return EnquiryOutcome.Done;
    }, cancel);

    private static EnquiryOutcome? Refusal(ChangeEnquiry.Scene scene, EnquiryState wanted) =>
        scene.Enquiry.State == wanted ? EnquiryOutcome.Already
        : scene.Enquiry.StateAt(scene.Now) != EnquiryState.Sent ? EnquiryOutcome.NotNow
        : scene.IsShown ? null
        : EnquiryOutcome.Closed;

    private static async Task<string> CopyAsync(FinderDbContext db, Enquiry enquiry, CancellationToken cancel)
    {
        var copy = new StringBuilder().Append("Name given: ").Append(enquiry.Name);
        if (enquiry.Words is not null)
        {
            copy.Append("\n\nFirst message: ").Append(enquiry.Words);
        }

        foreach (var said in await db.MessagesOfAsync(enquiry.Id, cancel))
        {
            copy.Append("\n\n").Append(said.BySender ? "They wrote: " : "The listing wrote: ").Append(said.Words);
        }

        return copy.ToString();
    }

    /// <summary>An enquiry that its sender has not confirmed, or that was stopped, is not there to whoever keeps the listing.</summary>
    private Task<EnquiryOutcome> ActAsync(Whose whose, Func<ChangeEnquiry.Scene, Task<EnquiryOutcome>> act, CancellationToken cancel) => change.RunAsync(
        db => db.Enquiries.Where(e => e.Id == whose.Enquiry && e.ListingId == whose.Listing && e.SentAt != null
            && db.Members.Any(m => m.ListingId == whose.Listing && m.AccountId == whose.Account)),
        act,
        cancel);
}
