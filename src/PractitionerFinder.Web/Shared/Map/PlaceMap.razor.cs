using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Web.Shared.Map;

/// <summary>What a reader does with a map.</summary>
public enum MapMode
{
    /// <summary>Looks at it.</summary>
    Show,

    /// <summary>Sets one pin.</summary>
    Pick,

    /// <summary>Draws an outline.</summary>
    Draw,

    /// <summary>Goes through the people of a list, and looks who is near them.</summary>
    Results,
}

/// <summary>
/// A map in a page, whether the page is sent once or worked in. It says everything in attributes, so that rendering again never meets
/// what the script has made. <see cref="MapHead"/> goes into the head of the page. What stands inside is shown below the map, and
/// without scripts in its stead; with <c>slot="without-scripts"</c> only then.
/// </summary>
public sealed partial class PlaceMap
{
    // More corners than anybody may draw are not read.
    private const int MostCorners = 100;

    [Parameter]
    public MapMode Mode { get; set; }

    /// <summary>What the map shows, in a few words, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Where the pin stands, or the middle of the map; null shows all that is drawn, or the earth without a pin.</summary>
    [Parameter]
    public GeoPoint? Centre { get; set; }

    /// <summary>2 to 16; null chooses.</summary>
    [Parameter]
    public int? Zoom { get; set; }

    /// <summary>What stands on it: <see cref="MapShapes.Collection"/>.</summary>
    [Parameter]
    public string? Shapes { get; set; }

    /// <summary>Where the map asks who else is in the view, without the view; of results.</summary>
    [Parameter]
    public string? Asks { get; set; }

    /// <summary>The search that the map leads to, without a place; of results.</summary>
    [Parameter]
    public string? Finds { get; set; }

    /// <summary>The distances that such a search may take, the shortest first; of results.</summary>
    [Parameter]
    public IEnumerable<Radius>? Radii { get; set; }

    /// <summary>Corners of the outline to draw on.</summary>
    [Parameter]
    public IReadOnlyList<GeoPoint>? Outline { get; set; }

    /// <summary>The pin was set.</summary>
    [Parameter]
    public EventCallback<GeoPoint> OnPick { get; set; }

    /// <summary>The outline has changed and is whole; empty while it is open or crosses itself.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<GeoPoint>> OnDraw { get; set; }

    /// <summary>The corners have changed, whether they are an outline yet or not.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<GeoPoint>> OnDrawing { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private BaseMap BaseMap { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    private string Word => Mode switch { MapMode.Pick => "pick", MapMode.Draw => "draw", MapMode.Results => "results", _ => "show" };

    private string? Corners => Outline is { Count: > 0 } ? JsonSerializer.Serialize(Outline.Select(p => new[] { p.Latitude, p.Longitude })) : null;

    private string? TilesJson => Services.GetService<MapTiles>() is { } tiles ? JsonSerializer.Serialize(tiles, JsonSerializerOptions.Web) : null;

    private string Styles => "/" + Assets["css/map.css"];

    private static string? Number(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);

    private Task PickedAsync(PickEventArgs pick) =>
        PointOf(pick.Latitude, pick.Longitude) is { } point ? OnPick.InvokeAsync(point) : Task.CompletedTask;

    private Task DrawnAsync(DrawEventArgs draw) => OutlineOf(draw) is { } outline ? OnDraw.InvokeAsync(outline) : Task.CompletedTask;

    private Task DrawingAsync(DrawEventArgs draw) => OutlineOf(draw) is { } outline ? OnDrawing.InvokeAsync(outline) : Task.CompletedTask;

    private static IReadOnlyList<GeoPoint>? OutlineOf(DrawEventArgs draw)
    {
        if (draw.Outline.Count > MostCorners)
        {
            return null;
        }

        var points = draw.Outline.Select(c => c is [var latitude, var longitude] ? PointOf(latitude, longitude) : null).ToList();
        return points.Any(p => p is null) ? null : [.. points.Select(p => p!.Value)];
    }

    private static GeoPoint? PointOf(double latitude, double longitude) =>
        GeoPoint.IsLatitude(latitude) && GeoPoint.IsLongitude(longitude) ? new GeoPoint(latitude, longitude) : null;
}
