namespace PractitionerFinder.Web.Features.About;

/// <summary>Addresses of what the site says about itself.</summary>
public static class AboutUrls
{
    public const string About = "/about";

    public const string Checks = "/about/checks";

    /// <summary>What staff review, and what goes live without.</summary>
    public static string Changes => Checks + "#changes";

    public const string Data = "/about/data";

    public const string Privacy = "/privacy";

    public const string Terms = "/terms";

    public const string Accessibility = "/accessibility";

    public const string Contact = "/contact";
}
