using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PractitionerFinder.EndToEnd.Tests.Browser;

/// <summary>Rules of axe, and how a page is held against them.</summary>
internal sealed class AxeRules
{
    // Once per page that is loaded. Deque's own package for Playwright adds the script at every look and opens another page to sum up,
    // which takes four times as long as the look itself.
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // What passed is not asked for: on a long page that is megabytes which nobody reads.
    private const string Look = """
        async runOnly => {
            const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
            return violations.flatMap(({ id, impact, help, nodes }) => nodes.map(node => `${id} (${impact}): ${help}: ${node.html}`));
        }
        """;

    private readonly object runOnly;

    private AxeRules(string type, params string[] values) => runOnly = new { type, values };

    /// <summary>WCAG 2.2 AA and axe's own good practice; experimental rules are left out.</summary>
    public static AxeRules All { get; } = new("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// <summary>What of <see cref="All"/> is about colours: all that another theme can break.</summary>
    public static AxeRules OfColours { get; } = new("rule", "color-contrast", "link-in-text-block");

    /// <summary>A line for every element of a page that breaks a rule, with the rule and the element.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync(IPage page)
    {
        // One page inside another would have to be given axe as well.
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Look, runOnly);
    }
}
