using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shell;

/// <summary>Whether the site lives, and whether it can serve. A database that does not answer degrades the site and does not take it out of service.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddFinderHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<PlacesCheck>("places")
            .AddCheck<DatabaseCheck>("database", HealthStatus.Degraded, [], Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).WithMetadata(new ForEverybodyAttribute());
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).WithMetadata(new ForEverybodyAttribute());
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = Word(report.Status),
        Checks = report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status)),
    });

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    // Without the facts that searches are read by, every search would fail: that takes the site out of service.
    private sealed class PlacesCheck(Gazetteer gazetteer, Vocabulary vocabulary) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(gazetteer.Count > 0 && vocabulary.Techniques.Count > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("No places or no techniques were read."));
    }

    private sealed class DatabaseCheck(IDbContextFactory<FinderDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.");
        }
    }
}
