using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// Where a place is among the towns around it, from the gazetteer alone: no roads, no hills. A public address has a pin,
/// a private one a hatched circle as large as what is not known of it.
/// </summary>
public sealed partial class Locator
{
    private const double HatchGap = 7;

    private LocatorMap map = default!;
    private string sentence = "";

    /// <summary>The place as the public may know it.</summary>
    [Parameter, EditorRequired]
    public PublicListing.Place Place { get; set; } = default!;

    /// <summary>More words under the picture.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private Gazetteer Gazetteer { get; set; } = default!;

    private string Explanation => Place.IsApproximate
        ? $"The address is private: it lies somewhere in a circle of {Radius.Describe(2 * Place.ReachMetres, Radius.UnitOf(Place.Country))} across. Distances are in a straight line."
        : "Distances are in a straight line.";

    /// <summary>Slanting chords of the circle, drawn one by one: a pattern would need an id that is unique on the page.</summary>
    private string Hatch
    {
        get
        {
            var path = new PathWriter(1);
            for (var away = HatchGap / 2 - HatchGap * Math.Floor(map.Area / HatchGap); away < map.Area; away += HatchGap)
            {
                if (map.Area > Math.Abs(away))
                {
                    var half = Math.Sqrt(map.Area * map.Area - away * away);
                    (double, double) End(double along) =>
                        (LocatorMap.Width / 2 + (away + along) / Math.Sqrt(2), LocatorMap.Height / 2 + (away - along) / Math.Sqrt(2));
                    path.Move(End(-half)).Line(End(half));
                }
            }

            return path.ToString();
        }
    }

    protected override void OnParametersSet() => (map, sentence) = (LocatorMap.Of(Gazetteer, Place), LocatorWords.Sentence(Gazetteer, Place));

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
