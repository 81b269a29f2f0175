using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>The mails of an alert. They name a search and people whom it finds, and nothing of the reader.</summary>
public sealed class AlertMails(SearchSentences sentences, SiteSettings site)
{
    /// <summary>Most people whom one mail names.</summary>
    public const int MostNamed = 10;

    public Mail Confirm(string email, SearchCriteria criteria, string token) => new(
        email,
        "Do you want this alert?",
        [
            new MailBlock.Text($"Somebody gave this address to be told of people who are new in a search at PractitionerFinder: {sentences.Subject(criteria)}."),
            new MailBlock.Action("Look at the alert", site.Absolute(AlertUrls.Open(token))),
            new MailBlock.Text($"Press Start there and we look once a week. If it was not you, do nothing: we write no more, and the address is erased after {SearchAlert.DaysToConfirm} days."),
        ])
    { StopUrl = StopOf(token) };

    public Mail Tell(string email, SearchCriteria criteria, IReadOnlyList<FindNewcomers.Newcomer> newcomers, string token)
    {
        var rest = newcomers.Count - MostNamed;
        return new Mail(
            email,
            newcomers.Count == 1 ? "Somebody new in your search" : "People new in your search",
            [
                new MailBlock.Text($"{sentences.Subject(criteria)}: {SearchSentences.People(newcomers.Count)} since we looked last."),
                new MailBlock.Action("See everybody in the search", site.Absolute(FinderUrls.Results(criteria))),
                .. newcomers.Take(MostNamed).Select(n => new MailBlock.Action(n.Name, site.Absolute(ListingUrls.Profile(n.Slug)))),
                .. rest > 0 ? [new MailBlock.Text($"And {rest} more in the search.")] : Array.Empty<MailBlock>(),
                new MailBlock.Text("We look once a week, and write when somebody is new."),
                new MailBlock.Action("Stop this alert", site.Absolute(AlertUrls.Open(token))),
            ])
        { StopUrl = StopOf(token) };
    }

    private string StopOf(string token) => site.Absolute(AlertUrls.Stop(token));
}
