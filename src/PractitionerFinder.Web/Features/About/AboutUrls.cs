namespace PractitionerFinder.Web.Features.About;

/// <summary>Addresses of what the site says about itself.</summary>
public static class AboutUrls
{
    public const string Data = "/about/data";
}
