using System.Globalization;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>What a profile says about a listing.</summary>
public static class ProfileSentences
{
    private const int DaysOfWeek = 7;

    /// <summary>"At a clinic in Leeds"; "At their home in Headingley".</summary>
    public static string Describe(PublicListing.Place place) => $"{place.Setting.AsSetting().InWords()} in {place.Locality}";

    /// <summary>"Open now until 18:00"; "Closed now, opens Monday 09:00".</summary>
    public static string Describe(OpenNow state) => state switch
    {
        OpenNow.Open open => $"Open now until {open.Until.InWords()}",
        OpenNow.Closed { Opens: { } day } closed => $"Closed now, opens {Day(day, closed.Today)}{closed.From.InWords()}",
        _ => "Closed now",
    };

    /// <summary>The way in: "Step-free throughout", with the places where they differ.</summary>
    public static IEnumerable<string> Access(PublicListing listing)
    {
        var ways = listing.Locations.GroupBy(l => l.StepFree).ToList();
        return ways.Select(way => way.Key.InWords() + (ways.Count > 1 ? $" ({string.Join(", ", way.Select(l => l.Locality).Distinct())})" : ""));
    }

    /// <summary>"£48 for 60 minutes".</summary>
    public static string Describe(Fee fee) => $"{Money.Describe(fee.AmountMinor, fee.Currency)} for {fee.Minutes} minutes";

    /// <summary>The lowest fee, "From £48 for 60 minutes", or the only one; null when none is given.</summary>
    public static string? LowestFee(PublicListing listing) => listing.Fees switch
    {
        [] => null,
        [var only] => Describe(only),
        var several => "From " + Describe(several.Where(f => f.Currency == several[0].Currency).MinBy(f => f.AmountMinor)!),
    };

    /// <summary>"Fees not confirmed for 7 months", for each of some facts that is overdue.</summary>
    public static IEnumerable<string> Late(PublicListing listing, DateTime now, params ListingFact[] facts) =>
        listing.Facts.Where(f => f.IsOverdue && facts.Contains(f.Fact)).Select(f => $"{f.Fact.InWords()} not confirmed for {Unconfirmed(f, now)}");

    /// <summary>"Not confirmed for 7 months".</summary>
    public static string Late(PublicListing.Freshness fact, DateTime now) => $"Not confirmed for {Unconfirmed(fact, now)}";

    /// <summary>The time zone as its city: "London time".</summary>
    public static string TimeOf(WeeklyHours hours) => hours.TimeZone[(hours.TimeZone.LastIndexOf('/') + 1)..].Replace('_', ' ') + " time";

    /// <summary>"7 Jun 2027", for columns.</summary>
    public static string InShort(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, UTC, for columns.</summary>
    public static string InShort(DateTime at) => InShort(DateOnly.FromDateTime(at));

    private static string Unconfirmed(PublicListing.Freshness fact, DateTime now) => TimeAgo.Span((now.Date - fact.ConfirmedAt.Date).Days);

    private static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "at ",
        < DaysOfWeek => $"{day.DayOfWeek} ",
        _ => day.ToString("dddd d MMMM ", CultureInfo.InvariantCulture),
    };
}
