using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Features.Learn;

namespace PractitionerFinder.Web.Shell;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    // Null leaves the choice to the system.
    private string? theme;

    // A page to read stands one step below the index of its kind.
    private bool IsLongRead => LearnUrls.IsLearn(Http.Request.Path) && Http.Request.Path.Value!.Count(c => c == '/') > 1;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    protected override void OnInitialized() => theme = Appearance.Of(Http.Request);
}
