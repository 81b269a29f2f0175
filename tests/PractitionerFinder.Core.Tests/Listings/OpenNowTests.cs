using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class OpenNowTests
{
    private static readonly DateOnly Wednesday = new(2026, 6, 17);

    private static readonly WeeklyHours Hours = new(
        "Europe/London",
        [
            new OpenPeriod(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0)),
            new OpenPeriod(DayOfWeek.Wednesday, new TimeOnly(13, 0), new TimeOnly(18, 0)),
            new OpenPeriod(DayOfWeek.Wednesday, new TimeOnly(9, 0), new TimeOnly(12, 30)),
        ],
        []);

    [Theory]
    [InlineData(9, 0, 12, 30)]
    [InlineData(12, 29, 12, 30)]
    [InlineData(13, 0, 18, 0)]
    [InlineData(17, 59, 18, 0)]
    public void Is_open_from_the_first_minute_until_the_last(int hour, int minute, int untilHour, int untilMinute) => Assert.Equal(
        new OpenNow.Open(new TimeOnly(untilHour, untilMinute)),
        OpenNow.At(Hours, London(Wednesday, hour, minute)));

    [Theory]
    [InlineData(8, 59, 9)]
    [InlineData(12, 30, 13)]
    public void Is_closed_before_and_in_a_break_and_opens_the_same_day(int hour, int minute, int opens) => Assert.Equal(
        new OpenNow.Closed(Wednesday, Wednesday, new TimeOnly(opens, 0)),
        OpenNow.At(Hours, London(Wednesday, hour, minute)));

    [Fact]
    public void After_the_last_minute_it_opens_on_the_next_day_that_has_hours() => Assert.Equal(
        new OpenNow.Closed(Wednesday, Wednesday.AddDays(5), new TimeOnly(9, 0)),
        OpenNow.At(Hours, London(Wednesday, 18, 0)));

    [Fact]
    public void Periods_that_join_are_one()
    {
        var joined = Hours with { Periods = [.. Hours.Periods, new OpenPeriod(DayOfWeek.Wednesday, new TimeOnly(12, 30), new TimeOnly(13, 0))] };

        Assert.Equal(new OpenNow.Open(new TimeOnly(18, 0)), OpenNow.At(joined, London(Wednesday, 10, 0)));
    }

    [Fact]
    public void Days_that_are_closed_are_passed_over()
    {
        var away = Hours with { Closed = [new DayRange(Wednesday, Wednesday.AddDays(7))] };

        Assert.Equal(new OpenNow.Closed(Wednesday, Wednesday.AddDays(12), new TimeOnly(9, 0)), OpenNow.At(away, London(Wednesday, 10, 0)));
    }

    [Fact]
    public void Nothing_is_promised_beyond_sixty_days()
    {
        var away = Hours with { Closed = [new DayRange(Wednesday, Wednesday.AddDays(90))] };

        Assert.Equal(new OpenNow.Closed(Wednesday, null, default), OpenNow.At(away, London(Wednesday, 10, 0)));
    }

    // In London the clock goes forward on 29 March 2026 at 01:00 UTC and back on 25 October 2026 at 01:00 UTC.
    [Theory]
    [InlineData("2026-03-28T09:30Z", true)]
    [InlineData("2026-03-29T09:30Z", false)]
    [InlineData("2026-03-29T08:30Z", true)]
    [InlineData("2026-10-24T08:30Z", true)]
    [InlineData("2026-10-25T08:30Z", false)]
    [InlineData("2026-10-25T09:30Z", true)]
    public void Hours_follow_the_clock_on_the_wall_when_it_is_put_forward_or_back(string instant, bool isOpen)
    {
        var mornings = EveryDay("Europe/London", new TimeOnly(9, 0), new TimeOnly(10, 0));

        Assert.Equal(isOpen, OpenNow.At(mornings, Utc(instant)) is OpenNow.Open);
    }

    [Theory]
    [InlineData("2026-03-29T00:59Z", false)]
    [InlineData("2026-03-29T01:00Z", true)]
    [InlineData("2026-10-25T00:35Z", true)]
    [InlineData("2026-10-25T01:35Z", true)]
    public void An_hour_that_is_left_out_or_comes_twice_harms_nobody(string instant, bool isOpen)
    {
        var nights = EveryDay("Europe/London", new TimeOnly(1, 30), new TimeOnly(4, 0));

        Assert.Equal(isOpen, OpenNow.At(nights, Utc(instant)) is OpenNow.Open);
    }

    [Fact]
    public void The_day_is_that_of_the_place()
    {
        var auckland = new WeeklyHours("Pacific/Auckland", [new OpenPeriod(DayOfWeek.Thursday, new TimeOnly(8, 0), new TimeOnly(12, 0))], []);

        Assert.Equal(new OpenNow.Open(new TimeOnly(12, 0)), OpenNow.At(auckland, new DateTime(2026, 6, 17, 21, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Nothing_is_said_by_arrangement_nor_where_the_time_zone_is_not_known()
    {
        Assert.Null(OpenNow.At(null, London(Wednesday, 10, 0)));
        Assert.Null(OpenNow.At(Hours with { Periods = [] }, London(Wednesday, 10, 0)));
        Assert.Null(OpenNow.At(Hours with { TimeZone = "Nowhere/Nothing" }, London(Wednesday, 10, 0)));
    }

    /// <summary>An instant of British summer, given as the clock shows it.</summary>
    private static DateTime London(DateOnly day, int hour, int minute) => day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc).AddHours(-1);

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static WeeklyHours EveryDay(string zone, TimeOnly from, TimeOnly until) =>
        new(zone, [.. Enum.GetValues<DayOfWeek>().Select(d => new OpenPeriod(d, from, until))], []);
}
