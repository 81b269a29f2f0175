using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared.Map;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Areas of visits on a map, as they come to be kept.</summary>
public sealed class VisitShapes(FormReader reader, TimeProvider time)
{
    /// <summary>The cover of an area; null while it is not whole.</summary>
    public string? CoverOf(ListingForm form, VisitForm area, ListingContent? sent) =>
        Read(form, sent).VisitAreas.FirstOrDefault(v => v.Key == area.Key) is { } visits ? MapShapes.Collection(MapShapes.Cover(visits.Cover)) : null;

    /// <summary>Where a map of the area begins: the centre of the coarse cell of its base.</summary>
    public GeoPoint? BaseOf(ListingForm form, VisitForm area)
    {
        var read = Read(form, null);
        return read.VisitAreas.FirstOrDefault(v => v.Key == area.Key)?.BaseCell.Centre ?? read.Locations.FirstOrDefault(l => l.Key == area.From)?.Cell.Centre;
    }

    private ListingContent Read(ListingForm form, ListingContent? sent) => reader.Read(form, sent, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Content;
}
