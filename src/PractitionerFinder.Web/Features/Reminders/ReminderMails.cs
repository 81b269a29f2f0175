using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>The words of reminders. They name facts and days, and nothing of what a listing says but its public name: mails are forwarded.</summary>
public sealed class ReminderMails(SiteSettings site)
{
    /// <param name="to">The owner's address.</param>
    /// <param name="listing">The listing, with its confirmations.</param>
    /// <param name="reminder">What is written down of the mail.</param>
    /// <param name="token">The token of its link.</param>
    public Mail Write(string to, Listing listing, Reminder reminder, string token)
    {
        var hidden = Day(listing.HiddenFrom!.Value);
        return new Mail(
            to,
            reminder.Step switch
            {
                ReminderStep.Hidden => "Your page is hidden now",
                ReminderStep.Last => $"Your page will be hidden on {hidden}",
                _ => "Is your page still true?",
            },
            [
                new MailBlock.Text(reminder.Step == ReminderStep.Hidden
                    ? $"The page of {listing.Name} at PractitionerFinder has been hidden since {hidden}, because contact or address was not confirmed for too long. Nobody finds it in a search. It returns at once when you confirm them."
                    : $"The page of {listing.Name} at PractitionerFinder says when each fact was confirmed last. If contact and address are not confirmed before {hidden}, it is hidden from that day, so that nobody is sent to a number or a door that is not yours any more. One press keeps it."),
                .. listing.Confirmations.Where(c => reminder.Asks(c, reminder.At)).OrderBy(c => c.DueAt).ThenBy(c => c.Fact).Select(c => new MailBlock.Text(
                    $"{c.Fact.InWords()}: confirmed on {Day(c.At)}, {(c.DueAt <= reminder.At ? "due since" : "due on")} {Day(c.DueAt)}.")),
                new MailBlock.Action("See what it says and confirm it", site.Absolute(ReminderUrls.Link(token))),
                new MailBlock.Text($"The link works without signing in until {Day(reminder.Until)}, once for each fact. Whoever you forward this mail to can confirm them too."),
                new MailBlock.Action("Something has changed: sign in and change it", site.Absolute(PortalUrls.Listing(listing.Id))),
            ]);
    }

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();
}
