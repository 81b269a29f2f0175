namespace PractitionerFinder.Web.Shell;

/// <summary>What is answered when there is nothing else to answer: problem details to programs, a plain page to people.</summary>
public static class Errors
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(failed => failed.Run(context => AnswerAsync(context, StatusCodes.Status500InternalServerError)));
            api.UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler("/error/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    private static Task AnswerAsync(HttpContext context, int status) =>
        TypedResults.Problem(statusCode: status).ExecuteAsync(context);
}
