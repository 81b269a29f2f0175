using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>Reads an address and its point.</summary>
/// <param name="gazetteer">Where places are.</param>
/// <param name="before">What was public or sent last.</param>
internal sealed class SpotReader(Gazetteer gazetteer, ListingContent? before)
{
    private const int PostcodeMaxLength = 12;

    public sealed record Spot(Address Address, GeoPoint Point, CoarseCell Cell);

    /// <summary>English name of a country; null for a code of none.</summary>
    public string? CountryName(string code) => gazetteer.CountryName(code);

    /// <summary>The spot; null, and noted, when there is no point or no town.</summary>
    public Spot? Read(string path, SpotForm typed, bool needsStreet, SectionFaults faults)
    {
        var line1 = faults.Optional($"{path}/line1", typed.Line1, PracticeLocation.LineMaxLength);
        var line2 = faults.Optional($"{path}/line2", typed.Line2, PracticeLocation.LineMaxLength);
        if (needsStreet && line1 is null && line2 is null)
        {
            faults.Add($"{path}/line1", "Enter the house and street, so that people find the door");
        }

        var locality = faults.Text($"{path}/locality", typed.Locality, PracticeLocation.LineMaxLength, "Enter the town, village or suburb");
        var postcode = faults.Optional($"{path}/postcode", typed.Postcode, PostcodeMaxLength);
        if (PointOf(typed) is not { } point)
        {
            faults.Add($"{path}/point", "Press Find this address, or put the pin on the map");
            return null;
        }

        var area = gazetteer.Locate(point);
        if (gazetteer.CountryName(typed.Country) is null)
        {
            faults.Add($"{path}/country", "Choose the country");
        }
        else if (typed.Country != area.Country)
        {
            faults.Add($"{path}/point", $"The pin is in {gazetteer.CountryName(area.Country)} and the address in {gazetteer.CountryName(typed.Country)}. Move the pin, or choose the other country");
        }

        return new Spot(
            new Address
            {
                Lines = [.. new[] { line1, line2 }.OfType<string>()],
                Locality = locality,
                Postcode = postcode,
                Country = gazetteer.CountryName(typed.Country) is null ? area.Country : typed.Country,
                Admin1Code = area.Admin1Code is { Length: > 0 } code ? code : null,
                County = area.County,
            },
            point,
            CellOf(typed.Key, point));
    }

    private static GeoPoint? PointOf(SpotForm typed) =>
        Degrees(typed.Latitude, 90) is { } latitude && Degrees(typed.Longitude, 180) is { } longitude ? new GeoPoint(latitude, longitude) : null;

    private static double? Degrees(string typed, double most) =>
        double.TryParse(typed.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    /// <summary>A place that has not moved keeps its cell: a new gazetteer must not choose another and so tell more.</summary>
    private CoarseCell CellOf(string key, GeoPoint point) =>
        before?.Locations.FirstOrDefault(l => l.Key == key && l.Point == point)?.Cell
        ?? before?.VisitAreas.FirstOrDefault(v => v.Key == key && v.BaseCell.Centre == point)?.BaseCell
        ?? CoarseCell.Containing(point, gazetteer.IsBuiltUp);
}

internal static class PlaceReader
{
    private const int MostVisitAreas = 5;
    private const int MostCorners = 60;
    private const int LeastRadiusMetres = 500;

