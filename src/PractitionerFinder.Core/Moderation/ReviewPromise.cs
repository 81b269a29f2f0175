namespace PractitionerFinder.Core.Moderation;

/// <summary>By when staff answer what was sent to them.</summary>
public static class ReviewPromise
{
    /// <summary>Working days, Monday to Friday.</summary>
    public const int WorkingDays = 3;

    /// <summary>The last day of the promise: so many working days after the day on which it was sent (UTC).</summary>
    public static DateOnly DueOn(DateTime sentAt)
    {
        var day = DateOnly.FromDateTime(sentAt);
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
