using System.Data.Common;

namespace PractitionerFinder.Web.Shell;

/// <summary>What is answered when there is nothing else to answer: problem details to programs, a plain page to people.</summary>
public static class Errors
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = context => AnswerAsync(context, context.Response.StatusCode),
                StatusCodeSelector = StatusOf,
            });
            api.UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                CreateScopeForErrors = true,
                StatusCodeSelector = StatusOf,
            });
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    /// <summary>A database that does not answer comes back by itself: whoever asked is to try again.</summary>
    private static int StatusOf(Exception error) =>
        error is DbException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    private static Task AnswerAsync(HttpContext context, int status) =>
        TypedResults.Problem(statusCode: status).ExecuteAsync(context);
}
