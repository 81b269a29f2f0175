using System.Text.Json;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>An area of visits that is drawn, with the cover that searches use.</summary>
public sealed partial class AreaMap
{
    private const int MostCorners = 100;

    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public VisitForm Area { get; set; } = default!;

    [Inject]
    private VisitShapes Visits { get; set; } = default!;

    private GeoPoint? Base => Visits.BaseOf(Form, Area);

    private IReadOnlyList<GeoPoint> Corners => [.. Area.Outline.Where(IsPoint).Select(c => new GeoPoint(c[0], c[1]))];

    private string Text => JsonSerializer.Serialize(Area.Outline);

    private string? Shapes => Visits.CoverOf(Form, Area, Draft.Sent);

    private void Read(string text)
    {
        try
        {
            var corners = JsonSerializer.Deserialize<List<double[]>>(text.Length == 0 ? "[]" : text) ?? [];
            if (corners.Count <= MostCorners && corners.TrueForAll(IsPoint))
            {
                Area.Outline = corners;
            }
        }
        catch (JsonException)
        {
            // Half typed: the last whole outline stays.
        }
    }

    private static bool IsPoint(double[] corner) => corner is [var latitude, var longitude] && GeoPoint.IsLatitude(latitude) && GeoPoint.IsLongitude(longitude);
}
