using System.Text.Json.Serialization;

namespace PractitionerFinder.Core.Listings;

/// <summary>A weekly pattern of hours in the time of the place, with days on which it does not hold.</summary>
/// <param name="TimeZone">IANA name, such as Europe/London.</param>
/// <param name="Periods">Stretches of one day each; a break is the gap between two of them.</param>
/// <param name="Closed">Days, both ends included, on which nobody is seen.</param>
public sealed record WeeklyHours(string TimeZone, IReadOnlyList<OpenPeriod> Periods, IReadOnlyList<DayRange> Closed)
{
    /// <summary>An evening is a weekday with an hour or more after this time.</summary>
    public static readonly TimeOnly EveningBegins = new(18, 0);

    /// <summary>Whether people can come on some weekday (Monday to Friday) until 19:00 or later.</summary>
    [JsonIgnore]
    public bool HasEvenings => Periods.Any(p =>
        p.Day is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && p.Until >= EveningBegins.AddHours(1));

    /// <summary>Whether people can come on a Saturday or a Sunday.</summary>
    [JsonIgnore]
    public bool HasWeekends => Periods.Any(p => p.Day is DayOfWeek.Saturday or DayOfWeek.Sunday);

    internal WeeklyHours Shifted(int days) =>
        this with { Closed = [.. Closed.Select(r => new DayRange(r.From.AddDays(days), r.Until.AddDays(days)))] };
}

/// <summary>A stretch of one day of the week.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="From">First minute.</param>
/// <param name="Until">Last minute, later than the first.</param>
public sealed record OpenPeriod(DayOfWeek Day, TimeOnly From, TimeOnly Until);

/// <summary>Days from one to another, both included.</summary>
public sealed record DayRange(DateOnly From, DateOnly Until);
