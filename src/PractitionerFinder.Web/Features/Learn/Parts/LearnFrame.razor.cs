using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn.Parts;

/// <summary>What every page that teaches has around its sections: title and dates, contents, key points, sources, people and related pages.</summary>
public sealed partial class LearnFrame
{
    [Parameter, EditorRequired]
    public LearnPage Page { get; set; } = default!;

    /// <summary>The title in a list of results and on the tab.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Who is near the place that was asked for; null where the page asks for none.</summary>
    [Parameter]
    public NearbyPeople.Result? People { get; set; }

    /// <summary>The sections but the key points.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private bool IsOverdue => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime) > Page.ReviewBy;

    // One that is left out because it is broken is no page to go to.
    private IEnumerable<LearnPage> Related => Page.Related.Select(Shelf.Current.At).OfType<LearnPage>();
}
