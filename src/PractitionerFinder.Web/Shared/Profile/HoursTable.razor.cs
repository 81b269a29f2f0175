using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>Weekly hours by the clock of the place, and whether it is open now.</summary>
public sealed partial class HoursTable
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Null when by arrangement.</summary>
    [Parameter, EditorRequired]
    public WeeklyHours? Hours { get; set; }

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    /// <summary>Whether nobody is seen for now, whatever the hours say.</summary>
    [Parameter]
    public bool IsPaused { get; set; }

    private OpenNow? State => IsPaused ? null : OpenNow.At(Hours, Now);

    private string Periods(DayOfWeek day) => string.Join(", ", Hours!.Periods.Where(p => p.Day == day).OrderBy(p => p.From)
        .Select(p => $"{p.From.InWords()} to {p.Until.InWords()}"));
}
