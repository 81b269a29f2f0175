using Microsoft.Extensions.Diagnostics.HealthChecks;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shared.Scheduling;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Registers what writes and sends mails.</summary>
public static class MailingParts
{
    // A server that is restarted is back by then.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ReadBouncesEvery = TimeSpan.FromMinutes(5);

    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be.</exception>
    public static IServiceCollection AddMailing(this IServiceCollection services, IConfiguration configuration, SiteSettings site)
    {
        var settings = MailSettings.Read(configuration, site);
        services.AddSingleton(settings);
        services.AddSingleton<MailRenderer>().AddSingleton<Outbox>().AddSingleton<IMailer, OutboxMailer>();
        services.AddSingleton<MailRelay>().AddHostedService<MailRelayService>();
        services.AddSingleton<HandOver>().AddHostedService<HandOverService>();
        if (settings.Bounces is not null)
        {
            services.AddScheduledWork<ReadBounces>(ReadBouncesEvery);
        }

        services.AddHealthChecks().AddCheck<MailCheck>("mail", HealthStatus.Degraded);
        return services;
    }

    private sealed class MailCheck(Outbox outbox, TimeProvider time) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(outbox.In(Outbox.Place.Waiting) is [var oldest, ..] && time.GetUtcNow().UtcDateTime - oldest.At > Late
                ? new HealthCheckResult(context.Registration.FailureStatus, "Mails wait for the mail server.")
                : HealthCheckResult.Healthy());
    }
}
