using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Features.Look;

/// <summary>Every part of the look in every state, for those who build the site: it is there in Development only.</summary>
public sealed partial class LookPage
{
    private const string Address = "/look";

    private static readonly (string, string)[] Sorts = [("near", "Nearest first"), ("confirmed", "Recently confirmed first")];

    private static readonly GeoPoint Clinic = new(53.905, -1.691);

    private static readonly GeoPoint Home = new(53.95, -1.62);

    // Everything that a map can show, around one town.
    private static readonly string Shapes = MapShapes.Collection(
        MapShapes.Radius(Clinic, 16_093),
        MapShapes.Cover(VisitCover.OfRadius(new GeoPoint(53.86, -1.78), 5_000)),
        MapShapes.Area(CoarseCell.Containing(Home, _ => false), "Private area 2", "2"),
        MapShapes.Point(Clinic, "Clinic 1", "1", Address),
        MapShapes.Point(new GeoPoint(53.835, -1.64), "A place"));

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private IHostEnvironment Environment { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    /// <summary>One technique for every number of strokes that there is.</summary>
    private IEnumerable<Technique> Marks => Vocabulary.Techniques.DistinctBy(t => t.Evidence.Strokes).OrderByDescending(t => t.Evidence.Strokes);

    protected override void OnInitialized()
    {
        if (!Environment.IsDevelopment())
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
