using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>A technique: what it is, what is said of it, what is known, and where that stands.</summary>
public sealed partial class TechniquePage
{
    private Technique? technique;
    private LearnPage? read;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private LearnLibrary Library { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private bool IsOverdue => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime) > read!.ReviewBy;

    protected override void OnInitialized()
    {
        if (Library.Pages.TryGetValue(Slug, out read))
        {
            technique = Vocabulary.Technique(Slug);
        }
        else if ((Library.SlugOfAlias(Slug) ?? (Library.Pages.ContainsKey(Slug.ToLowerInvariant()) ? Slug.ToLowerInvariant() : null)) is { } slug)
        {
            Http.Response.Redirect(LearnUrls.Technique(slug), permanent: true);
        }
        else
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private MarkupString Text(string heading) => new(read!.Section(heading).Html);

    /// <summary>Signs anywhere in the body, and those of this technique.</summary>
    private IEnumerable<string> Signs(Urgency urgency) => Library.RedFlags
        .Where(f => f is { Area: "anywhere", Stage: "stop" } && f.Urgency == urgency && (f.Techniques.Count == 0 || f.Techniques.Contains(Slug)))
        .Select(f => f.Symptom);
}
