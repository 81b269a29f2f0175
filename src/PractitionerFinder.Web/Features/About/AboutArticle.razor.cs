using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.About;

/// <summary>The frame of a text about the site: its title, what it is about in a sentence, and when it was last changed.</summary>
public sealed partial class AboutArticle
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>One of <see cref="AboutUrls"/>.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Lede { get; set; } = "";

    [Parameter, EditorRequired]
    public DateOnly LastChanged { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
