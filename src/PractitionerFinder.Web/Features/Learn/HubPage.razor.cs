using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Everything there is to read, by what brings a reader and by topic, and the search over it.</summary>
public sealed partial class HubPage
{
    // More pages for one need would be the whole list again.
    private const int MostForANeed = 5;

    private LearnHits? hits;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Asked { get; set; }

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    /// <summary>What was typed; null when nothing was.</summary>
    private string? Query => string.IsNullOrWhiteSpace(Asked) ? null : Asked.Trim() is { Length: > LearnSearch.QueryMaxLength } much ? much[..LearnSearch.QueryMaxLength] : Asked.Trim();

    protected override void OnInitialized() => hits = Query is { } query ? Shelf.Current.Search.Find(query) : null;

    private static string Total(LearnHits found) => found.Hits.Count switch
    {
        0 => "No page has these words",
        1 => "1 page",
        var many => $"{many} pages",
    };

    private static RenderFragment Runs(IReadOnlyList<TextRun> runs) => builder =>
    {
        foreach (var run in runs)
        {
            if (run.IsMatch)
            {
                builder.OpenElement(0, "mark");
                builder.AddContent(1, run.Text);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(2, run.Text);
            }
        }
    };

    private IEnumerable<LearnPage> Needed(LearnNeed need) => Shelf.Current.Pages.Where(p => p.Needs.Contains(need)).Take(MostForANeed);

    private IEnumerable<LearnPage> Of(LearnTopic topic) => Shelf.Current.Pages.Where(p => p.Topic == topic);
}
