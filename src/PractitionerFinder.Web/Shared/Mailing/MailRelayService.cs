namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Looks every few seconds for mails in the database.</summary>
public sealed partial class MailRelayService(MailRelay relay, TimeProvider time, ILogger<MailRelayService> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        var isStuck = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await relay.RunAsync(stoppingToken);
                isStuck = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Said once, not at every look.
                if (!isStuck)
                {
                    Stuck(log, error);
                }

                isStuck = true;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Mails cannot be carried from the database into the outbox. They stay where they are and are tried again.")]
    private static partial void Stuck(ILogger log, Exception error);
}
