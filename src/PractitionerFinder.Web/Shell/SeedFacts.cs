using Microsoft.Extensions.Diagnostics.HealthChecks;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shell;

/// <summary>
/// The facts of the world that are held in memory. They are read beside each other while the site starts, so that it
/// answers at once; who asks for one earlier waits for it. When they cannot be read the site stops and says why.
/// </summary>
public sealed class SeedFacts(IServiceProvider services) : BackgroundService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ExecuteTask is { IsCompletedSuccessfully: true }
            ? HealthCheckResult.Healthy("Places and techniques are read.")
            : HealthCheckResult.Unhealthy("Places and techniques are still being read."));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(services.GetRequiredService<Vocabulary>, stoppingToken),
        Task.Run(services.GetRequiredService<Gazetteer>, stoppingToken));
}
