using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The week of a place: hours with breaks, time zone, days away.</summary>
public sealed partial class WeekFields
{
    private static readonly DayOfWeek[] Days =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    private static readonly IReadOnlyList<(string, string, string?)> Kinds =
        [("arrangement", "By arrangement", null), ("week", "At weekly hours", null)];

    private static readonly IReadOnlyList<(string, string)> Zones = [.. TimeZones.All.Select(z => (z, z.Replace('_', ' ')))];

    [Parameter, EditorRequired]
    public HoursOf Week { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Country of the place; blank where it is not known.</summary>
    [Parameter, EditorRequired]
    public string Country { get; set; } = "";

    private string Path => $"hours/{Week.Key}";

    private void Choose(string kind)
    {
        Week.ByArrangement = kind == "arrangement";
        if (!Week.ByArrangement && Week.TimeZone.Length == 0)
        {
            Week.TimeZone = TimeZones.Of(Country);
        }
    }

    /// <summary>A first stretch begins as the day before it does: most weeks are alike.</summary>
    private Task AddAsync(DayOfWeek day)
    {
        var key = NextKey("s", Week.Stretches.Select(s => s.Key));
        var alike = Week.Stretches.Any(s => s.Day == (int)day) ? null : Week.Stretches.LastOrDefault();
        return AddAsync(Week.Stretches, new StretchForm { Key = key, Day = (int)day, From = alike?.From ?? "", Until = alike?.Until ?? "" });
    }

    private Task AddAwayAsync() => AddAsync(Week.Away, new AwayForm { Key = NextKey("a", Week.Away.Select(a => a.Key)) });

    private Task RemoveAsync(StretchForm stretch)
    {
        Week.Stretches.Remove(stretch);
        return Draft.FlushAsync();
    }

    private Task RemoveAsync(AwayForm away)
    {
        Week.Away.Remove(away);
        return Draft.FlushAsync();
    }
}
