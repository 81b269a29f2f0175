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

    private string Heading => Status switch
    {
        StatusCodes.Status404NotFound => "We cannot find that page",
        StatusCodes.Status410Gone => "This page is no longer here",
        >= 500 => "Something went wrong on our side",
        _ => "We could not understand that request",
    };

    private string Words => Status switch
    {
        StatusCodes.Status404NotFound => "Check the address, or start again from the finder.",
        StatusCodes.Status410Gone => "What was shown here has been taken down.",
        >= 500 => "Nothing you did caused it. Try again in a few minutes.",
        _ => "Go back and try again, or start again from the finder.",
    };

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
