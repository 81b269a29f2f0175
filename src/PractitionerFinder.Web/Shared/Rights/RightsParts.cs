using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>Registers what serves the rights of those about whom something is kept.</summary>
public static class RightsParts
{
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddSingleton<KeepConsents>().AddSingleton<DeletionMails>().AddSingleton<EraseAtOnce>()
        .AddScheduledWork<EraseWhatIsDue>(EraseWhatIsDue.Every);
}
