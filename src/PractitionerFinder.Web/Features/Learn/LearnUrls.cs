using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Addresses of what there is to learn.</summary>
public static class LearnUrls
{
    /// <summary>The hub, and the search over all pages.</summary>
    public const string Hub = "/learn";

    public const string Techniques = "/techniques";

    public const string Conditions = "/conditions";

    public const string Articles = "/articles";

    public const string SelfCare = "/self-care";

    public const string Glossary = "/glossary";

    /// <summary>Articles as they come out, for feed readers.</summary>
    public const string Feed = "/feed.xml";

    public const string TechniquesApi = "/api/v1/techniques";

    /// <summary>How research is graded.</summary>
    public static readonly string Grades = LearnPage.AddressOf(LearnKind.Article, "how-we-grade-evidence");

    /// <summary>How to find somebody to trust.</summary>
    public static readonly string Choosing = LearnPage.AddressOf(LearnKind.Article, "choosing-a-practitioner");

    /// <summary>The page of a technique.</summary>
    public static string Technique(string slug) => $"{Techniques}/{Uri.EscapeDataString(slug)}";

    /// <summary>Whether a path belongs to what there is to learn.</summary>
    public static bool IsLearn(PathString path) =>
        new[] { Hub, Techniques, Conditions, Articles, SelfCare, Glossary }.Any(part => path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The index of a kind.</summary>
    public static string Index(LearnKind kind) => "/" + LearnPage.FolderOf(kind);
}
