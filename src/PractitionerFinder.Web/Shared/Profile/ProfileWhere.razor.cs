using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>Where and when a practitioner can be seen.</summary>
public sealed partial class ProfileWhere
{
    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    /// <summary>What stands on the map; null when there is nothing.</summary>
    private string? Shapes => Listing.Locations.Count + Listing.VisitAreas.Count == 0 ? null : MapShapes.Collection(
    [
        .. Listing.VisitAreas.Select(visits => MapShapes.Cover(visits.Cover)),
        .. Listing.Locations.Select(place => place.IsApproximate
            ? MapShapes.Area(place.Point, place.ReachMetres, Words(place))
            : MapShapes.Point(place.Point, Words(place))),
    ]);

    private string? AboutShapes => (Listing.Locations.Any(l => l.IsApproximate), Listing.VisitAreas.Count > 0) switch
    {
        (true, true) => "A hatched circle is an area: the address in it is private. Visits are made where it is shaded.",
        (true, false) => "A hatched circle is an area: the address in it is private.",
        (false, true) => "Visits are made where it is shaded.",
        _ => null,
    };

    private static string Words(PublicListing.Place place) =>
        place.IsApproximate ? $"{ProfileSentences.Describe(place)}: area shown, not the address" : place.Name ?? ProfileSentences.Describe(place);

    private static string Reach(PublicListing.Visits visits) => visits.RadiusMetres is { } metres
        ? $"Up to about {Radius.Describe(metres, Radius.UnitOf(visits.Country))} away, in a straight line."
        : "In an area that the practitioner has drawn. Search from your place to see whether you are in it.";
}
