using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>
/// A page as linked data (schema.org) for search engines. It names no reviewer and no day of a review, because there was none,
/// and calls nothing a therapy of which no research is known.
/// </summary>
public static class LearnJsonLd
{
    /// <summary>The script element that holds it.</summary>
    public static string Element(LearnPage page, SiteSettings site) =>
        $"""<script type="application/ld+json">{JsonSerializer.Serialize(Graph(page, site))}</script>""";

    private static JsonObject Graph(LearnPage page, SiteSettings site) => new()
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(
            Page(page, site),
            Crumbs(site, (LearnTrail.Hub, LearnUrls.Hub), (LearnTrail.Of(page.Kind), LearnUrls.Index(page.Kind)), (page.Title, page.Address))),
    };

    private static JsonObject Page(LearnPage page, SiteSettings site)
    {
        var about = page.Kind switch
        {
            LearnKind.Condition => "MedicalCondition",
            LearnKind.Technique or LearnKind.SelfCare when page.Evidence is { Strokes: > 0 } => "MedicalTherapy",
            _ => null,
        };
        var isMedical = about is not null || page.Topic is LearnTopic.Understanding or LearnTopic.LookingAfterYourself;
        var node = new JsonObject
        {
            ["@type"] = isMedical ? "MedicalWebPage" : "WebPage",
            ["name"] = page.Title,
            ["description"] = page.Summary,
            ["url"] = site.Absolute(page.Address),
            ["inLanguage"] = "en-GB",
            ["dateModified"] = Day(page.CheckedOn),
        };
        if (page.PublishedOn is { } published)
        {
            node["datePublished"] = Day(published);
        }

        if (about is not null)
        {
            node["about"] = new JsonObject { ["@type"] = about, ["name"] = page.Title };
        }

        if (page.Sources.Count > 0)
        {
            node["citation"] = new JsonArray([.. page.Sources.Select(Citation)]);
        }

        return node;
    }

    private static JsonNode Citation(Reference source)
    {
        var work = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title };
        if (source.Address is { } address)
        {
            work["url"] = address.AbsoluteUri;
        }

        return work;
    }

    private static JsonObject Crumbs(SiteSettings site, params (string Name, string Address)[] trail) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. trail.Select((step, i) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = i + 1,
            ["name"] = step.Name,
            ["item"] = site.Absolute(step.Address),
        })]),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
