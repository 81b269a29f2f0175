using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shell;

/// <summary>The page of a status: what is shown when there is nothing else to show. It asks nothing of the database.</summary>
public sealed partial class ErrorPage
{
    [Parameter]
    public int Code { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    // Somebody may also come by this address itself, and then there is no such page.
    private int Status => Http.IsErrorAnswer() ? Http.Response.StatusCode : StatusCodes.Status404NotFound;

    protected override void OnInitialized()
    {
        if (!Http.IsErrorAnswer())
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
