using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Draws weekly hours: days, breaks, evenings, weekends, holidays ahead.</summary>
internal static class DemoHours
{
    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Hours of one place; null, by arrangement, in one of eight.</summary>
    public static WeeklyHours? Draw(Dice dice, string timeZone, DateTime now)
    {
        if (dice.Percent(12.5))
        {
            return null;
        }

        var opens = new TimeOnly(dice.Between(8, 10), dice.Of([0, 0, 30]));
        var closes = new TimeOnly(dice.Between(15, 18), dice.Of([0, 0, 30]));
        var hasBreak = dice.Percent(45);
        var lunch = new TimeOnly(dice.Between(12, 13), dice.Of([0, 30]));
        var evenings = dice.Percent(38) ? dice.Between(1, 3) : 0;
        var periods = new List<OpenPeriod>();
        var days = Weekdays.Where(_ => dice.Percent(72)).ToList();
        foreach (var day in days.Count == 0 ? [dice.Of(Weekdays)] : days)
        {
            var until = evenings-- > 0 ? new TimeOnly(dice.Between(19, 21), 0) : closes;
            periods.AddRange(Day(day, opens, until, hasBreak ? lunch : null));
        }

        if (dice.Percent(32))
        {
            periods.Add(new OpenPeriod(DayOfWeek.Saturday, opens, new TimeOnly(dice.Between(13, 16), 0)));
        }

        if (dice.Percent(7))
        {
            periods.Add(new OpenPeriod(DayOfWeek.Sunday, new TimeOnly(10, 0), new TimeOnly(14, 0)));
        }

        return new WeeklyHours(timeZone, periods, Holidays(dice, now));
    }

    private static IEnumerable<OpenPeriod> Day(DayOfWeek day, TimeOnly opens, TimeOnly closes, TimeOnly? lunch) => lunch is { } noon
        ? [new OpenPeriod(day, opens, noon), new OpenPeriod(day, noon.AddHours(1), closes)]
        : [new OpenPeriod(day, opens, closes)];

    private static DayRange[] Holidays(Dice dice, DateTime now)
    {
        if (!dice.Percent(30))
        {
            return [];
        }

        var from = DateOnly.FromDateTime(now).AddDays(dice.Between(-4, 100));
        return [new DayRange(from, from.AddDays(dice.Between(2, 16)))];
    }
}
