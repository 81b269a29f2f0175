using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Weekly numbers as bars from nought, the highest with its number. A table beside it says the same.</summary>
public sealed partial class WeekBars
{
    private const int Width = 360;
    private const int Height = 150;
    private const int Top = 24;
    private const int Base = 122;
    private const int Gap = 8;

    // A few weeks stand side by side and do not fill the figure.
    private const int LeastRoom = 8;

    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The oldest week first; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(DateOnly From, int Value)> Weeks { get; set; } = [];

    private int Room => Math.Max(LeastRoom, Weeks.Count);

    private int BarWidth => (Width / Room) - Gap;

    private int Highest => Weeks.Max(w => w.Value);

    private string Most => Highest.ToString("#,0", CultureInfo.InvariantCulture);

    private string Words => $"{Title}: {string.Join(", ", Weeks.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Value:#,0} in the week from {InShort(w.From)}")))}.";

    private IEnumerable<(int X, int Y, int Height, int Value, DateOnly From)> Bars => Weeks.Select((w, i) =>
    {
        // A week with somebody in it is never drawn as one with nobody.
        var height = w.Value == 0 ? 0 : Math.Max(2, (int)Math.Round((double)w.Value / Highest * (Base - Top)));
        return (XOf(i), Base - height, height, w.Value, w.From);
    });

    private int HighestAt => Weeks.ToList().FindIndex(w => w.Value == Highest);

    private string TopAnchor => HighestAt == 0 ? "start" : HighestAt == Room - 1 ? "end" : "middle";

    private int TopX => HighestAt == 0 ? 0 : HighestAt == Room - 1 ? Width : XOf(HighestAt) + (BarWidth / 2);

    private int XOf(int week) => (week * Width / Room) + (Gap / 2);

    private static string InShort(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
