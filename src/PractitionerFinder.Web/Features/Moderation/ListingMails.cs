using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What those who keep a listing are told when staff have decided.</summary>
public sealed class ListingMails(SiteSettings site, Vocabulary vocabulary)
{
    public Mail Approved(string to, long listing, Revision revision, string slug) => new(
        to,
        "Your listing was approved",
        [
            new MailBlock.Text($"Our staff read revision {revision.Number} of {NameOf(revision)} and approved it. It is what the public sees now."),
            new MailBlock.Action("See the public page", site.Absolute(ListingUrls.Profile(slug))),
            new MailBlock.Text("Hours, fees and whether you take new clients can be changed at any time without review."),
        ]);

    public Mail SentBack(string to, long listing, Revision revision) => new(
        to,
        "Your listing needs a change",
        [
            new MailBlock.Text($"Our staff read revision {revision.Number} of {NameOf(revision)} and ask you to change something. Your words are kept as you left them, and what was public stays public."),
            .. Whole(revision),
            .. revision.Reasons.Select(r => new MailBlock.Quote(new FieldPath(r.Field).Label(vocabulary, revision.Content), r.Words)),
            new MailBlock.Action("Change it", site.Absolute(PortalUrls.Listing(listing))),
        ]);

    public Mail Refused(string to, long listing, Revision revision) => new(
        to,
        "Your listing was refused",
        [
            new MailBlock.Text($"Our staff read revision {revision.Number} of {NameOf(revision)} and refused it. What was public before stays public."),
            .. Whole(revision),
            .. revision.Reasons.Select(r => new MailBlock.Quote(new FieldPath(r.Field).Label(vocabulary, revision.Content), r.Words)),
            new MailBlock.Action("Look at it", site.Absolute(PortalUrls.Listing(listing))),
        ]);

    private static IEnumerable<MailBlock> Whole(Revision revision) =>
        revision.Reason is { Length: > 0 } words ? [new MailBlock.Quote("Of the whole", words)] : [];

    private static string NameOf(Revision revision) => revision.Content.Name.Length > 0 ? revision.Content.Name : "your listing";
}
