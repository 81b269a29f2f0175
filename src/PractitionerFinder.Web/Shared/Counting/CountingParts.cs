using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Shared.Counting;

public static class CountingParts
{
    // As late as this a keeper sees that somebody came.
    private static readonly TimeSpan TakenEvery = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddCounting(this IServiceCollection services) => services
        .AddSingleton<CountAnswers>().AddSingleton<CountJournal>().AddHostedService(s => s.GetRequiredService<CountJournal>())
        .AddScheduledWork<FoldCounts>(TakenEvery);

    /// <summary>Comes before what makes HEAD a GET, and before everything that keeps answers.</summary>
    public static void UseCounting(this IApplicationBuilder app)
    {
        var count = app.ApplicationServices.GetRequiredService<CountAnswers>();
        Func<object, Task> read = state => Count((HttpContext)state, hasReader: true);
        Func<object, Task> looked = state => Count((HttpContext)state, hasReader: false);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(HttpMethods.IsHead(context.Request.Method) ? looked : read, context);
            return next(context);
        });

        Task Count(HttpContext context, bool hasReader)
        {
            count.Count(context, hasReader);
            return Task.CompletedTask;
        }
    }
}
