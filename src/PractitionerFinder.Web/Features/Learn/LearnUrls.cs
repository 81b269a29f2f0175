namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Addresses of what there is to learn.</summary>
public static class LearnUrls
{
    public const string Techniques = "/techniques";

    public const string TechniquesApi = "/api/v1/techniques";

    /// <summary>The page of a technique.</summary>
    public static string Technique(string slug) => $"{Techniques}/{Uri.EscapeDataString(slug)}";
}
