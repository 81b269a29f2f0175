using System.Globalization;

namespace PractitionerFinder.Web.Shared;

/// <summary>How long ago something was to those who just did it: minutes, then hours, then as <see cref="TimeAgo"/> says.</summary>
public static class Recently
{
    public static string Describe(DateTime at, DateTime now) => (now - at).TotalMinutes switch
    {
        < 1 => "just now",
        < 2 => "a minute ago",
        < 60 and var minutes => string.Create(CultureInfo.InvariantCulture, $"{(int)minutes} minutes ago"),
        < 120 => "an hour ago",
        < 24 * 60 and var minutes => string.Create(CultureInfo.InvariantCulture, $"{(int)(minutes / 60)} hours ago"),
        _ => TimeAgo.Describe(at, now),
    };
}
