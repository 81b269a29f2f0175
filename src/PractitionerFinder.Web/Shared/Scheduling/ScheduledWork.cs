using Quartz;

namespace PractitionerFinder.Web.Shared.Scheduling;

/// <summary>Has Quartz do the work of the clock: soon after the start, and again and again.</summary>
public static partial class ScheduledWork
{
    // The first people are served before anything else is done.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);

    /// <summary>Starts and ends with the site. A stop waits for what is being done.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddQuartz()
        .AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = quartz.AwaitApplicationStarted = true);

    /// <summary>Registers work and how often it is done. It is never done twice at once on one node.</summary>
    public static IServiceCollection AddScheduledWork<T>(this IServiceCollection services, TimeSpan every)
        where T : class, IScheduledWork => services
        .AddSingleton<T>()
        .AddQuartz(quartz => quartz
            .AddJob<Job<T>>(job => job.WithIdentity(typeof(T).Name))
            .AddTrigger(trigger => trigger
                .ForJob(typeof(T).Name)
                .StartAt(DateTimeOffset.UtcNow + AfterStart)
                .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever())));

    [DisallowConcurrentExecution]
    private sealed partial class Job<T>(T work, ILogger<T> log) : IJob
        where T : IScheduledWork
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            try
            {
                await work.RunAsync(cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(log, typeof(T).Name, error);
            }
        }

        [LoggerMessage(LogLevel.Error, "{Work} could not be done. It is tried again when it is due the next time.")]
        private static partial void Failed(ILogger log, string work, Exception error);
    }
}
