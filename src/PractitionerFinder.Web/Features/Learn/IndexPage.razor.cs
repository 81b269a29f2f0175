using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Every page of a kind.</summary>
public sealed partial class IndexPage
{
    private LearnKind kind;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private string Title => kind switch
    {
        LearnKind.Condition => "Pain, by where it is felt",
        LearnKind.SelfCare => "What you can do yourself",
        _ => "Articles on pain, touch and choosing someone",
    };

    private string Lede => kind switch
    {
        LearnKind.Condition => "What each kind of pain is, what may help and how sure anybody is, and when to see a doctor first.",
        LearnKind.SelfCare => "What may be worth trying at home, what is known of it, and when to leave it alone.",
        _ => "Longer reads on how pain and fascia work, as far as anybody knows, and on finding someone you can trust.",
    };

    protected override void OnInitialized() => kind = LearnKinds.Of(Http.Request.Path);
}
