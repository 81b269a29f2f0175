using System.Reflection;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.TestKit.Finder;

/// <summary>Gives listings and their rows the ids that a database would, for tests that need no database.</summary>
public static class Saved
{
    private static readonly PropertyInfo ListingId = typeof(Listing).GetProperty(nameof(Listing.Id))!;
    private static readonly PropertyInfo PlaceId = typeof(ListingLocation).GetProperty(nameof(ListingLocation.Id))!;
    private static readonly PropertyInfo VisitAreaId = typeof(ListingVisitArea).GetProperty(nameof(ListingVisitArea.Id))!;

    /// <summary>Numbers listings from a number on, and their rows after them.</summary>
    public static IReadOnlyList<Listing> From(IReadOnlyList<Listing> listings, long first = 1)
    {
        var (place, visit) = (first * 10, first * 10);
        foreach (var listing in listings)
        {
            ListingId.SetValue(listing, first++);
            foreach (var location in listing.Locations)
            {
                PlaceId.SetValue(location, place++);
            }

            foreach (var area in listing.VisitAreas)
            {
                VisitAreaId.SetValue(area, visit++);
            }
        }

        return listings;
    }
}
