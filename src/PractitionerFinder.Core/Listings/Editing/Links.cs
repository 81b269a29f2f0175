using System.Globalization;
using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What became of a web address that was typed.</summary>
public abstract record LinkCheck
{
    /// <summary>Nothing was typed.</summary>
    public sealed record Blank : LinkCheck;

    /// <summary>The address as it is kept: absolute, http or https, in ASCII, without what follows readers about.</summary>
    public sealed record Accepted(string Address) : LinkCheck;

    /// <summary>What to do instead, in plain words.</summary>
    public sealed record Refused(string Words) : LinkCheck;
}

/// <summary>Screens web addresses: where a link leads must be plain to see and somebody's own page.</summary>
public static partial class Links
{
    private const int LongestTyped = 2000;
    private const string NoAddress = "Enter a web address such as https://practice.example";
    private const string NotPublic = "Enter the address of a public page, with a name such as practice.example";

    // Services whose addresses hide where they lead. Ours to extend; a page of one's own has an address of its own.
    private static readonly HashSet<string> Shorteners =
    [
        "adf.ly", "amzn.to", "app.link", "bit.do", "bit.ly", "bitly.com", "bl.ink", "buff.ly", "cutt.ly", "dlvr.it", "dub.sh", "fb.me", "goo.gl", "ht.ly",
        "ift.tt", "is.gd", "lnk.to", "lnkd.in", "ouo.io", "ow.ly", "page.link", "qr.ae", "rb.gy", "rebrand.ly", "s.id", "short.io", "shorte.st",
        "shorturl.at", "soo.gd", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "v.gd", "x.co", "youtu.be",
    ];

    // Names that no public page has: RFC 6761, RFC 6762, RFC 7686, RFC 8375, and what routers at home use. Demonstrations live
    // under .example, which RFC 6761 keeps for them, so that one passes.
    private static readonly string[] Private = ["localhost", "local", "internal", "intranet", "lan", "home", "arpa", "corp", "test", "invalid", "onion"];

    private static readonly string[] Followers = ["utm_", "fbclid", "gclid", "gbraid", "wbraid", "msclkid", "mc_eid", "mc_cid", "igshid", "igsh", "ttclid", "twclid", "yclid"];

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Judges what was typed. What it accepts it accepts again, unchanged.</summary>
    public static LinkCheck Check(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new LinkCheck.Blank();
        }

        if (text.Length > LongestTyped)
        {
            return TooLong();
        }

        var scheme = Scheme().Match(text).Groups[1].Value;
        if (scheme.Length > 0 && !scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            return new LinkCheck.Refused(NoAddress);
        }

        if (scheme.Length == 0)
        {
            text = "https://" + text.TrimStart('/');
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return new LinkCheck.Refused(NoAddress);
        }

        if (uri.UserInfo.Length > 0)
        {
            return new LinkCheck.Refused(scheme.Length == 0 && uri.PathAndQuery == "/"
                ? "This is an e-mail address. Enter that of a page, such as https://practice.example"
                : "Leave out what stands before the @: a web address holds no name or password");
        }

        if (HostOf(uri) is not { } host)
        {
            return new LinkCheck.Refused(NotPublic);
        }

        if (!uri.IsDefaultPort)
        {
            return new LinkCheck.Refused("Leave out the number after the colon: a public page needs none");
        }

        if (Shorteners.Any(s => host == s || host.EndsWith("." + s, StringComparison.Ordinal)))
        {
            return new LinkCheck.Refused("Enter the full address of the page and not a shortened one: people want to see where a link leads");
        }

        var address = $"{uri.Scheme}://{host}{uri.AbsolutePath}{QueryOf(uri)}{(uri.Fragment.Length > 1 ? uri.Fragment : "")}";
        return address.Length <= ContactChoices.WebsiteMaxLength ? new LinkCheck.Accepted(address) : TooLong();
    }

    private static LinkCheck.Refused TooLong() =>
        new($"This address is longer than {ContactChoices.WebsiteMaxLength} characters. Enter that of your front page");

    /// <summary>The host in ASCII (punycode, RFC 3492), so that a letter that looks like another is seen for what it is; null where no public page can be.</summary>
    private static string? HostOf(Uri uri)
    {
        if (uri.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        try
        {
            var host = Idn.GetAscii(uri.Host.TrimEnd('.').ToLowerInvariant()).ToLowerInvariant();
            var labels = host.Split('.');
            return labels.Length > 1 && Array.TrueForAll(labels, l => Label().IsMatch(l)) && Top().IsMatch(labels[^1]) && !Private.Contains(labels[^1]) ? host : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The query as it was written, without the parts that follow readers.</summary>
    private static string QueryOf(Uri uri)
    {
        var kept = uri.Query.TrimStart('?').Split('&').Where(p => p.Length > 0 && !Array.Exists(Followers, f => p.StartsWith(f, StringComparison.OrdinalIgnoreCase)));
        var query = string.Join('&', kept);
        return query.Length == 0 ? "" : "?" + query;
    }

    // What stands before a colon is a scheme, unless it is a host, which has a dot in it or a port behind it.
    [GeneratedRegex(@"^([a-z][a-z0-9+-]*):(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^([a-z]{2,}|xn--[a-z0-9-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Top();
}
