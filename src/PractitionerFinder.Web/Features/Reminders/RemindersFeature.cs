using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Reminders;

public static class RemindersFeature
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<ReadReminder>().AddSingleton<ConfirmByLink>().AddSingleton<ReminderMails>()
        .AddScheduledWork<SendReminders>(Often);
}
