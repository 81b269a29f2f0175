using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace PractitionerFinder.Web.Shell;

/// <summary>The page of a status: what is shown when there is nothing else to show. It asks nothing of the database.</summary>
public sealed partial class ErrorPage
{
    [Parameter]
    public int Code { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private int Status => IsAnswer ? Code : StatusCodes.Status404NotFound;

    // Somebody may also come by this address itself, and then there is no such page.
    private bool IsAnswer => Http.Features.Get<IStatusCodeReExecuteFeature>() is not null || Http.Features.Get<IExceptionHandlerFeature>() is not null;

    protected override void OnInitialized()
    {
        if (!IsAnswer)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
