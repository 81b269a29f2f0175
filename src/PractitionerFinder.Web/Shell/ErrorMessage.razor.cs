using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shell;

/// <summary>What a page says in place of its content, by the status that it answers with.</summary>
public sealed partial class ErrorMessage
{
    [Parameter, EditorRequired]
    public int Status { get; set; }

    private string Heading => Status switch
    {
        StatusCodes.Status404NotFound => "We cannot find that page",
        StatusCodes.Status410Gone => "This page is no longer here",
        StatusCodes.Status429TooManyRequests => "That was a lot in a short time",
        StatusCodes.Status503ServiceUnavailable => "We cannot look that up just now",
        >= 500 => "Something went wrong on our side",
        _ => "We could not understand that request",
    };

    private string Words => Status switch
    {
        StatusCodes.Status404NotFound => "Check the address, or start again from the finder.",
        StatusCodes.Status410Gone => "What was shown here has been taken down.",
        StatusCodes.Status429TooManyRequests => "So that no program can collect what is here or guess passwords, this can be done only so often. Wait ten minutes, then try again.",
        StatusCodes.Status503ServiceUnavailable => "Our database does not answer. Nothing you did caused it. Try again in a minute.",
        >= 500 => "Nothing you did caused it. Try again in a few minutes.",
        _ => "Go back and try again, or start again from the finder.",
    };
}
