using System.Globalization;
using System.Xml.Linq;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Who is new in a search as an Atom feed (RFC 4287), the newest first: what an alert tells, without an address for mail.</summary>
public static class NewcomersFeed
{
    private const int Most = 50;
    private static readonly TimeSpan Reaches = TimeSpan.FromDays(60);
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> AnswerAsync(HttpRequest request, ReadSearch search, FindNewcomers find, SearchSentences sentences, SiteSettings site, CancellationToken cancel)
    {
        var read = search.Run(request.Query);
        if (read.Criteria is not { } criteria)
        {
            return Results.Text(
                read.Unknown is null ? "Give a place: near, or lat and lon." : "We do not know the place. Check its spelling.",
                "text/plain; charset=utf-8",
                statusCode: read.Unknown is null ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);
        }

        var newcomers = await find.RunAsync(criteria, criteria.Now - Reaches, criteria.Now, cancel);
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Write(criteria, newcomers, sentences.Subject(criteria), site)}", "application/atom+xml; charset=utf-8");
    }

    private static XElement Write(SearchCriteria criteria, IReadOnlyList<FindNewcomers.Newcomer> newcomers, string subject, SiteSettings site)
    {
        var self = site.Absolute(AlertUrls.FeedOf(criteria));
        return new XElement(
            Atom + "feed",
            new XElement(Atom + "title", $"New: {subject}"),
            new XElement(Atom + "subtitle", string.Create(CultureInfo.InvariantCulture, $"Practitioners whom this search has found for less than {Reaches.TotalDays} days.")),
            new XElement(Atom + "id", self),
            Link("self", self),
            Link("alternate", site.Absolute(FinderUrls.Results(criteria))),
            new XElement(Atom + "author", new XElement(Atom + "name", "PractitionerFinder")),
            new XElement(Atom + "updated", At(newcomers.Count > 0 ? newcomers[0].Since : criteria.Now.Date)),
            newcomers.Take(Most).Select(n => new XElement(
                Atom + "entry",
                new XElement(Atom + "title", n.Name),
                new XElement(Atom + "id", site.Absolute(ListingUrls.Profile(n.Slug))),
                Link("alternate", site.Absolute(ListingUrls.Profile(n.Slug))),
                new XElement(Atom + "published", At(n.Since)),
                new XElement(Atom + "updated", At(n.Since)),
                new XElement(Atom + "summary", $"{subject}: found since {DateOnly.FromDateTime(n.Since):d MMMM yyyy}."))));
    }

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string At(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
