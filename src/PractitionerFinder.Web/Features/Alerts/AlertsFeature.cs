using Microsoft.AspNetCore.Mvc;
using PractitionerFinder.Web.Shared.Scheduling;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Alerts;

public static class AlertsFeature
{
    // An alert is a week apart from itself, whatever this is.
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<ReadSearch>().AddSingleton<FindNewcomers>().AddSingleton<AlertMails>().AddSingleton<AskForAlert>().AddSingleton<KeepAlert>()
        .AddScheduledWork<SendAlerts>(LooksEvery);

    public static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AlertUrls.Feed, NewcomersFeed.AnswerAsync).WithMetadata(new PublicAnswer()).ExcludeFromDescription();

        // A program for mail sends the form of RFC 8058 here, after its user pressed once. A person who follows the same address by hand gets the page, where they press.
        endpoints.MapPost(AlertUrls.Stopping, async ([FromQuery(Name = AlertUrls.TokenParameter)] string? token, KeepAlert keep, HttpContext http, CancellationToken cancel) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            await keep.StopAsync(token, cancel);
            return Results.Ok();
        }).WithMetadata(new ForEverybodyAttribute()).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapGet(AlertUrls.Stopping, ([FromQuery(Name = AlertUrls.TokenParameter)] string? token, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Redirect(AlertUrls.Open(token ?? ""));
        }).WithMetadata(new ForEverybodyAttribute()).ExcludeFromDescription();
    }
}