    public static List<PracticeLocation> Places(ListingForm form, SpotReader spots, SectionFaults faults)
    {
        if (form.Places.Places.Count > ListingContent.MostLocations)
        {
            faults.Add("places", $"A listing holds {ListingContent.MostLocations} places at most. Remove some");
        }

        var places = new List<PracticeLocation>();
        foreach (var typed in form.Places.Places.Take(ListingContent.MostLocations))
        {
            var path = $"places/{typed.Key}";
            var setting = typed.Setting == Setting.TheirHome.Word() ? LocationSetting.TheirHome : LocationSetting.Clinic;
            if (typed.Setting.Length == 0)
            {
                faults.Add($"{path}/setting", "Say whether this is a clinic or your home");
            }

            var isPrivate = setting == LocationSetting.TheirHome && typed.AreaOnly;
            var spot = spots.Read(path, typed, needsStreet: !isPrivate, faults);
            var phone = ContactReader.Telephone($"{path}/phone", typed.Phone, typed.Country, spots.CountryName, faults);
            var name = faults.Optional($"{path}/name", typed.Name, PracticeLocation.LineMaxLength);
            var parking = faults.Optional($"{path}/parking", typed.Parking, PracticeLocation.LineMaxLength);
            var transport = faults.Optional($"{path}/transport", typed.Transport, PracticeLocation.LineMaxLength);
            if (spot is not null)
            {
                places.Add(new PracticeLocation
                {
                    Key = typed.Key,
                    Setting = setting,
                    Name = name,
                    Address = spot.Address,
                    Point = spot.Point,
                    Cell = spot.Cell,
                    Privacy = isPrivate ? AddressPrivacy.AreaOnly : AddressPrivacy.Public,
                    Phone = phone,
                    StepFree = StepFreeOf(typed.StepFree),
                    Parking = parking,
                    Transport = transport,
                });
            }
        }

        return places;
    }

    public static List<VisitArea> Visits(ListingForm form, List<PracticeLocation> places, SpotReader spots, SectionFaults faults)
    {
        if (form.Visits.Areas.Count > MostVisitAreas)
        {
            faults.Add("visits", $"A listing holds {MostVisitAreas} visiting areas at most. Remove some");
        }

        var areas = new List<VisitArea>();
        foreach (var typed in form.Visits.Areas.Take(MostVisitAreas))
        {
            var path = $"visits/{typed.Key}";
            var place = places.Find(l => l.Key == typed.From);
            if (place is null && typed.From.Length > 0)
            {
                faults.Add($"{path}/from", "Choose where your visits start: the place that was chosen is not complete, or gone");
                continue;
            }

            var spot = place is not null
                ? new SpotReader.Spot(place.Address, place.Point, place.Cell)
                : spots.Read(path, typed, needsStreet: false, faults);
            var isPrivate = place is not { Privacy: AddressPrivacy.Public };
            if (spot is not null && Area(path, typed, spot, isPrivate, faults) is { } area)
            {
                areas.Add(area);
            }
        }

        return areas;
    }

    private static VisitArea? Area(string path, VisitForm typed, SpotReader.Spot spot, bool isPrivate, SectionFaults faults)
    {
        var area = new VisitArea { Key = typed.Key, Base = spot.Address, BaseCell = spot.Cell, Cover = [] };
        if (typed.Drawn)
        {
            var outline = typed.Outline.Where(c => c.Length == 2).Select(c => new GeoPoint(c[0], c[1])).ToList();
            if (outline.Count > MostCorners)
            {
                faults.Add($"{path}/outline", $"Draw the area with {MostCorners} corners at most");
                return null;
            }

            try
            {
                return area with { Outline = outline, Cover = VisitCover.OfOutline(outline, isPrivate ? spot.Cell : null) };
            }
            catch (ArgumentException)
            {
                faults.Add($"{path}/outline", "Draw the area with at least three corners and without crossing lines, or give a distance instead");
                return null;
            }
        }

        var unit = typed.Unit.Length > 0 ? typed.Unit : Radius.UnitOf(spot.Address.Country) == DistanceUnit.Miles ? "mi" : "km";
        if (Radius.Read(typed.Radius.Trim() + unit) is not { Metres: >= LeastRadiusMetres and <= VisitArea.MostRadiusMetres } radius)
        {
            faults.Add($"{path}/radius", unit == "mi" ? "Enter how far you travel, from 0.5 to 120 miles" : "Enter how far you travel, from 0.5 to 200 km");
            return null;
        }

        return area with { RadiusMetres = radius.Metres, Cover = VisitCover.OfRadius(spot.Cell.Centre, radius.Metres) };
    }

    private static StepFree StepFreeOf(string word) => word switch
    {
        "yes" => StepFree.Yes,
        "partly" => StepFree.Partly,
        "no" => StepFree.No,
        _ => StepFree.Unknown,
    };
}
