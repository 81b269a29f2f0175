using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>The mails about what somebody wants erased, and about taking that back.</summary>
public sealed class DeletionMails(SiteSettings site)
{
    /// <summary>To whoever asked. The link takes it back, and needs a press.</summary>
    public Mail AccountGoes(Account account, string token, int listings) => new(
        account.Email!,
        "Your account is to be deleted",
        [
            new MailBlock.Text($"You have asked us to delete your account at PractitionerFinder{(listings == 0 ? "" : listings == 1 ? ", and with it the listing that you alone own" : $", and with it the {listings} listings that you alone own")}. {(listings == 0 ? "You are" : listings == 1 ? "The listing is off the site, and you are" : "The listings are off the site, and you are")} signed out everywhere."),
            new MailBlock.Text($"From {Day(account.ErasedFrom!.Value)} on everything is erased, and nobody can bring it back. Until then you can take it back: follow this link, or sign in."),
            new MailBlock.Action("Keep the account", site.Absolute(AccountUrls.UndoDeletion(token))),
            new MailBlock.Text("If it was not you, somebody knows your password: follow the link, keep the account, and set a new password at once. Unless you do something, this is the last mail about your account."),
        ]);

    /// <summary>To whoever has taken it back.</summary>
    public Mail AccountStays(Account account) => new(
        account.Email!,
        "Your account stays",
        [
            new MailBlock.Text("Your account at PractitionerFinder is not deleted. Listings that were to go with it are as they were before."),
            new MailBlock.Action("Your account", site.Absolute(AccountUrls.Overview)),
        ]);

    /// <summary>To everybody who keeps a listing that is to be erased.</summary>
    public Mail ListingGoes(string to, string by, string listing, long id, DateTime erasedFrom, bool mayTakeBack) => new(
        to,
        "A listing is to be deleted",
        [
            new MailBlock.Text($"{by} asked us to delete {listing} at PractitionerFinder. It is off the site, and from {Day(erasedFrom)} on it is erased with every earlier version, photo and document. {(mayTakeBack ? "Until then an owner can take that back." : $"If it should stay, ask {by} to take that back before then.")}"),
            new MailBlock.Action("Look at the listing", site.Absolute(PortalUrls.Listing(id))),
        ]);

    /// <summary>To everybody who keeps it, when an owner has taken that back.</summary>
    public Mail ListingStays(string to, string by, string listing, long id) => new(
        to,
        "A listing stays",
        [
            new MailBlock.Text($"{by} has taken back that {listing} is to be deleted. It is on the site as it was before."),
            new MailBlock.Action("Look at the listing", site.Absolute(PortalUrls.Listing(id))),
        ]);

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();
}
