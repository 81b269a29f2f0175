namespace PractitionerFinder.Core.Listings;

/// <summary>Whether people are seen at an instant, by weekly hours. Times are those of the clock on the wall of the place.</summary>
public abstract record OpenNow
{
    // Longer than any holiday that hours hold; beyond it nothing useful can be said.
    private const int DaysAhead = 60;

    private OpenNow()
    {
    }

    /// <summary>Open.</summary>
    /// <param name="Until">When it closes, today.</param>
    public sealed record Open(TimeOnly Until) : OpenNow;

    /// <summary>Closed.</summary>
    /// <param name="Today">The day it is at the place.</param>
    /// <param name="Opens">The day it opens next; null when that is not within sixty days.</param>
    /// <param name="From">The time at which it opens then.</param>
    public sealed record Closed(DateOnly Today, DateOnly? Opens, TimeOnly From) : OpenNow;

    /// <summary>What can be said at an instant; null when there are no hours, or this machine does not know the time zone.</summary>
    /// <param name="hours">The hours; null when by arrangement.</param>
    /// <param name="now">The instant, UTC.</param>
    public static OpenNow? At(WeeklyHours? hours, DateTime now)
    {
        if (hours is null || hours.Periods.Count == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out var zone))
        {
            return null;
        }

        // Hours are of the clock on the wall, so a clock that is put forward or back needs no rule of its own.
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (On(hours, today).FirstOrDefault(p => p.From <= time && time < p.Until) is { } period)
        {
            return new Open(Through(On(hours, today), period));
        }

        for (var day = today; day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            if (On(hours, day).FirstOrDefault(p => day > today || p.From > time) is { } next)
            {
                return new Closed(today, day, next.From);
            }
        }

        return new Closed(today, null, default);
    }

    private static IEnumerable<OpenPeriod> On(WeeklyHours hours, DateOnly day) =>
        hours.Closed.Any(c => c.From <= day && day <= c.Until) ? [] : hours.Periods.Where(p => p.Day == day.DayOfWeek).OrderBy(p => p.From);

    /// <summary>The end of a period and of those that join it without a break.</summary>
    private static TimeOnly Through(IEnumerable<OpenPeriod> day, OpenPeriod period) =>
        day.Aggregate(period.Until, (until, next) => next.From <= until && next.Until > until ? next.Until : until);
}
