using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// The mails about enquiries. None holds a word that a patient typed: what goes to an address that is not confirmed would say it to a stranger, and the rest
/// would leave copies that nobody can erase. Each is named by its enquiry and what it tells of, so it goes once.
/// </summary>
public sealed class EnquiryMails(SiteSettings site)
{
    /// <summary>What the keys of all mails about an enquiry begin with.</summary>
    public static string Prefix(Enquiry enquiry) => $"enquiry:{enquiry.Key}:";

    /// <summary>What the keys of those to its sender begin with.</summary>
    public static string ToSender(Enquiry enquiry) => Prefix(enquiry) + "s:";

    /// <summary>What the keys of those to whoever keeps the listing begin with.</summary>
    public static string ToListing(Enquiry enquiry) => Prefix(enquiry) + "l:";

    public void Confirm(FinderDbContext db, Enquiry enquiry, string listing, DateTime now) => Send(
        db, enquiry, now, $"confirm:{Guid.NewGuid():n}", "Confirm your enquiry", "Look at it and send it",
        [$"An enquiry to {listing} at PractitionerFinder was written with this e-mail address. It waits for you: until you send it, nobody reads it."],
        [$"You can send it until {Day(enquiry.KeptUntil)}; then it is deleted. If you did not write it, do nothing. We will not write again."]);

    /// <summary>One mail about enquiries that one form asked. Its link leads to the link of each (<see cref="SeveralLinks"/>).</summary>
    public void ConfirmSeveral(FinderDbContext db, IReadOnlyList<(Enquiry Enquiry, string Listing)> asked, DateTime now)
    {
        var token = LinkToken.New();
        foreach (var ((enquiry, _), link) in asked.Zip(SeveralLinks.Of(token)))
        {
            db.EnquiryLinks.Add(new EnquiryLink(enquiry, LinkToken.Hash(link), now));
        }

        var names = asked.Select(a => a.Listing).Order(StringComparer.OrdinalIgnoreCase).ToList().InOneSentence();
        db.OutgoingMails.Add(new OutgoingMail(
            new Mail(
                asked[0].Enquiry.Email,
                "Confirm your enquiries",
                [
                    new MailBlock.Text($"An enquiry to {names} at PractitionerFinder was written with this e-mail address. It waits for you: until you send it, nobody reads it. Each of them gets it alone, and none is told whom else you ask."),
                    new MailBlock.Action("Look at it and send it", site.Absolute(EnquiryUrls.LinkToSeveral(token))),
                    new MailBlock.Text($"You can send it until {Day(asked.Min(a => a.Enquiry.KeptUntil))}; then it is deleted. If you did not write it, do nothing. We will not write again."),
                    new MailBlock.Text("Whoever has this link can read the enquiries and erase them, so do not pass it on."),
                ]),
            now,
            $"enquiries:{Guid.NewGuid():n}"));
    }

    public void AlreadyAsked(FinderDbContext db, Enquiry enquiry, string listing, DateTime now) => Send(
        db, enquiry, now, $"asked:{Guid.NewGuid():n}", "You have already asked", "Open your enquiry",
        [$"You wrote to {listing} before, on {Day(enquiry.SentAt!.Value)}, and that enquiry is still open. The second one was not sent."], []);

    public void Accepted(FinderDbContext db, Enquiry enquiry, string listing, DateTime now) => Send(
        db, enquiry, now, "accepted", "Your enquiry was accepted", "Open your enquiry",
        [$"{listing} takes your enquiry on. They see your e-mail address now, and you can write to each other on the page of the enquiry."], []);

    public void Declined(FinderDbContext db, Enquiry enquiry, string listing, DateTime now) => Send(
        db, enquiry, now, "declined", "An answer to your enquiry", "Read the answer",
        [$"{listing} does not take your enquiry on. What they said is on the page of the enquiry."], [], findsOthers: true);

    public void Expired(FinderDbContext db, Enquiry enquiry, string listing, DateTime now) => Send(
        db, enquiry, now, "expired", "Your enquiry was not answered", "Open your enquiry",
        [$"{listing} has not answered your enquiry within {Enquiry.DaysToAnswer} days, and cannot answer it any more. We do not know why. You can ask them again, or somebody else."],
        [],
        findsOthers: true);

    public void MessageToSender(FinderDbContext db, Enquiry enquiry, string listing, string once, DateTime now) => Send(
        db, enquiry, now, $"m:{once}", "A message about your enquiry", "Read it",
        [$"{listing} has written to you. The message is on the page of your enquiry."], []);

    public void Sent(FinderDbContext db, Enquiry enquiry, string listing, IEnumerable<(long Account, string Email)> readers, DateTime now) => Tell(
        db, enquiry, now, "sent", readers, "An enquiry for your listing", "Read and answer",
        [
            $"Somebody asks {listing}: {Lower(enquiry.Reason.InWords())}. When it suits: {Lower(enquiry.Times.InWords())}. They have confirmed their e-mail address; you see it when you accept.",
            $"Answer by {Day(enquiry.AnswerBy!.Value)}. If you do not, we tell them that you have not.",
        ]);

    public void MessageToListing(FinderDbContext db, Enquiry enquiry, string listing, IEnumerable<(long Account, string Email)> readers, string once, DateTime now) => Tell(
        db, enquiry, now, $"m:{once}", readers, "A message in an enquiry", "Read it",
        [$"Somebody whose enquiry to {listing} was accepted has written again."]);

    public void Erased(FinderDbContext db, Enquiry enquiry, string listing, IEnumerable<(long Account, string Email)> readers, DateTime now) => Tell(
        db, enquiry, now, "erased", readers, "An enquiry was erased", "Your other enquiries",
        [$"Whoever wrote the enquiry to {listing} of {Day(enquiry.SentAt!.Value)} has erased it. It is gone for them and for you. There is nothing to do."],
        opens: false);

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private void Send(
        FinderDbContext db, Enquiry enquiry, DateTime now, string about, string subject, string press, string[] before, string[] after, bool findsOthers = false)
    {
        var token = LinkToken.New();
        db.EnquiryLinks.Add(new EnquiryLink(enquiry, LinkToken.Hash(token), now));
        db.OutgoingMails.Add(new OutgoingMail(
            new Mail(
                enquiry.Email,
                subject,
                [
                    .. before.Select(words => new MailBlock.Text(words)),
                    new MailBlock.Action(press, site.Absolute(EnquiryUrls.Link(token))),
                    .. after.Select(words => new MailBlock.Text(words)),
                    .. findsOthers ? [new MailBlock.Action("Find somebody else", site.Absolute(FinderUrls.Find))] : Array.Empty<MailBlock>(),
                    new MailBlock.Text("Whoever has this link can read the enquiry and erase it, so do not pass it on."),
                ]),
            now,
            ToSender(enquiry) + about));
    }

    private void Tell(
        FinderDbContext db, Enquiry enquiry, DateTime now, string about, IEnumerable<(long Account, string Email)> readers, string subject, string press, string[] words, bool opens = true)
    {
        foreach (var (account, email) in readers)
        {
            var address = opens ? EnquiryUrls.Thread(enquiry.ListingId, enquiry.Id) : EnquiryUrls.OfListing(enquiry.ListingId);
            db.OutgoingMails.Add(new OutgoingMail(
                new Mail(email, subject, [.. words.Select(w => new MailBlock.Text(w)), new MailBlock.Action(press, site.Absolute(address))]),
                now,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ToListing(enquiry)}{about}:{account}")));
        }
    }
}
