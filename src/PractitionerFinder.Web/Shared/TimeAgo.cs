namespace PractitionerFinder.Web.Shared;

/// <summary>How long ago something was, in words.</summary>
public static class TimeAgo
{
    public static string Describe(DateTime at, DateTime now)
    {
        var days = (now.Date - at.Date).Days;
        return days switch
        {
            <= 0 => "today",
            1 => "yesterday",
            _ => $"{Span(days)} ago",
        };
    }

    /// <summary>Days, then weeks, months and years, whole ones only: nothing is said to be older than it is.</summary>
    public static string Span(int days) => days switch
    {
        < 14 => Counted(days, "day"),
        < 61 => Counted(days / 7, "week"),
        < 732 => Counted(days * 12 / 366, "month"),
        _ => Counted(days / 366, "year"),
    };

    private static string Counted(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
