using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>The mails about who keeps a listing.</summary>
public sealed class InviteMails(SiteSettings site)
{
    /// <param name="By">Who did it.</param>
    /// <param name="Whom">Whom it concerns.</param>
    /// <param name="Listing">The listing, as it stands in a sentence.</param>
    public sealed record About(string By, string Whom, string Listing);

    /// <param name="ToThem">What is written to the one it concerns.</param>
    /// <param name="ToOwners">What is written to the owners.</param>
    public sealed record Words(Letter ToThem, Letter ToOwners);

    /// <param name="Subject">One line.</param>
    /// <param name="Text">What happened.</param>
    /// <param name="Opens">Whether the reader may open the listing.</param>
    public sealed record Letter(string Subject, string Text, bool Opens = true);

    public Mail Invited(ListingInvite invite, string token, About about) => new(
        invite.Email,
        "You are invited to keep a listing",
        [
            new MailBlock.Text($"{about.By} invites you to keep {about.Listing} at PractitionerFinder. {invite.Role.WhatYouDo(about.By)}"),
            new MailBlock.Action("Look at the invitation", site.Absolute(PortalUrls.Invite(token))),
            new MailBlock.Text($"It works once, until {DateOnly.FromDateTime(invite.Until).InWords()}, with an account that has this e-mail address. You can make one there. If you do not know {about.By}, do nothing: nothing happens until you accept."),
        ]);

    public Words Joined(About about, MemberRole role) => Same(
        "An invitation was accepted", $"{about.By} accepted the invitation to {about.Listing} and is now {role.InWords()} of it.");

    public Words NowOwner(About about) => new(
        new Letter("You are an owner now", $"{about.By} made you an owner of {about.Listing}. You can pause it, say who else takes part, and hand it over."),
        new Letter("A listing has another owner", $"{about.By} made {about.Whom} an owner of {about.Listing}."));

    public Words NowEditor(About about) => new(
        new Letter("You are an editor now", $"{about.By} made you an editor of {about.Listing}. You still change what it says and send it for review."),
        new Letter("An owner is an editor now", $"{about.By} made {about.Whom} an editor of {about.Listing}."));

    public Words Removed(About about) => about.By == about.Whom
        ? Same("Somebody has left a listing", $"{about.By} has left {about.Listing}.")
        : new Words(
            new Letter("You no longer keep a listing", $"{about.By} took you off {about.Listing}. What you wrote stays with it.", Opens: false),
            new Letter("Somebody was taken off a listing", $"{about.By} took {about.Whom} off {about.Listing}."));

    public Words HandedOver(About about) => new(
        new Letter("A listing was handed over to you", $"{about.By} handed {about.Listing} over to you: you own it now. You can pause it, say who else takes part, and hand it over."),
        new Letter("A listing was handed over", $"{about.By} handed {about.Listing} over to {about.Whom}."));

    public Mail Write(string to, Letter letter, long listing) => new(
        to,
        letter.Subject,
        [
            new MailBlock.Text(letter.Text),
            letter.Opens
                ? new MailBlock.Action("Who keeps it", site.Absolute(PortalUrls.People(listing)))
                : new MailBlock.Action("Your listings", site.Absolute(PortalUrls.Home)),
        ]);

    private static Words Same(string subject, string text) => new(new Letter(subject, text), new Letter(subject, text));
}
