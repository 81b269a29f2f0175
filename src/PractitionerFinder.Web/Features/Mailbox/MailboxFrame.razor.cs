using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Mailbox;

/// <summary>The document around a page of the mailbox, which no router knows.</summary>
public sealed partial class MailboxFrame
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    // Null leaves the choice to the system.
    private string? Theme => Appearance.Of(Http.Request);
}
