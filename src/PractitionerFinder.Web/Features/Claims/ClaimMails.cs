using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>The mails about a claim before staff decide.</summary>
public sealed class ClaimMails(SiteSettings site)
{
    /// <summary>To the address on the page.</summary>
    public Mail Code(string to, string code, string by, string name) => new(
        to,
        "A code to claim a page",
        [
            new MailBlock.Text($"{by} says that the page “{name}” at PractitionerFinder is theirs, and asked for this code. It was sent here because this address is on the page."),
            new MailBlock.Text($"The code is {code}. It can be entered for {ListingClaim.CodeMinutes} minutes."),
            new MailBlock.Text("If you do not know who that is, do nothing and give the code to nobody. Without it nothing happens, and with it our staff still look before anybody keeps the page."),
        ]);

    /// <summary>To an owner, when somebody else says that the listing is theirs.</summary>
    public Mail Claimed(string to, string by, string name, long listing, DateTime until) => new(
        to,
        "Somebody claims your listing",
        [
            new MailBlock.Text($"{by} says that “{name}” is theirs and asks to own it. Nothing has changed: our staff look at the claim, and not before {DateOnly.FromDateTime(until).InWords()} unless you answer."),
            new MailBlock.Action("Look at the claim", site.Absolute(ClaimUrls.OfListing(listing))),
            new MailBlock.Text("If it is not true, say so there until that day, and our staff will read why before they decide. If it is true, there is nothing to do."),
        ]);

    /// <summary>To an owner, when that claim is taken back.</summary>
    public Mail Withdrawn(string to, string by, string name, long listing) => new(
        to,
        "A claim was taken back",
        [
            new MailBlock.Text($"{by} has taken back the claim to “{name}”. It is yours as before."),
            new MailBlock.Action("Open the listing", site.Absolute(Portal.PortalUrls.Listing(listing))),
        ]);
}
