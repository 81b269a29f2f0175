using System.Globalization;
using System.Net;
using System.Web;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What became of a web address that was typed.</summary>
public abstract record LinkCheck
{
    /// <summary>Nothing was typed.</summary>
    public sealed record Blank : LinkCheck;

    /// <summary>The address as it is kept: absolute, http or https, without what follows readers about.</summary>
    public sealed record Accepted(string Address) : LinkCheck;

    /// <summary>What to do instead, in plain words.</summary>
    public sealed record Refused(string Words) : LinkCheck;
}

/// <summary>Screens web addresses: where a link leads must be plain to see and somebody's own page.</summary>
public static class Links
{
    private static readonly IdnMapping Idn = new();

    // Services whose addresses hide where they lead. Ours to extend; a page of one's own has an address of its own.
    private static readonly HashSet<string> Shorteners =
    [
        "bit.ly", "bitly.com", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "buff.ly", "is.gd", "v.gd", "cutt.ly", "rebrand.ly", "rb.gy", "shorturl.at", "tiny.cc",
        "t.ly", "lnkd.in", "fb.me", "youtu.be", "amzn.to", "s.id", "shorte.st", "adf.ly", "bl.ink", "short.io", "soo.gd", "qr.ae", "dub.sh",
    ];

    private static readonly string[] Followers = ["utm_", "fbclid", "gclid", "msclkid", "mc_eid", "mc_cid", "igshid"];

    /// <summary>Judges what was typed.</summary>
    public static LinkCheck Check(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new LinkCheck.Blank();
        }

        if (!text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            text = "https://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return new LinkCheck.Refused("Enter a web address such as https://practice.example");
        }

        if (uri.UserInfo.Length > 0)
        {
            return new LinkCheck.Refused("Leave out what stands before the @: a web address holds no name or password");
        }

        var host = uri.Host.TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out _) || !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".localhost", StringComparison.Ordinal) || host.EndsWith(".local", StringComparison.Ordinal) || host.EndsWith(".internal", StringComparison.Ordinal))
        {
            return new LinkCheck.Refused("Enter the address of a public page, with a name such as practice.example");
        }

        if (!uri.IsDefaultPort)
        {
            return new LinkCheck.Refused("Leave out the number after the colon: a public page needs none");
        }

        if (Shorteners.Contains(host) || Shorteners.Contains(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host))
        {
            return new LinkCheck.Refused("Enter the full address of the page and not a shortened one: people want to see where a link leads");
        }

        try
        {
            var address = $"{uri.Scheme}://{Idn.GetAscii(host)}{uri.AbsolutePath}{QueryOf(uri)}";
            return address.Length <= ContactChoices.WebsiteMaxLength
                ? new LinkCheck.Accepted(address)
                : new LinkCheck.Refused($"This address is longer than {ContactChoices.WebsiteMaxLength} characters. Enter that of your front page");
        }
        catch (ArgumentException)
        {
            return new LinkCheck.Refused("Enter a web address such as https://practice.example");
        }
    }

    private static string QueryOf(Uri uri)
    {
        var query = HttpUtility.ParseQueryString(uri.Query);
        foreach (var name in query.AllKeys.OfType<string>().Where(k => Array.Exists(Followers, f => k.StartsWith(f, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            query.Remove(name);
        }

        return query.Count == 0 ? "" : "?" + query;
    }
}
