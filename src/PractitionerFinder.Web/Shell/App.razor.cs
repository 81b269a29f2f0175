using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shell;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    // Null leaves the choice to the system.
    private string? theme;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    protected override void OnInitialized() => theme = Appearance.Of(Http.Request);
}
