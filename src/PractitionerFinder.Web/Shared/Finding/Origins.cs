using System.Globalization;
using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>Where searches start from: what the gazetteer knows, as the finder needs it.</summary>
public sealed partial class Origins(Gazetteer gazetteer, SiteSettings site)
{
    /// <summary>What a typed place means; namesakes in the country of the hint come first, else those in the site's own.</summary>
    public PlaceAnswer Resolve(string near, string? country) => gazetteer.Resolve(near, country ?? site.DefaultCountry);

    /// <summary>The origin of a place.</summary>
    public SearchOrigin Of(Place place) => new()
    {
        Point = place.Point,
        Region = place.IsArea
            ? new RegionCodes(place.Country, place.Kind == PlaceKind.Country ? null : place.Admin1Code, gazetteer.CountiesOf(place))
            : null,
        Name = place.Name,
        Admin = AdminOf(place),
        Country = place.Country,
        Kind = KindOf(place),
        SpreadMetres = place.SpreadMetres,
    };

    /// <summary>The origin of coordinates.</summary>
    public SearchOrigin At(GeoPoint point) => new()
    {
        Point = point,
        Name = gazetteer.DescribeNear(point) is { } near
            ? $"a point {near}"
            : string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.00}, {point.Longitude:0.00}"),
        Country = gazetteer.Locate(point).Country,
        Kind = "point",
    };

    /// <summary>The point of a text such as 53.8, -1.55: what maps give and what our own form holds for coordinates; null for anything else.</summary>
    public static GeoPoint? ReadPoint(string near) =>
        Pair().Match(near) is { Success: true } pair
        && double.Parse(pair.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var latitude && GeoPoint.IsLatitude(latitude)
        && double.Parse(pair.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var longitude && GeoPoint.IsLongitude(longitude)
            ? new GeoPoint(Math.Round(latitude, 6), Math.Round(longitude, 6))
            : null;

    /// <summary>What the field for the place holds: coordinates go back as text, which another place can be typed over.</summary>
    public static string? Typed(SearchCriteria criteria) => criteria.Coordinates is { } point
        ? string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.######}, {point.Longitude:0.######}")
        : criteria.Near;

    /// <summary>
    /// The question asked of another place, in an address that leads to exactly that place: its label, and where the
    /// label alone would be taken for a namesake, its coordinates.
    /// </summary>
    public SearchCriteria Elsewhere(SearchCriteria criteria, Place place)
    {
        var there = criteria with { Near = place.Label, Coordinates = null, Origin = Of(place), Page = 1, AskedSeed = null };
        return place.Label.Length <= SearchCriteria.NearMaxLength && Resolve(place.Label, criteria.Country) is PlaceAnswer.Found { Place: var taken } && taken == place
            ? there
            : there with { Near = null, Coordinates = place.Point };
    }

    /// <summary>What tells a place from its namesakes; null when nothing does.</summary>
    private static string? AdminOf(Place place) =>
        place.Kind == PlaceKind.Country ? null : new[] { place.Admin2, place.Admin1 }.FirstOrDefault(a => a.Length > 0 && a != place.Name);

    public static string KindOf(Place place) => place.Kind switch
    {
        PlaceKind.Country => "country",
        PlaceKind.Region => "region",
        PlaceKind.County => "county",
        PlaceKind.City => "city",
        PlaceKind.Locality => "locality",
        _ => "postcode",
    };

    [GeneratedRegex(@"^(-?\d{1,2}(?:\.\d{1,10})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,10})?)$")]
    private static partial Regex Pair();
}
