using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Cards;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Parts;

/// <summary>What other sites show when somebody passes a page on (Open Graph). It goes into the head.</summary>
public sealed partial class ShareTags
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Description { get; set; } = "";

    /// <summary>The page's own path.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Path of the picture: a card of the page's own, or the site's.</summary>
    [Parameter]
    public string Image { get; set; } = CardUrls.Site;

    /// <summary>The picture of the person the page is about: it stands in the place of the card.</summary>
    [Parameter]
    public Photo? Photo { get; set; }

    [Parameter]
    public string Type { get; set; } = "website";

    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
