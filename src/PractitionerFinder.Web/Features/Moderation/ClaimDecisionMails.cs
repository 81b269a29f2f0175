using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.About;
using PractitionerFinder.Web.Features.Claims;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What is told when staff have decided about a claim.</summary>
public sealed class ClaimDecisionMails(SiteSettings site)
{
    private const string OurWords = "What our staff say";

    public Mail Approved(string to, string name, long listing, string reason) => new(
        to,
        "You keep your page now",
        [
            new MailBlock.Text($"Our staff looked at your claim and made you an owner of “{name}”. Read what the page says and put right what is wrong: until now it was written from what was public."),
            .. Said(reason),
            new MailBlock.Action("Open your listing", site.Absolute(PortalUrls.Listing(listing))),
        ]);

    public Mail Refused(string to, string name, string slug, string reason) => new(
        to,
        "Your claim was refused",
        [
            new MailBlock.Text($"Our staff looked at your claim of “{name}” and refused it. Documents that you gave are deleted."),
            .. Said(reason),
            new MailBlock.Action("Look at it", site.Absolute(ClaimUrls.Claim(slug))),
            new MailBlock.Text("If you can show it better, you may claim the page again."),
        ]);

    public Mail Overtaken(string to, string name, string slug) => new(
        to,
        "Somebody else keeps the page that you claimed",
        [
            new MailBlock.Text($"Somebody else has shown that “{name}” is theirs and is its owner now, so your claim is closed. Documents that you gave are deleted."),
            new MailBlock.Text("If the page is yours, claim it again. Its owner is told and can object, and our staff decide."),
            new MailBlock.Action("Claim it again", site.Absolute(ClaimUrls.Claim(slug))),
        ]);

    /// <summary>To somebody who owned the page before.</summary>
    public Mail ApprovedToOwner(string to, string by, string name, long listing, string reason, bool isAlone) => new(
        to,
        isAlone ? "You no longer keep a listing" : "A listing has another owner",
        [
            new MailBlock.Text(isAlone
                ? $"Our staff looked at the claim of {by} to “{name}” and found it to be theirs alone. You no longer keep it."
                : $"Our staff looked at the claim of {by} to “{name}” and made them an owner of it beside you."),
            .. Said(reason),
            isAlone
                ? new MailBlock.Action("If that is wrong, write to us", site.Absolute(AboutUrls.Contact))
                : new MailBlock.Action("Who keeps it", site.Absolute(PortalUrls.People(listing))),
        ]);

    /// <summary>To somebody who owns the page as before.</summary>
    public Mail RefusedToOwner(string to, string by, string name, long listing) => new(
        to,
        "The claim to your listing was refused",
        [
            new MailBlock.Text($"Our staff looked at the claim of {by} to “{name}” and refused it. It is yours as before."),
            new MailBlock.Action("Open the listing", site.Absolute(PortalUrls.Listing(listing))),
        ]);

    /// <summary>To the address on a page that nobody kept.</summary>
    public Mail ApprovedToPage(string to, string by, string name, string slug) => new(
        to,
        "Somebody keeps your page now",
        [
            new MailBlock.Text($"{by} has shown our staff that the page “{name}” at PractitionerFinder is theirs, and keeps it from now on. You are told because this address was on the page."),
            new MailBlock.Action("See the page", site.Absolute(ListingUrls.Profile(slug))),
            new MailBlock.Text("If that is you or somebody you know, there is nothing to do."),
            new MailBlock.Action("If that is wrong, write to us", site.Absolute(AboutUrls.Contact)),
        ]);

    private static IEnumerable<MailBlock> Said(string reason) => reason.Length > 0 ? [new MailBlock.Quote(OurWords, reason)] : [];
}
