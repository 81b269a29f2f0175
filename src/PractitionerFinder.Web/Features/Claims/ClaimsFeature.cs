using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Claims;

public static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddSingleton<ClaimMails>().AddSingleton<IPracticeFile>(_ => new PracticeFile()).AddSingleton<ReadClaim>().AddSingleton<MakeClaim>().AddSingleton<ReadObjections>().AddSingleton<ObjectToClaim>()
        .AddScheduledWork<ForgetClaims>(TimeSpan.FromHours(6));
}
