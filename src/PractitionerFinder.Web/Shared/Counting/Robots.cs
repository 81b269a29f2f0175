using System.Buffers;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>Tells requests behind which there is no reader, as far as they say so themselves.</summary>
public static class Robots
{
    // What programs put into their names: crawlers, makers of previews, checks that a site is up, libraries and headless browsers.
    private static readonly SearchValues<string> Names = SearchValues.Create(
        [
            "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "embedly", "monitor", "uptime", "pingdom", "lighthouse", "headless", "phantomjs",
            "curl/", "wget/", "libwww", "python", "java/", "go-http", "okhttp", "axios", "node", "httpclient", "ruby", "perl", "php/", "scrapy", "archiver", "feed", "scan",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a program, or a page that is fetched before anybody asked for it.</summary>
    public static bool IsOne(HttpRequest request)
    {
        var headers = request.Headers;
        var agent = headers.UserAgent.ToString();
        return agent.Length == 0
            || agent.AsSpan().ContainsAny(Names)
            || IsAhead(headers["Sec-Purpose"].ToString())
            || IsAhead(headers["Purpose"].ToString())
            || IsAhead(headers["X-Moz"].ToString());
    }

    private static bool IsAhead(string purpose) =>
        purpose.Length > 0 && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase));
}
