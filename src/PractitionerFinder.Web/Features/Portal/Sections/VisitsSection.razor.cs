using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Areas in which people are visited, and online sessions.</summary>
public sealed partial class VisitsSection
{
    private static readonly IReadOnlyList<(string, string, string?)> Kinds =
        [("radius", "Up to a distance", null), ("drawn", "An area that I draw", "On a map, by pointer or by keys. Up to a distance does for most people.")];

    private static readonly IReadOnlyList<(string, string)> Units = [("mi", "miles"), ("km", "kilometres")];

    private Removable<VisitForm> removed = default!;

    private IReadOnlyList<(string, string)> Bases =>
    [
        .. Form.Places.Places.Where(p => p.Latitude.Length > 0).Select(p => (
            p.Key,
            p.Setting == Setting.TheirHome.Word() ? "My home" : p.Name.Trim().Length > 0 ? p.Name : p.Line1.Trim().Length > 0 ? p.Line1 : p.Locality)),
    ];

    private Task AddAsync()
    {
        var from = Form.Places.Places.FirstOrDefault(p => p.Latitude.Length > 0);
        return AddAsync(Form.Visits.Areas, new VisitForm
        {
            Key = NextKey("v", [.. Form.Visits.Areas.Select(v => v.Key), .. Draft.Sent?.VisitAreas.Select(v => v.Key) ?? []]),
            From = from?.Key ?? "",
            Country = from?.Country ?? "",
            Unit = Radius.UnitOf(from?.Country) == DistanceUnit.Miles ? "mi" : "km",
        });
    }
}
