namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Makes a round of handing over at the start, whenever a mail has come, and when one is due again.</summary>
public sealed partial class HandOverService(
    HandOver handOver, Outbox outbox, MailSettings settings, IHostEnvironment environment, TimeProvider time, ILogger<HandOverService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Smtp is null && !environment.IsDevelopment())
        {
            NoServer(log);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the round, so that a mail that comes during it is not overlooked.
            var arrival = outbox.Arrival;
            var rest = await RunAsync(stoppingToken);
            using var waking = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(arrival, Task.Delay(rest, time, waking.Token));
            await waking.CancelAsync();
        }
    }

    private async Task<TimeSpan> RunAsync(CancellationToken cancel)
    {
        try
        {
            return await handOver.RunAsync(cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            OutboxUnreadable(log, error);
            return HandOver.Rest;
        }
    }

    [LoggerMessage(LogLevel.Warning, "No mail server is set (Mail:Smtp:Host), so no mail is sent: the newest are kept in outbox/kept.")]
    private static partial void NoServer(ILogger log);

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read or changed. Nothing is sent until it can.")]
    private static partial void OutboxUnreadable(ILogger log, Exception error);
}
