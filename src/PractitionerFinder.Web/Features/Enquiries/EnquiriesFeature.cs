using PractitionerFinder.Web.Shared.Enquiries;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Enquiries;

public static class EnquiriesFeature
{
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddEnquiries(this IServiceCollection services) => services
        .AddSingleton<ReadEnquiryDoor>().AddSingleton<CountEnquiries>().AddSingleton<SenderKeys>().AddSingleton<EnquiryMails>()
        .AddSingleton<ChangeEnquiry>().AddSingleton<SendEnquiry>().AddSingleton<FollowEnquiry>().AddSingleton<AnswerEnquiry>().AddSingleton<ReadEnquiries>()
        .AddSingleton<KeepEnquiryChoices>().AddScheduledWork<TidyEnquiries>(TidyEvery);
}
