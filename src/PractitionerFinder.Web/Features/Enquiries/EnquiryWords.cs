using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>What can be chosen, in words.</summary>
public static class EnquiryWords
{
    public static IReadOnlyList<EnquiryTimes> AllTimes { get; } =
        [EnquiryTimes.WeekdayMornings, EnquiryTimes.WeekdayAfternoons, EnquiryTimes.WeekdayEvenings, EnquiryTimes.Weekends];

    public static string InWords(this EnquiryReason reason) => reason switch
    {
        EnquiryReason.FirstAppointment => "A first appointment",
        EnquiryReason.ForSomebodyElse => "An appointment for somebody else",
        EnquiryReason.Technique => "How you work with a technique",
        EnquiryReason.HomeVisit => "Whether you could visit at home",
        EnquiryReason.Online => "Sessions over video or telephone",
        EnquiryReason.Fees => "What it costs and how to pay",
        EnquiryReason.Access => "Steps, parking or the way there",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>A reason as who writes would put it.</summary>
    public static string ToSender(this EnquiryReason reason) => reason switch
    {
        EnquiryReason.Technique => "How they work with a technique",
        EnquiryReason.HomeVisit => "Whether they could visit me at home",
        _ => reason.InWords(),
    };

    public static string InWords(this EnquiryTimes times) => times == EnquiryTimes.None
        ? "Any time"
        : string.Join(", ", AllTimes.Where(t => times.HasFlag(t)).Select((t, i) => i == 0 ? OneInWords(t) : OneInWords(t).ToLowerInvariant()));

    public static string InWords(this DeclineReason reason) => reason switch
    {
        DeclineReason.Full => "I have no room for new people just now",
        DeclineReason.Times => "The times do not suit",
        DeclineReason.Place => "The place does not suit, or is too far",
        DeclineReason.SomebodyElse => "Somebody else could help better",
        _ => "No reason given",
    };

    /// <summary>Names in a row: "Amira, Bela and Cleo".</summary>
    public static string InOneSentence(this IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>A state to those who keep the listing.</summary>
    public static string InWords(this EnquiryState state) => state switch
    {
        EnquiryState.Sent => "New",
        EnquiryState.Accepted => "Accepted",
        EnquiryState.Declined => "Declined",
        EnquiryState.Expired => "Not answered",
        EnquiryState.Blocked => "Blocked",
        _ => "Not confirmed",
    };

    /// <summary>The name of the technique that is asked for; null when none is.</summary>
    public static string? TechniqueName(this Vocabulary vocabulary, string? slug) => slug is null ? null : vocabulary.Technique(slug)?.Name ?? slug;

    private static string OneInWords(EnquiryTimes time) => time switch
    {
        EnquiryTimes.WeekdayMornings => "Weekday mornings",
        EnquiryTimes.WeekdayAfternoons => "Weekday afternoons",
        EnquiryTimes.WeekdayEvenings => "Weekday evenings",
        _ => "Weekends",
    };
}
