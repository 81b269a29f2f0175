using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The pin of an address, and the area that stands for it where it is private.</summary>
public sealed partial class PointMap
{
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public SpotForm Spot { get; set; } = default!;

    [Parameter]
    public bool IsPrivate { get; set; }

    [Inject]
    private Gazetteer Places { get; set; } = default!;

    private GeoPoint? Point => Degrees(Spot.Latitude) is { } latitude && Degrees(Spot.Longitude) is { } longitude
        && GeoPoint.IsLatitude(latitude) && GeoPoint.IsLongitude(longitude) ? new GeoPoint(latitude, longitude) : null;

    private string? Shapes => IsPrivate && Point is { } point
        ? MapShapes.Collection(MapShapes.Area(CoarseCell.Containing(point, Places.IsBuiltUp), "What the public sees"))
        : null;

    private static double? Degrees(string typed) =>
        double.TryParse(typed.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
