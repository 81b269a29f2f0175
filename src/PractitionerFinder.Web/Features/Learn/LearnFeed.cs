using System.Xml.Linq;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>The articles as an Atom feed (RFC 4287), the newest first.</summary>
public static class LearnFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static IResult Answer(LearnShelf shelf, SiteSettings site) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Write(shelf.Current, site)}", "application/atom+xml; charset=utf-8");

    private static XElement Write(LearnLibrary library, SiteSettings site)
    {
        var articles = library.OfKind(LearnKind.Article).OrderByDescending(p => p.PublishedOn).ThenBy(p => p.Title, StringComparer.OrdinalIgnoreCase).ToList();
        return new XElement(
            Atom + "feed",
            new XElement(Atom + "title", "PractitionerFinder: articles"),
            new XElement(Atom + "subtitle", "Honest pages on myofascial pain and hands-on techniques."),
            new XElement(Atom + "id", site.Absolute(LearnUrls.Feed)),
            Link("self", site.Absolute(LearnUrls.Feed)),
            Link("alternate", site.Absolute(LearnUrls.Articles)),
            new XElement(Atom + "author", new XElement(Atom + "name", "The editors")),
            new XElement(Atom + "updated", articles.Select(a => Day(a.CheckedOn)).DefaultIfEmpty(Day(DateOnly.MinValue)).Max(StringComparer.Ordinal)),
            articles.Select(article => new XElement(
                Atom + "entry",
                new XElement(Atom + "title", article.Title),
                new XElement(Atom + "id", site.Absolute(article.Address)),
                Link("alternate", site.Absolute(article.Address)),
                new XElement(Atom + "published", Day(article.PublishedOn!.Value)),
                new XElement(Atom + "updated", Day(article.CheckedOn)),
                new XElement(Atom + "summary", article.Summary))));
    }

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", System.Globalization.CultureInfo.InvariantCulture);
}
