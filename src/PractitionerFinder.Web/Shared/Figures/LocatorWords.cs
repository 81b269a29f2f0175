using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Where a place is, in words.</summary>
public static class LocatorWords
{
    private const int CityPeople = 100_000;
    private const int CityMetres = 8_000;

    /// <summary>
    /// The locality, and how far and in which direction it lies from a town that people around know: "Otley, 9 miles
    /// north-west of Leeds". Whole miles or kilometres, in a straight line; "about" for a private address.
    /// </summary>
    public static string Sentence(Gazetteer gazetteer, PublicListing.Place place)
    {
        var landmark = gazetteer.LandmarkOf(place.Point, place.Locality);
        var isOwn = landmark == gazetteer.LocalityAt(place.Point, place.Locality);
        var metres = landmark.Point.MetresTo(place.Point);
        var unit = Radius.UnitOf(place.Country);
        var distance = new Radius(Math.Round((decimal)metres / new Radius(1, unit).Metres, MidpointRounding.AwayFromZero), unit);

        // Within the area of a private address no direction is known.
        if (distance.Amount < 1 || metres <= place.ReachMetres)
        {
            return isOwn ? $"{place.Locality}, near its centre" : $"{place.Locality}, close to {landmark.Name}";
        }

        // So near a city one is in it, and not north of it.
        var centre = isOwn ? "its centre" : metres < CityMetres && landmark.Population >= CityPeople ? $"the centre of {landmark.Name}" : landmark.Name;
        var direction = Compass.Direction(landmark.Point, place.Point);
        return $"{place.Locality}, {(place.IsApproximate ? "about " : "")}{distance.InWords()} {direction} of {centre}";
    }
}
